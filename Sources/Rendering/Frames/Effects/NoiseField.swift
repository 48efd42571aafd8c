import Foundation
import Planning

/// Normal noise for the grain cells of a clip's box: three channels a cell, the same for all
/// frames.
///
/// Cells are drawn row by row, R', G', B' each, from SplitMix64 by Box and Muller's method ("A note
/// on the generation of random normal deviates", 1958). Beyond its last column and row the field
/// repeats.
struct NoiseField: Sendable {
    let grain: Int
    let columns: Int
    let rows: Int

    /// Three planes of 127.5 e in 11.5 fixed point, saturating near e = 8.
    private let cells: Storage<Int16>

    init(_ diffusion: Diffusion, _ placement: Placement, _ canvas: Canvas) {
        func count(_ side: Animation, _ limit: Int, _ grain: Int) -> Int {
            let most = side.keys.map(\.value).max() ?? 1
            // The field may begin a pixel left of the box.
            return Int(min(max(most, 1), Double(limit)).rounded(.up) + 1) / grain + 1
        }
        self.init(
            diffusion, columns: count(placement.width, canvas.width, diffusion.grain),
            rows: count(placement.height, canvas.height, diffusion.grain))
    }

    init(_ diffusion: Diffusion, columns: Int, rows: Int) {
        (grain, self.columns, self.rows) = (diffusion.grain, columns, rows)
        cells = Storage(count: 3 * columns * rows)
        var normal = NormalNumbers(seed: diffusion.seed)
        for cell in 0..<columns * rows {
            for channel in 0..<3 {
                let value = (normal.next() * 127.5 * 32).rounded()
                cells.base[channel * columns * rows + cell] = Int16(
                    min(max(value, -32_767), 32_767))
            }
        }
    }

    /// The cells of row `y` (any number from 0 on) of a channel.
    func row(_ y: Int, channel: Int) -> UnsafePointer<Int16> {
        UnsafePointer(cells.base + (channel * rows + y % rows) * columns)
    }
}

/// Standard normal numbers, two at a time.
struct NormalNumbers {
    private var random: SplitMix
    private var spare: Double?

    init(seed: UInt64) { random = SplitMix(seed) }

    mutating func next() -> Double {
        if let number = spare {
            spare = nil
            return number
        }
        let radius = (-2 * log(1 - uniform())).squareRoot()
        let angle = 2 * Double.pi * uniform()
        spare = radius * sin(angle)
        return radius * cos(angle)
    }

    /// In 0..<1, of 53 bits.
    private mutating func uniform() -> Double { Double(random.nextWord() >> 11) * 0x1p-53 }
}
