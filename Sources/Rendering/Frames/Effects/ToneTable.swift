import Foundation
import Planning

/// A change of each sample alone: one table for Y', one for both colour differences.
struct ToneTable {
    let luma: [UInt8]
    let chroma: [UInt8]

    /// - Parameters: luma: maps Y' in 0...1 to the same. color: the factor of the colour
    ///   differences.
    private init(color: Double, luma change: (Double) -> Double) {
        func byte(_ value: Double, _ range: ClosedRange<Double>) -> UInt8 {
            UInt8(min(max(value, range.lowerBound), range.upperBound).rounded())
        }
        // BT.709-6 item 3.4: black 16, peak 235, colour differences 16...240 around 128.
        luma = (0...255).map { byte(16 + 219 * change((Double($0) - 16) / 219), 16...235) }
        chroma = (0...255).map { byte(128 + (Double($0) - 128) * color, 16...240) }
    }

    static func gray(amount: Double) -> ToneTable { ToneTable(color: 1 - amount) { $0 } }

    static func dim(factor: Double) -> ToneTable { ToneTable(color: factor) { $0 * factor } }

    static func adjust(_ change: PictureEffect.Adjustment) -> ToneTable {
        ToneTable(color: change.contrast * change.saturation) {
            ($0 - 0.5) * change.contrast + 0.5 + change.brightness
        }
    }

    func apply(to frame: FramePlanes) {
        for y in 0..<frame.height {
            Self.map(frame.luma + y * frame.lumaStride, frame.width, luma)
        }
        for y in 0..<frame.chromaHeight {
            Self.map(frame.cb + y * frame.chromaStride, frame.chromaWidth, chroma)
            Self.map(frame.cr + y * frame.chromaStride, frame.chromaWidth, chroma)
        }
    }

    private static func map(_ row: UnsafeMutablePointer<UInt8>, _ count: Int, _ table: [UInt8]) {
        table.withUnsafeBufferPointer { table in
            for x in 0..<count { row[x] = table[Int(row[x])] }
        }
    }
}
