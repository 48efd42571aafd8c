import CKernels
import Foundation

/// Samples prepared pictures at fractional positions; owns the scratch memory of one worker.
///
/// Two separable passes: strips are filtered horizontally into rows, rows vertically into code
/// values. Two strips at a time are filtered once per frame and kept only as long as an output row
/// needs them.
final class Resampler {
    let level: ck_level
    private var columns = FixedTaps()
    private var rows = FixedTaps()
    private var ring = Storage<Int16>(count: 0)
    private var pointers: [UnsafePointer<Int16>?] = []

    /// 32 rounding values per row of an 8x8 ordered-dither matrix (Bayer 1973), or one row of
    /// halves.
    private static let dither = Storage<Int16>(ditherRows)
    private static let rounding = Storage<Int16>([Int16](repeating: 16, count: 16))

    init(level: ck_level = ck_best_level()) {
        self.level = level
    }

    /// Where a plane's samples go.
    struct Target {
        var samples: UnsafeMutablePointer<UInt8>
        var stride: Int
        /// The range that samples are clamped to.
        var range: ClosedRange<Int16>
        var isDithered = false
        /// The canvas row of the target's first row, so that dither stands still on the canvas.
        var firstRow = 0
    }

    /// Samples `planes`, which share their grid, along `x` and `y` into as many `targets`.
    ///
    /// Target rows are written up to the next multiple of 16 columns.
    func sample(
        _ planes: [StripPlane], x: FixedTaps.Line, y: FixedTaps.Line, into targets: [Target]
    ) {
        guard let grid = planes.first, x.count > 0, y.count > 0 else { return }
        let padded = x.count.roundedUp(to: StripPlane.lanes)
        columns.make(x, sourceCount: grid.width, reach: grid.padding, padded: padded)
        rows.make(y, sourceCount: grid.height, reach: grid.height, padded: y.count)
        for (plane, target) in zip(planes, targets) {
            sample(plane, columns: padded, count: y.count, into: target)
        }
    }

    private func sample(_ plane: StripPlane, columns padded: Int, count: Int, into target: Target) {
        let pair = Self.pair
        // As many pairs of strips as a window can touch.
        let slots = rows.taps / pair + 2
        reserve(slots: slots, columns: padded)
        var held = -1
        let last = plane.height - 1
        for y in 0..<count {
            let window = rows.window(y)
            let low = min(max(window.lowerBound, 0), last) / pair
            let high = min(max(window.upperBound - 1, 0), last) / pair
            for index in max(held + 1, low)..<max(high + 1, held + 1, low) {
                filter(plane, pair: index, slot: index % slots, columns: padded)
            }
            held = max(held, high)
            for (k, row) in window.enumerated() {
                let row = min(max(row, 0), last)
                let slot = row / pair % slots
                pointers[k] = UnsafePointer(ring.base + (slot * pair + row % pair) * padded)
            }
            write(row: y, columns: padded, into: target)
        }
    }

    /// The rows of two strips, which are filtered together where both are there.
    private static let pair = 2 * StripPlane.lanes

    private func reserve(slots: Int, columns: Int) {
        let needed = slots * Self.pair * columns
        if ring.count < needed { ring = Storage(count: needed) }
        if pointers.count < rows.taps {
            pointers = [UnsafePointer<Int16>?](repeating: nil, count: rows.taps)
        }
    }

    private func filter(_ plane: StripPlane, pair index: Int, slot: Int, columns padded: Int) {
        let from = plane.offset(ofStrip: 2 * index)
        let second = plane.offset(ofStrip: 2 * index + 1) - from
        let strips: Int32 = (2 * index + 1) * StripPlane.lanes < plane.height ? 2 : 1
        let rows = ring.base + slot * Self.pair * padded
        let (taps, count) = (Int32(columns.taps), Int32(padded))
        switch plane.samples {
        case .bytes(let storage):
            ck_horizontal_bytes(
                level, storage.base + from, second, strips, columns.first, columns.weights, taps,
                count, rows, padded)
        case .words(let storage):
            ck_horizontal(
                level, storage.base + from, second, strips, columns.first, columns.weights, taps,
                count, rows, padded)
        }
    }

    private func write(row y: Int, columns padded: Int, into target: Target) {
        let rounding =
            target.isDithered
            ? Self.dither.base + (target.firstRow + y) % 8 * StripPlane.lanes : Self.rounding.base
        rows.weights.withUnsafeBufferPointer { weights in
            ck_vertical(
                level, pointers, weights.baseAddress.map { $0 + y * rows.taps },
                Int32(rows.taps), Int32(padded), rounding, target.range.lowerBound,
                target.range.upperBound, target.samples + y * target.stride)
        }
    }

    /// Thresholds 0...31 of an 8x8 Bayer matrix, each row twice over.
    private static var ditherRows: [Int16] {
        (0..<8).flatMap { y in
            (0..<16).map { x in
                let (a, b) = (x & 7, y & 7)
                var value = 0
                for bit in 0..<3 {
                    let (xBit, yBit) = (a >> bit & 1, b >> bit & 1)
                    value |= (xBit ^ yBit) << (2 * (2 - bit) + 1) | yBit << (2 * (2 - bit))
                }
                return Int16(value / 2)
            }
        }
    }
}

extension Storage where Sample == Int16 {
    /// Holds a copy of `values`.
    convenience init(_ values: [Int16]) {
        self.init(count: values.count)
        for (index, value) in values.enumerated() { base[index] = value }
    }
}
