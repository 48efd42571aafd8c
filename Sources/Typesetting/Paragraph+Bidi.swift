import CFriBidi

extension Paragraph {
    /// Finds the embedding level of each cluster by UAX 9; the first strong character rules.
    mutating func findLevels() {
        guard !scalars.isEmpty else { return }
        let count = FriBidiStrIndex(scalars.count)
        var types = [FriBidiCharType](repeating: FriBidiCharType(rawValue: 0), count: scalars.count)
        var brackets = [FriBidiBracketType](repeating: 0, count: scalars.count)
        var levels = [FriBidiLevel](repeating: 0, count: scalars.count)
        var direction = FRIBIDI_PAR_ON
        fribidi_get_bidi_types(scalars, count, &types)
        fribidi_get_bracket_types(scalars, count, types, &brackets)
        let highest = fribidi_get_par_embedding_levels_ex(
            types, brackets, count, &direction, &levels)
        guard highest > 0 else { return }  // 0 is failure: out of memory. 1: all left to right.
        for index in clusters.indices {
            clusters[index].level = UInt8(clamping: levels[clusters[index].scalars.lowerBound])
        }
    }
}

/// Returns `runs` in the order in which they are drawn from left to right (UAX 9, rule L2).
func visualOrder<Run>(_ runs: [Run], level: (Run) -> UInt8) -> [Run] {
    var ordered = runs
    let levels = runs.map(level)
    guard let highest = levels.max(), let lowestOdd = levels.filter({ $0 % 2 == 1 }).min() else {
        return runs
    }
    for threshold in stride(from: highest, through: lowestOdd, by: -1) {
        var start = 0
        while start < ordered.count {
            var end = start
            while end < ordered.count, level(ordered[end]) >= threshold { end += 1 }
            ordered[start..<end].reverse()
            start = max(end, start + 1)
        }
    }
    return ordered
}
