/// A frame of an animated WebP (the WebP Container Specification, "Animation").
package struct WebPFrame: Sendable {
    /// The place of its box, in pixels; both even.
    var left: Int
    var top: Int
    var width: Int
    var height: Int

    /// Milliseconds from its chunk's start.
    var start: Int

    /// Milliseconds that it is shown.
    var duration = 0

    /// The chunks of the coded picture.
    var picture: [UInt8]

    /// The content of its chunk `ANMF`: without blending, the frame stays on the canvas.
    var content: [UInt8] {
        let head = [left / 2, top / 2, width - 1, height - 1, duration].flatMap(Self.little24)
        return head + [0x02] + picture
    }

    /// The three lower bytes of a number, the lowest first.
    static func little24(_ value: Int) -> [UInt8] {
        (0..<3).map { UInt8(value >> (8 * $0) & 0xFF) }
    }
}
