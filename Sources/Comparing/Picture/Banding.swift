/// How much of a picture's soft gradients lies in steps.
///
/// A step is an edge of few values between two flat stretches. Steps of one value are what 8 bits
/// are; from 3.5 on they count in full.
enum Banding {
    /// Pixels: the shortest flat stretch, and the widest edge between two of them.
    private static let leastRun = 8
    private static let widestEdge = 3

    /// How much values differ within a flat stretch.
    private static let flat: Int32 = 2

    /// The step that is seen in full, and more than that is an outline, no step of a gradient.
    private static let faintStep: Float = 1.5
    private static let fullStep: Float = 3.5
    private static let highestStep: Float = 14

    /// The share of soft pixels below which there is no gradient to judge.
    private static let leastShare = 0.02

    /// Returns 0 (none) to 1 (all gradients): the most of rows and columns, of whole and half size.
    static func index(_ plane: [UInt8], width: Int, height: Int) -> Double {
        let half = plane.shrunk(from: width, by: 2, to: (width / 2, height / 2))
        return [(plane, width, height), (half, width / 2, height / 2)].map { plane, width, height in
            plane.withUnsafeBufferPointer { plane in
                max(
                    share(plane, lines: height, apart: width, length: width, step: 1),
                    share(plane, lines: width, apart: 1, length: height, step: width))
            }
        }.max() ?? 0
    }

    /// The share in every fourth line.
    private static func share(
        _ plane: UnsafeBufferPointer<UInt8>, lines: Int, apart: Int, length: Int, step: Int
    ) -> Double {
        var (banded, soft, all): (Float, Int, Int) = (0, 0, 0)
        var line = [Int32](repeating: 0, count: length)
        for number in stride(from: 0, to: lines, by: 4) {
            for x in 0..<length { line[x] = Int32(plane[number &* apart &+ x &* step]) }
            line.withUnsafeBufferPointer { line in
                soft += softPixels(line)
                banded += bandedPixels(line)
            }
            all += length
        }
        guard Double(soft) >= leastShare * Double(all), soft > 0 else { return 0 }
        return min(1, Double(banded) / Double(soft))
    }

    /// Pixels about which the line rises or falls little and evenly, or not at all.
    private static func softPixels(_ line: UnsafeBufferPointer<Int32>) -> Int {
        var count = 0
        for x in 4..<max(4, line.count &- 4) {
            let (before, after) = (line[x &- 4], line[x &+ 4])
            let bend = 2 &* line[x] &- before &- after
            if abs(after &- before) <= 14, abs(bend) <= 14 { count &+= 1 }
        }
        return count
    }

    /// The pixels of flat stretches that end in a step, weighed by the step.
    private static func bandedPixels(_ line: UnsafeBufferPointer<Int32>) -> Float {
        var sum: Float = 0
        var (start, last, lastWeight) = (0, 0..<0, Float(0))
        while start < line.count {
            var (end, low, high) = (start &+ 1, line[start], line[start])
            while end < line.count {
                let value = line[end]
                if max(high, value) &- min(low, value) > flat { break }
                (low, high) = (min(low, value), max(high, value))
                end &+= 1
            }
            defer { start = end }
            guard end - start >= leastRun else { continue }
            let run = start..<end
            var weight: Float = 0
            if !last.isEmpty, run.lowerBound - last.upperBound <= widestEdge {
                let height = abs(
                    mean(line, run.lowerBound..<run.lowerBound + 4)
                        - mean(line, last.upperBound - 4..<last.upperBound))
                if height <= highestStep {
                    weight = min(1, max(0, (height - faintStep) / (fullStep - faintStep)))
                }
            }
            sum += Float(last.count) * max(weight, lastWeight)
            (last, lastWeight) = (run, weight)
        }
        return sum + Float(last.count) * lastWeight
    }

    private static func mean(_ line: UnsafeBufferPointer<Int32>, _ part: Range<Int>) -> Float {
        Float(part.reduce(0) { $0 + line[$1] }) / Float(part.count)
    }
}
