import Foundation
import Planning

extension Draft.Segment {
    /// Takes other words; the times of the old ones go.
    mutating func say(_ words: String) {
        guard words != text else { return }
        text = words
        self.words = nil
    }

    /// Whether its words hold `part`, without regard to case.
    func contains(_ part: String) -> Bool {
        !part.isEmpty && (text ?? "").range(of: part, options: .caseInsensitive) != nil
    }

    /// Returns its words with `new` for each `old`: as it is written, else without regard to case.
    func replacing(_ old: String, by new: String) -> String {
        let words = text ?? ""
        guard !words.contains(old) else { return words.replacing(old, with: new) }
        return words.replacingOccurrences(of: old, with: new, options: .caseInsensitive)
    }

    /// Changes how it comes and goes; nil leaves a side.
    mutating func animate(
        entrance: Draft.TextAnimation.Kind?, exit: Draft.TextAnimation.Kind?
    ) {
        var animation = animation ?? Draft.TextAnimation()
        if let entrance, (animation.entrance ?? .fade) != entrance {
            animation.entrance = entrance
        }
        if let exit, (animation.exit ?? .fade) != exit { animation.exit = exit }
        if self.animation != nil || animation != Draft.TextAnimation() {
            self.animation = animation
        }
    }
}

extension String {
    /// The text with more behind it: a space divides words of scripts that have spaces.
    func continued(with more: String) -> String {
        guard let last = unicodeScalars.last, let first = more.unicodeScalars.first else {
            return self + more
        }
        // CJK punctuation, kana, ideographs, Hangul excluded: Korean has spaces.
        func isDense(_ scalar: Unicode.Scalar) -> Bool {
            (0x3000...0x9FFF).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
                || (0xFF00...0xFFEF).contains(scalar.value)
        }
        let needsNone =
            last.properties.isWhitespace || first.properties.isWhitespace || isDense(last)
            || isDense(first) || ",.;:!?)".unicodeScalars.contains(first)
        return needsNone ? self + more : "\(self) \(more)"
    }
}
