/// Finds espeak-ng's name of a language for a BCP 47 tag.
enum ESpeakLanguage {
    /// What espeak-ng calls otherwise than BCP 47 does, or where a tag leaves a choice.
    private static let names = [
        "en": "en-us", "zh": "cmn", "zh-hant-hk": "yue", "zh-hk": "yue", "zh-mo": "yue",
        "no": "nb", "pt": "pt", "pt-pt": "pt", "es-mx": "es-419", "fr": "fr-fr", "tl": "fil",
        "iw": "he", "in": "id", "zh-yue": "yue", "zh-cmn": "cmn",
    ]

    /// Returns the name of the language `tag`, nil where it is none of `known`.
    ///
    /// The longest part of the tag that is known wins: "de-AT" is spoken by "de".
    static func name(for tag: String, known: Set<String>) -> String? {
        var parts = tag.lowercased().split { $0 == "-" || $0 == "_" }.map(String.init)
        while !parts.isEmpty {
            let name = parts.joined(separator: "-")
            if let mapped = names[name], known.contains(mapped) { return mapped }
            if known.contains(name) { return name }
            parts.removeLast()
        }
        return nil
    }

    /// Returns the engine's pace for `language` at rate 1, in its nominal words a minute.
    ///
    /// Its normal 175 is 200 real words a minute in English, too fast to explain something; in
    /// Mandarin it is 3 characters a second, far too slow.
    static func wordsPerMinute(_ language: String) -> Double {
        language.hasPrefix("cmn") || language.hasPrefix("yue") ? 230 : 160
    }
}
