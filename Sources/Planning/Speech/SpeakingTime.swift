import Foundation

/// Guesses how long a sentence takes to say, before any voice has said it.
package enum SpeakingTime {
    /// The guess in milliseconds.
    ///
    /// 15.5 characters a second for alphabets, 4.6 for Han characters and for digits among them,
    /// and 250 ms a sentence.
    package static func estimate(_ text: String, language: String) -> Int {
        language.hasPrefix("zh") ? han(text) : alphabetic(text)
    }

    private static func alphabetic(_ text: String) -> Int {
        250 + Int((Double(text.count) / 15.5 * 1000).rounded())
    }

    private static func han(_ text: String) -> Int {
        let seconds = text.unicodeScalars.reduce(0.0) { sum, scalar in
            let properties = scalar.properties
            if properties.isIdeographic || properties.numericType == .decimal {
                return sum + 1 / 4.6
            }
            return properties.isAlphabetic ? sum + 1 / 15.5 : sum
        }
        return 250 + Int((seconds * 1000).rounded())
    }
}
