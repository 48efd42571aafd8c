/// Follows small textured patches from one frame to the next, to a fraction of a pixel.
enum PatchTracker {
    struct Track: Hashable, Sendable {
        /// Where the patch was, and how far it went, in pixels.
        var place: SIMD2<Float>
        var move: SIMD2<Float>
    }

    private static let half = 8

    /// The best textured place in each cell of a grid, in pixels of the first level.
    static func places(_ pyramid: GrayPyramid, columns: Int = 10, rows: Int = 6) -> [SIMD2<Int>] {
        let level = pyramid.levels[0]
        let margin = half + 10
        let (width, height) = (level.width - 2 * margin, level.height - 2 * margin)
        guard width > columns, height > rows else { return [] }
        var places: [SIMD2<Int>] = []
        for row in 0..<rows {
            for column in 0..<columns {
                let xs = margin + column * width / columns..<margin + (column + 1) * width / columns
                let ys = margin + row * height / rows..<margin + (row + 1) * height / rows
                var best = (place: SIMD2(0, 0), strength: Float(0))
                for y in stride(from: ys.lowerBound, to: ys.upperBound, by: 12) {
                    for x in stride(from: xs.lowerBound, to: xs.upperBound, by: 12) {
                        let strength = texture(level, x, y)
                        if strength > best.strength { best = (SIMD2(x, y), strength) }
                    }
                }
                if best.strength > 1.5 { places.append(best.place) }
            }
        }
        return places
    }

    /// The lesser eigenvalue of the gradients around a place: low where only one direction is told.
    private static func texture(_ level: GrayPyramid.Level, _ x: Int, _ y: Int) -> Float {
        level.values.withUnsafeBufferPointer { values in
            var (xx, xy, yy): (Float, Float, Float) = (0, 0, 0)
            for row in stride(from: y - half, through: y + half, by: 2) {
                for column in stride(from: x - half, through: x + half, by: 2) {
                    let place = row * level.width + column
                    let across = 0.5 * (values[place + 1] - values[place - 1])
                    let down = 0.5 * (values[place + level.width] - values[place - level.width])
                    xx += across * across
                    xy += across * down
                    yy += down * down
                }
            }
            let count = Float((half + 1) * (half + 1))
            let middle = 0.5 * (xx + yy)
            let spread = (0.25 * (xx - yy) * (xx - yy) + xy * xy).squareRoot()
            return (middle - spread) / count
        }
    }

    /// Follows each of `places` from `one` to `other`; those that are lost are left out.
    static func tracks(_ places: [SIMD2<Int>], _ one: GrayPyramid, _ other: GrayPyramid) -> [Track]
    {
        places.compactMap { place in
            var move = SIMD2<Float>.zero
            let count = min(one.levels.count, other.levels.count)
            for index in (0..<count).reversed() {
                let scale = 1 / Float(1 << index)
                let start = SIMD2(Float(place.x), Float(place.y)) * scale
                let isLast = index == 0
                guard
                    let found = step(
                        one.levels[index], other.levels[index], start.rounded(.toNearestOrEven),
                        move * scale, turns: isLast ? 12 : 5)
                else {
                    if isLast { return nil }
                    continue
                }
                move = found / scale
            }
            return Track(place: SIMD2(Float(place.x), Float(place.y)), move: move)
        }
    }

    /// The move of the patch at the whole place `start` on one level; nil where it is lost.
    private static func step(
        _ one: GrayPyramid.Level, _ other: GrayPyramid.Level, _ start: SIMD2<Float>,
        _ guess: SIMD2<Float>, turns: Int
    ) -> SIMD2<Float>? {
        let (x, y) = (Int(start.x), Int(start.y))
        let half = min(Self.half, x - 1, y - 1, one.width - x - 2, one.height - y - 2)
        guard half >= 4 else { return nil }
        let patch = Patch(one, x, y, half)
        guard let inverse = patch.inverse else { return nil }
        var move = guess
        var rest: Float = 0
        for _ in 0..<turns {
            let pull = patch.pull(other, move)
            rest = pull.z
            let change = SIMD2(
                inverse.x * pull.x + inverse.y * pull.y, inverse.y * pull.x + inverse.z * pull.y)
            move += change
            if abs(change.x) + abs(change.y) < 0.001 { break }
        }
        let end = start + move
        let isInside =
            end.x > Float(half) && end.y > Float(half)
            && end.x < Float(other.width - half) && end.y < Float(other.height - half)
        return isInside && rest < max(4, 0.3 * patch.variance) ? move : nil
    }
}
