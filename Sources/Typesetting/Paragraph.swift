import CHarfBuzz

/// The characters between two line ends, cut into grapheme clusters, with all that shaping and line
/// breaking must know of each.
struct Paragraph {
    /// The code points, in reading order.
    var scalars: [UInt32] = []

    var clusters: [Cluster] = []

    /// The cluster that each code point belongs to.
    var clusterOfScalar: [Int] = []

    /// A grapheme cluster (UAX 29): what a reader sees as one character.
    struct Cluster {
        var text: Character

        /// The offset of its character in the text.
        var offset: Int

        /// Its code points' indices in the paragraph.
        var scalars: Range<Int>

        /// Whether it may hang over the end of a line.
        var isSpace: Bool

        /// Whether a line may end after it (UAX 14).
        var mayBreakAfter = false

        /// The embedding level (UAX 9): odd runs from right to left.
        var level: UInt8 = 0

        /// The index of its face in the library.
        var face = 0

        /// Whether no face has it, so that a box stands in its place.
        var isMissing = false

        var script = HB_SCRIPT_COMMON
    }

    /// Cuts `characters` into clusters with their breaks, levels and scripts; faces are still open.
    ///
    /// `start` is the offset of the first one in the text.
    init(_ characters: some Sequence<Character>, start: Int = 0, language: String) {
        for (index, character) in characters.enumerated() {
            append(character, offset: start + index)
        }
        findBreaks(language: language)
        findLevels()
        findScripts()
    }

    /// Stacked marks beyond this many code points say nothing: UAX 15's stream-safe bound.
    private static let longestCluster = 31

    private mutating func append(_ character: Character, offset: Int) {
        let start = scalars.count
        let kept = character.unicodeScalars.lazy.filter(\.isShown).prefix(Self.longestCluster)
        scalars.append(contentsOf: kept.map { $0 == "\t" ? 0x20 : $0.value })
        guard scalars.count > start else { return }  // Controls alone.
        let isSpace = scalars[start...].allSatisfy(isHangingSpace)
        clusterOfScalar.append(
            contentsOf: repeatElement(clusters.count, count: scalars.count - start))
        clusters.append(
            Cluster(
                text: character, offset: offset, scalars: start..<scalars.count, isSpace: isSpace))
    }

    /// Common and inherited characters take the script before them, leading ones the script after.
    private mutating func findScripts() {
        let functions = hb_unicode_funcs_get_default()
        var script: hb_script_t?
        for index in clusters.indices {
            let own = scalars[clusters[index].scalars].lazy
                .map { hb_unicode_script(functions, $0) }
                .first { $0 != HB_SCRIPT_COMMON && $0 != HB_SCRIPT_INHERITED }
            if script == nil, let own {
                for earlier in clusters[..<index].indices { clusters[earlier].script = own }
            }
            script = own ?? script
            clusters[index].script = script ?? HB_SCRIPT_COMMON
        }
    }

    /// Returns the characters of `range`, in reading order.
    func text(_ range: Range<Int>) -> String {
        let view = clusters[range].flatMap { scalars[$0.scalars] }.compactMap(Unicode.Scalar.init)
        return String(String.UnicodeScalarView(view))
    }

    /// Returns `range` without the spaces at its end.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        let end = clusters[range].lastIndex { !$0.isSpace }.map { $0 + 1 } ?? range.lowerBound
        return range.lowerBound..<end
    }
}

/// The breaking spaces, without the no-break ones.
private func isHangingSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x1680, 0x2000...0x2006, 0x2008...0x200B, 0x205F, 0x3000: true
    default: false
    }
}

extension Unicode.Scalar {
    /// Whether the code point is text at all: no control (a tab is), no noncharacter.
    fileprivate var isShown: Bool {
        self == "\t"
            || properties.generalCategory != .control && !properties.isNoncharacterCodePoint
    }
}
