import CKernels
import Foundation

/// Scales a plane that arrives row by row; holds only the rows that the filter still needs.
struct Prescaler {
    let width: Int
    let height: Int
    private let sourceWidth: Int
    private let sourceHeight: Int
    private let columns: FloatTaps
    private let rows: FloatTaps
    private let ring: Storage<Float>
    private let ringStride: Int
    private let line: Storage<Float>
    private let output: Storage<Float>
    private let level: ck_level
    private var arrived = 0
    private var finished = 0

    /// The output covers `lengthX` by `lengthY` source samples from the top left corner.
    init(
        sourceWidth: Int, sourceHeight: Int, width: Int, height: Int,
        lengthX: Double, lengthY: Double, lobes: Double, level: ck_level = ck_best_level()
    ) {
        self.width = width
        self.height = height
        self.sourceWidth = sourceWidth
        self.sourceHeight = sourceHeight
        self.level = level
        columns = FloatTaps(
            sourceCount: sourceWidth, length: lengthX, count: width, lobes: lobes)
        rows = FloatTaps(
            sourceCount: sourceHeight, length: lengthY, count: height, lobes: lobes)
        ringStride = sourceWidth.roundedUp(to: 16)
        ring = Storage(count: ringStride * rows.taps)
        // A line shorter than the filter is read past its end, with weights of zero.
        line = Storage(count: max(sourceWidth, columns.taps))
        output = Storage(count: width)
    }

    /// Takes the next source row and hands out the rows that it completes.
    mutating func add(
        _ row: UnsafePointer<Float>, emit: (_ row: UnsafePointer<Float>, _ y: Int) -> Void
    ) {
        (ring.base + arrived % rows.taps * ringStride).update(from: row, count: sourceWidth)
        arrived += 1
        while finished < height, lastRow(of: finished) < arrived {
            makeRow(finished)
            emit(UnsafePointer(output.base), finished)
            finished += 1
        }
    }

    private func lastRow(of y: Int) -> Int {
        min(Int(rows.first[y]) + rows.taps, sourceHeight) - 1
    }

    private func makeRow(_ y: Int) {
        let start = Int(rows.first[y])
        let count = min(rows.taps, sourceHeight - start)
        withUnsafeTemporaryAllocation(of: UnsafePointer<Float>?.self, capacity: count) { pointers in
            for k in 0..<count {
                pointers[k] = UnsafePointer(ring.base + (start + k) % rows.taps * ringStride)
            }
            rows.weights.withUnsafeBufferPointer { weights in
                ck_weighted_rows(
                    level, pointers.baseAddress, weights.baseAddress.map { $0 + y * rows.taps },
                    Int32(count), Int32(sourceWidth), line.base)
            }
        }
        ck_weighted_columns(
            level, line.base, columns.first, columns.weights, Int32(columns.taps), Int32(width),
            output.base)
    }
}
