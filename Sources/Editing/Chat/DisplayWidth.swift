/// How many columns of a terminal a text takes.
package enum DisplayWidth {
    package static func of(_ text: String) -> Int { text.reduce(0) { $0 + of($1) } }

    /// 0, 1, or 2: East Asian wide characters and emoji take two.
    package static func of(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        // The sign that asks for a picture, and flags.
        if scalars.count > 1, scalars.contains("\u{FE0F}") { return 2 }
        if scalars.count > 1, scalars.allSatisfy({ 0x1F1E6...0x1F1FF ~= $0.value }) { return 2 }
        return scalars.map(of).max() ?? 0
    }

    private static func of(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .control: return 0
        case .format: return scalar == "\u{AD}" ? 1 : 0
        default: break
        }
        // Vowels and finals of Hangul join the syllable before them.
        if 0x1160...0x11FF ~= scalar.value { return 0 }
        return wide.contains { $0 ~= scalar.value } || scalar.properties.isEmojiPresentation ? 2 : 1
    }

    /// Wide and Fullwidth of Unicode Standard Annex 11, by blocks; emoji apart.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
        0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF,
        0x1AFF0...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD,
    ]
}
