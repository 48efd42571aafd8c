import Foundation
import Planning

/// The share of a transition's second side at each pixel, for the kinds that mix by place.
///
/// Edges are soft over a pixel (wipes) or a band (circles), never stepped.
struct TransitionMask {
    let kind: Transition.Kind
    let progress: Double
    let canvas: Canvas

    /// Writes the shares of canvas row `y`, 0...255.
    func write(row y: Int, into row: UnsafeMutablePointer<UInt8>) {
        switch kind {
        case .wipeleft: wipe(row) { width, x in x + 1 - width * (1 - progress) }
        case .wiperight: wipe(row) { width, x in width * progress - x }
        case .wipeup:
            fill(row, Double(y) + 1 - Double(canvas.height) * (1 - progress))
        case .wipedown: fill(row, Double(canvas.height) * progress - Double(y))
        case .circleopen: circle(row, y: y, progress: progress, isOpening: true)
        case .circleclose: circle(row, y: y, progress: 1 - progress, isOpening: false)
        case .dissolve: dissolve(row, y: y)
        case .fade, .fadeblack, .fadewhite, .slideleft, .slideright, .slideup, .slidedown:
            fill(row, progress)
        }
    }

    private func fill(_ row: UnsafeMutablePointer<UInt8>, _ share: Double) {
        row.update(repeating: Self.byte(share), count: canvas.width)
    }

    private func wipe(
        _ row: UnsafeMutablePointer<UInt8>, share: (_ width: Double, _ x: Double) -> Double
    ) {
        for x in 0..<canvas.width { row[x] = Self.byte(share(Double(canvas.width), Double(x))) }
    }

    /// A disc around the centre whose radius grows to the corners, with a soft rim of 3 % of the
    /// way.
    private func circle(
        _ row: UnsafeMutablePointer<UInt8>, y: Int, progress: Double, isOpening: Bool
    ) {
        let (centerX, centerY) = (Double(canvas.width) / 2, Double(canvas.height) / 2)
        let corner = (centerX * centerX + centerY * centerY).squareRoot()
        let rim = corner * 0.03
        let radius = progress * (corner + rim)
        let dy = Double(y) + 0.5 - centerY
        for x in 0..<canvas.width {
            let dx = Double(x) + 0.5 - centerX
            let inside = (radius - (dx * dx + dy * dy).squareRoot()) / rim
            row[x] = Self.byte(isOpening ? inside : 1 - inside)
        }
    }

    /// Cells of two by two pixels turn over one after the other, in a fixed random order.
    private func dissolve(_ row: UnsafeMutablePointer<UInt8>, y: Int) {
        for x in stride(from: 0, to: canvas.width, by: 2) {
            let threshold = Double(Self.hash(UInt32(x / 2), UInt32(y / 2))) / Double(UInt32.max)
            let share = Self.byte((progress * 1.2 - threshold) / 0.2)
            row[x] = share
            row[x + 1] = share
        }
    }

    private static func byte(_ share: Double) -> UInt8 {
        UInt8((min(max(share, 0), 1) * 255).rounded())
    }

    /// A well-mixed hash of a cell (the finalizer of MurmurHash3).
    private static func hash(_ x: UInt32, _ y: UInt32) -> UInt32 {
        var h = x &* 0x9E37_79B1 ^ y &* 0x85EB_CA77
        h = (h ^ h >> 16) &* 0x85EB_CA6B
        h = (h ^ h >> 13) &* 0xC2B2_AE35
        return h ^ h >> 16
    }
}
