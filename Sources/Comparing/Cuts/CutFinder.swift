/// Finds hard cuts: frames that show something else than the one before, all over the picture.
///
/// Dissolves and zooms change by degrees, flashes go back to what was before, and a caption changes
/// a part of the picture alone.
struct CutFinder {
    private let film: VideoSignature
    private let columns: Range<Int>
    private let rows: Range<Int>
    /// The part of the raster that is no bar.
    private let share: Double
    /// How much each frame differs from the one before, in levels.
    private var steps: [Double] = []
    /// Whether each frame is of one luma.
    private var arePlain: [Bool] = []

    /// Levels that a cut changes at least.
    private static let leastStep = 6.0
    /// Frames on each side that a cut stands out from.
    private static let reach = 6
    /// The standard deviation of the luma of what is not plain, in levels.
    private static let leastSpread = 3.0
    /// The share of the picture's cells that a cut changes at least.
    private static let leastShare = 0.4

    /// Returns the first frame of each new picture, in order.
    ///
    /// Films longer than their kept pictures are looked at as far as those go.
    static func cuts(in film: VideoSignature) -> [Int] {
        let finder = CutFinder(film)
        return finder.steps.indices.dropFirst().filter(finder.isCut)
    }

    private init(_ film: VideoSignature) {
        self.film = film
        let (width, height) = (VideoSignature.width, VideoSignature.height)
        let area = film.activeArea.pixels(width: width, height: height)
        columns = max(area.x, 0)..<min(max(area.x + area.width, 1), width)
        rows = max(area.y, 0)..<min(max(area.y + area.height, 1), height)
        share = max(Double(columns.count * rows.count) / Double(width * height), 0.01)
        for index in film.frames.indices.prefix(film.pictureCount) {
            arePlain.append(isPlain(index))
            let change = film.frames[index].change / share
            steps.append(index == 0 ? 0 : max(change, colorDistance(index - 1, index)))
        }
    }

    private func isCut(_ index: Int) -> Bool {
        let step = steps[index]
        return step >= Self.leastStep && step > 3 * usualStep(around: index)
            && isSudden(index) && isLasting(index) && isEverywhere(index)
    }

    /// What frames near it change by; a few other cuts there don't count.
    private func usualStep(around index: Int) -> Double {
        let near = max(index - Self.reach, 1)...min(index + Self.reach, steps.count - 1)
        let others = near.filter { $0 != index }.map { steps[$0] }.sorted(by: >)
        return others.isEmpty ? 0 : others[others.count / 4]
    }

    /// Whether nearly all of the change comes at once: a dissolve of two frames is none.
    private func isSudden(_ index: Int) -> Bool {
        let (before, after) = (max(index - 2, 0), min(index + 1, steps.count - 1))
        return steps[index] >= 0.6 * distance(before, after)
    }

    /// Whether the picture is neither back soon, nor was there shortly before.
    private func isLasting(_ index: Int) -> Bool {
        (1...5).allSatisfy { count in
            let (later, earlier) = (index + count, index - 1 - count)
            let least = 0.35 * steps[index]
            return (later >= steps.count || distance(index - 1, later) > least)
                && (earlier < 0 || distance(earlier, index) > least)
        }
    }

    private func isEverywhere(_ index: Int) -> Bool {
        guard colorDistance(index - 1, index) < Self.leastStep else { return true }
        let least = max(3, steps[index] / 4)
        var (cells, changed) = (0, 0)
        for top in stride(from: rows.lowerBound, to: rows.upperBound, by: 6) {
            for left in stride(from: columns.lowerBound, to: columns.upperBound, by: 8) {
                let cell = (
                    left..<min(left + 8, columns.upperBound), top..<min(top + 6, rows.upperBound)
                )
                cells += 1
                changed += lumaDistance(index - 1, index, cell.0, cell.1) > least ? 1 : 0
            }
        }
        return Double(changed) >= Self.leastShare * Double(cells)
    }

    private func distance(_ one: Int, _ other: Int) -> Double {
        max(lumaDistance(one, other, columns, rows), colorDistance(one, other))
    }

    /// The mean absolute difference of two frames' luma in a part of them, in levels.
    private func lumaDistance(
        _ one: Int, _ other: Int, _ columns: Range<Int>, _ rows: Range<Int>
    ) -> Double {
        let (width, size) = (VideoSignature.width, VideoSignature.width * VideoSignature.height)
        var sum = 0
        for row in rows {
            for column in columns {
                let place = row * width + column
                sum &+= abs(
                    Int(film.pictures[one * size + place])
                        &- Int(film.pictures[other * size + place]))
            }
        }
        return Double(sum) / Double(max(columns.count * rows.count, 1))
    }

    /// How much the colour of two plain frames differs, in levels; 0 where one is not plain, for its
    /// luma tells then.
    private func colorDistance(_ one: Int, _ other: Int) -> Double {
        guard arePlain[one], arePlain[other] else { return 0 }
        let (a, b) = (film.frames[one], film.frames[other])
        return max(abs(a.cb - b.cb), abs(a.cr - b.cr)) / share
    }

    private func isPlain(_ index: Int) -> Bool {
        guard share < 1 else { return film.frames[index].spread < Self.leastSpread }
        let (width, size) = (VideoSignature.width, VideoSignature.width * VideoSignature.height)
        var (sum, squares) = (0, 0)
        for row in rows {
            for column in columns {
                let value = Int(film.pictures[index * size + row * width + column])
                sum &+= value
                squares &+= value &* value
            }
        }
        let count = Double(columns.count * rows.count)
        let mean = Double(sum) / count
        return Double(squares) / count - mean * mean < Self.leastSpread * Self.leastSpread
    }
}
