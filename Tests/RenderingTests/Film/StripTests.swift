import CKernels
import Foundation
import Media
import Testing

@testable import Rendering

/// Planes laid out as strips by vectors, against the plain loop and the definition.
struct StripTests {
    private static let sizes = [(1, 1), (15, 17), (16, 16), (33, 7), (7, 33), (48, 32), (2, 65)]

    private func bytes(_ count: Int, seed: UInt64) -> [UInt8] {
        var random = Xorshift(seed)
        return (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    }

    private func samples(_ plane: StripPlane) -> [UInt8] {
        guard case .bytes(let storage) = plane.samples else { return [] }
        return Array(UnsafeBufferPointer(start: storage.base, count: storage.count))
    }

    private func builder(
        _ size: (Int, Int), padding: Int, _ orientation: Orientation
    ) -> StripPlaneBuilder<UInt8> {
        StripPlaneBuilder(
            width: size.0, height: size.1, padding: padding, orientation: orientation)
    }

    /// All rows at once against row by row, edges and padding included.
    private func expectTwins(
        _ size: (Int, Int), padding: Int, _ orientation: Orientation, stride: Int
    ) {
        let raster = bytes(stride * size.1, seed: UInt64(size.0 * 7919 + size.1))
        let fast = builder(size, padding: padding, orientation)
        raster.withUnsafeBufferPointer { rows in
            if let base = rows.baseAddress { fast.store(base, stride: stride) }
        }
        let plain = builder(size, padding: padding, orientation)
        for y in 0..<size.1 {
            plain.store(raster[y * stride..<y * stride + size.0].map(Float.init), y: y)
        }
        let isSame = samples(fast.finished()) == samples(plain.finished())
        #expect(isSame, "\(size) \(orientation)")
    }

    @Test(arguments: Orientation.allCases)
    func allRowsAtOnceAreAsRowByRow(orientation: Orientation) {
        for size in Self.sizes {
            for (padding, gap) in [(0, 0), (4, 13)] {
                expectTwins(size, padding: padding, orientation, stride: size.0 + gap)
            }
        }
        if [.upright, .left, .mirroredRight].contains(orientation) {
            expectTwins((853, 481), padding: 3, orientation, stride: 896)
        }
    }

    /// A film's rows may run upwards in memory.
    @Test(arguments: Orientation.allCases)
    func rowsThatRunUpwardsAreTheSamePicture(orientation: Orientation) {
        let (width, height) = (37, 21)
        let raster = bytes(width * height, seed: 5)
        let flipped = (0..<height).reversed().flatMap { raster[$0 * width..<($0 + 1) * width] }
        let (down, up) = (
            builder((width, height), padding: 2, orientation),
            builder((width, height), padding: 2, orientation)
        )
        raster.withUnsafeBufferPointer { rows in
            if let base = rows.baseAddress { down.store(base, stride: width) }
        }
        flipped.withUnsafeBufferPointer { rows in
            if let base = rows.baseAddress {
                up.store(base + (height - 1) * width, stride: -width)
            }
        }
        let isSame = samples(up.finished()) == samples(down.finished())
        #expect(isSame)
    }

    /// EXIF's picture of each orientation: where the stored corner is shown.
    @Test(arguments: Orientation.allCases)
    func storedPixelsLieWhereTheyAreShown(orientation: Orientation) {
        let (width, height) = (19, 35)
        let raster = bytes(width * height, seed: 9)
        let turned = builder((width, height), padding: 1, orientation)
        raster.withUnsafeBufferPointer { rows in
            if let base = rows.baseAddress { turned.store(base, stride: width) }
        }
        let plane = turned.finished()
        var wrong = 0
        for y in 0..<height {
            for x in 0..<width {
                // CIPA DC-008-2019, 4.6.4: which sides the 0th row and column are.
                let (right, bottom) = (width - 1 - x, height - 1 - y)
                let shown =
                    switch orientation.rawValue {
                    case 1: (x, y)
                    case 2: (right, y)
                    case 3: (right, bottom)
                    case 4: (x, bottom)
                    case 5: (y, x)
                    case 6: (bottom, x)
                    case 7: (bottom, right)
                    default: (y, right)
                    }
                if plane.sample(shown.0, shown.1) != Float(raster[y * width + x]) { wrong += 1 }
            }
        }
        #expect(wrong == 0)
    }

    @Test(arguments: 1...16)
    func aStripIsItsRowsTurnedRoundColumnByColumn(rows: Int) {
        let stride = 71
        let raster = bytes(stride * 16, seed: UInt64(rows))
        for width in [1, 15, 16, 17, 64, 70] {
            for step in [16, -16] {
                var strip = [UInt8](repeating: 0, count: 16 * width)
                strip.withUnsafeMutableBufferPointer { strip in
                    guard let base = strip.baseAddress else { return }
                    ck_strip(
                        raster, stride, Int32(rows), Int32(width),
                        step > 0 ? base : base + 16 * (width - 1), step)
                }
                let wanted = (0..<16 * width).map { index in
                    let (column, y) = (index / 16, min(index % 16, rows - 1))
                    return raster[y * stride + (step > 0 ? column : width - 1 - column)]
                }
                #expect(strip == wanted)
            }
        }
    }

    @Test(arguments: 1...16, [1, -1])
    func aTurnedStripReadsAlongItsRows(count: Int, direction: Int) {
        let (stride, columns) = (40, 19)
        let raster = bytes(stride * columns, seed: UInt64(count + 100))
        for goesUp in [false, true] {
            let corner = (goesUp ? (columns - 1) * stride : 0) + (direction > 0 ? 3 : 30)
            var strip = [UInt8](repeating: 0, count: 16 * columns)
            raster.withUnsafeBufferPointer { rows in
                guard let base = rows.baseAddress else { return }
                ck_turned_strip(
                    base + corner, goesUp ? -stride : stride, Int32(columns), Int32(count),
                    Int32(direction), &strip)
            }
            let wanted = (0..<16 * columns).map { index in
                let (x, y) = (index / 16, min(index % 16, count - 1))
                return raster[corner + x * (goesUp ? -stride : stride) + y * direction]
            }
            #expect(strip == wanted)
        }
    }
}
