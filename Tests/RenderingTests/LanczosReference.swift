import Foundation

/// The resampler that ours is judged by: separable three-lobed Lanczos in double precision.
///
/// The kernel widens with the step where that is above one, and edges repeat.
struct LanczosReference {
    var width: Int
    var height: Int
    var samples: [Double]

    /// Weights of one output sample and the first source index that they belong to, not clamped.
    private struct Window {
        var first: Int
        var weights: [Double]
    }

    private static func window(at centre: Double, step: Double) -> Window {
        let widening = max(step, 1)
        let first = Int((centre - 3 * widening).rounded(.down))
        let last = Int((centre + 3 * widening).rounded(.up))
        var weights = (first...last).map { k -> Double in
            let x = (Double(k) + 0.5 - centre) / widening
            if abs(x) >= 3 { return 0 }
            if abs(x) < 1e-12 { return 1 }
            return 3 * sin(.pi * x) * sin(.pi * x / 3) / (.pi * .pi * x * x)
        }
        let sum = weights.reduce(0, +)
        for k in weights.indices { weights[k] /= sum }
        return Window(first: first, weights: weights)
    }

    /// Shows the rectangle from (`left`, `top`) with `step` source samples per output pixel;
    /// returns output columns `columns` of rows `rows`.
    func sampled(
        left: Double, top: Double, step: Double, columns: Range<Int>, rows: Range<Int>
    ) -> [Double] {
        let across = columns.map {
            Self.window(at: left + (Double($0) + 0.5) * step, step: step)
        }
        let down = rows.map { Self.window(at: top + (Double($0) + 0.5) * step, step: step) }
        let low = down.map(\.first).min() ?? 0
        let high = down.map { $0.first + $0.weights.count }.max() ?? 0
        let lines = filtered(across, rows: low..<high)
        var output = [Double](repeating: 0, count: columns.count * rows.count)
        for (y, window) in down.enumerated() {
            for (k, weight) in window.weights.enumerated() where weight != 0 {
                let line = (window.first + k - low) * columns.count
                for x in 0..<columns.count {
                    output[y * columns.count + x] += weight * lines[line + x]
                }
            }
        }
        return output
    }

    private func filtered(_ windows: [Window], rows: Range<Int>) -> [Double] {
        var lines: [Double] = []
        lines.reserveCapacity(windows.count * rows.count)
        samples.withUnsafeBufferPointer { samples in
            for row in rows {
                let offset = min(max(row, 0), height - 1) * width
                for window in windows {
                    var sum = 0.0
                    var index = window.first
                    for weight in window.weights {
                        sum += weight * samples[offset + min(max(index, 0), width - 1)]
                        index += 1
                    }
                    lines.append(sum)
                }
            }
        }
        return lines
    }
}
