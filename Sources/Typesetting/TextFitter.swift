/// Finds the size and the lines at which a text fits its box.
///
/// A text that needs more lines than its limit shrinks, in steps of 1 %, to no less than 60 % of
/// its size; then it may take more lines, up to the largest height; then it is cut.
struct TextFitter {
    /// One for each explicit line of the text.
    var breakers: [LineBreaker]
    var request: TextRequest

    /// Ascent plus descent of the line boxes' face, in em.
    var lineBox: Double

    /// The lines of every paragraph at a size.
    struct Fit {
        var lines: [LineBreaker.Lines]

        /// The share of the requested size, 0.6...1.
        var scale: Double

        var lineCount: Int { lines.reduce(0) { $0 + $1.ranges.count } }
        var splitsWord: Bool { lines.contains(where: \.splitsWord) }
    }

    private static let smallest = 60

    /// The most lines before the text shrinks; explicit lines can't be undone by shrinking.
    var lineLimit: Int { max(request.lineLimit, breakers.count) }

    private func hasFewLines(_ fit: Fit) -> Bool {
        fit.lineCount <= lineLimit && isLowEnough(fit)
    }

    /// Returns the lines at the largest size that fits.
    func fit() -> Fit {
        let whole = largest { !$0.splitsWord && hasFewLines($0) }
        if let best = whole ?? largest(where: hasFewLines) { return balanced(best) }
        let fit = filled(percent: Self.smallest)
        return isLowEnough(fit) ? balanced(fit) : fit
    }

    /// Returns the most lines that the largest height has room for at `scale`, from 1.
    func lineCapacity(scale: Double) -> Int {
        let size = request.size * scale
        let others = (request.maxHeight - lineBox * size) / (request.lineHeight * size)
        return max(1, Int(min(others, 1e6) + 1e-9) + 1)
    }

    private func isLowEnough(_ fit: Fit) -> Bool {
        fit.lineCount <= lineCapacity(scale: fit.scale)
    }

    /// Lines only grow longer as the size shrinks, so the largest size can be halved in on.
    private func largest(where fits: (Fit) -> Bool) -> Fit? {
        let asked = filled(percent: 100)
        if fits(asked) { return asked }
        var best = filled(percent: Self.smallest)
        guard fits(best) else { return nil }
        var low = Self.smallest
        var high = 100
        while high - low > 1 {
            let middle = (low + high) / 2
            let fit = filled(percent: middle)
            if fits(fit) {
                low = middle
                best = fit
            } else {
                high = middle
            }
        }
        return best
    }

    private func filled(percent: Int) -> Fit {
        let scale = Double(percent) / 100
        let width = request.maxWidth / (request.size * scale)
        return Fit(lines: breakers.map { $0.lines(width: width) }, scale: scale)
    }

    private func balanced(_ fit: Fit) -> Fit {
        guard request.alignment == .center else { return fit }
        var result = fit
        let width = request.maxWidth / (request.size * fit.scale)
        result.lines = breakers.map { $0.balancedLines(width: width) }
        return result
    }
}
