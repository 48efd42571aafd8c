import Media
import Planning

/// The letters of a text in a frame, and what lies around them.
///
/// Ink is what changes when the text alone gets another colour, so that nothing has to be known of
/// how the frame is drawn.
struct InkGround {
    /// The least contrast among the places of the text, each as large as a letter; nil where no ink
    /// shows.
    private(set) var leastContrast: Double?

    /// What lies so near to a letter counts as around it, in sizes of the text.
    private static let reach = 0.08

    /// The share of the most change from which a pixel is all ink.
    private static let core = 0.9

    /// Levels by which what is no ink may change.
    private static let tolerance = 2

    /// Levels that ink changes at least.
    private static let leastChange = 12

    /// - Parameters:
    ///   - frame: A frame, BT.709 in limited range.
    ///   - marked: The same with the ink in another colour.
    ///   - size: The size of the text in pixels.
    init(_ frame: VideoScan.Frame, _ marked: VideoScan.Frame, size: Double) {
        let changes = zip(frame.luma, marked.luma).map { abs(Int($0) - Int($1)) }
        guard let most = changes.max(), most >= Self.leastChange else { return }
        let least = Int((Self.core * Double(most)).rounded(.up))
        let isInk = changes.map { $0 >= least }
        let reach = max(Int((Self.reach * size).rounded(.up)), 2)
        let isNear = Self.spread(isInk, width: frame.width, by: reach)

        let side = max(Int(size.rounded()), 16)
        let columns = (frame.width + side - 1) / side
        var cells = [Cell](
            repeating: Cell(), count: columns * ((frame.height + side - 1) / side))
        for y in 0..<frame.height {
            for x in 0..<frame.width where isNear[y * frame.width + x] {
                let place = y * frame.width + x
                let cell = y / side * columns + x / side
                if isInk[place] {
                    cells[cell].ink.add(frame.luminance(x, y))
                } else if changes[place] <= Self.tolerance {
                    cells[cell].ground.add(frame.luminance(x, y))
                }
            }
        }
        leastContrast = cells.compactMap(\.contrast).min()
    }

    /// Returns what is at most `reach` columns and rows away from what is set.
    private static func spread(_ set: [Bool], width: Int, by reach: Int) -> [Bool] {
        func spread(_ set: [Bool], _ count: Int, _ length: Int, _ step: Int, _ gap: Int) -> [Bool] {
            var result = set
            for line in 0..<count {
                var last = -reach - 1
                // Onwards and back.
                for index in 0..<length {
                    if set[line * gap + index * step] { last = index }
                    if index - last <= reach { result[line * gap + index * step] = true }
                }
                last = length + reach
                for index in (0..<length).reversed() {
                    if set[line * gap + index * step] { last = index }
                    if last - index <= reach { result[line * gap + index * step] = true }
                }
            }
            return result
        }
        let height = set.count / width
        let across = spread(set, height, width, 1, width)
        return spread(across, width, height, width, 1)
    }

    /// A square of the frame.
    private struct Cell {
        var ink = Mean()
        var ground = Mean()

        /// What a few pixels say is chance.
        private static let leastCount = 6

        var contrast: Double? {
            guard ink.count >= Self.leastCount, ground.count >= Self.leastCount else { return nil }
            return Color.contrast(ofLuminances: ink.value, ground.value)
        }
    }

    private struct Mean {
        private(set) var count = 0
        private var sum = 0.0

        var value: Double { sum / Double(max(count, 1)) }

        mutating func add(_ value: Double) {
            count += 1
            sum += value
        }
    }
}

extension VideoScan.Frame {
    /// The relative luminance of a pixel, 0...1.
    fileprivate func luminance(_ x: Int, _ y: Int) -> Double {
        let place = y / 2 * (width / 2) + x / 2
        let rgb =
            YCbCr(y: Float(luma[y * width + x]), cb: Float(cb[place]), cr: Float(cr[place]))
            .rgb.clamped(lowerBound: .zero, upperBound: .one) * 255 + 0.5
        return Color(red: UInt8(rgb.x), green: UInt8(rgb.y), blue: UInt8(rgb.z)).relativeLuminance
    }
}
