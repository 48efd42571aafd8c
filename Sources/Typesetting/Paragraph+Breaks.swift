import CUnibreak

extension Paragraph {
    /// libunibreak builds its index once; a second start is harmless but a race is not.
    private static let library: Void = init_linebreak()

    /// Marks the clusters after which a line may end, by UAX 14 with the language's quotes.
    mutating func findBreaks(language: String) {
        _ = Self.library
        guard !scalars.isEmpty else { return }
        var breaks = [CChar](repeating: CChar(LINEBREAK_NOBREAK), count: scalars.count)
        set_linebreaks_utf32(scalars, scalars.count, language, &breaks)
        for index in clusters.indices {
            let code = breaks[clusters[index].scalars.upperBound - 1]
            clusters[index].mayBreakAfter = Int32(code) == LINEBREAK_ALLOWBREAK
        }
    }
}
