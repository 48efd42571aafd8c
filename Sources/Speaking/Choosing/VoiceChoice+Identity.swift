import Foundation

extension VoiceChoice {
    /// Reads a voice as a draft names it: a value of `--voice`, or the identity of a voice that
    /// spoke before, as "espeak-ng-1.51:default".
    ///
    /// - Throws: `SpeechError` where no voice of this name can speak new words.
    package init(named text: String) throws(SpeechError) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        let engine = Self.engine(of: text).lowercased()
        switch (engine, parts.count) {
        case ("espeak-ng", 2) where parts[1] == "default": self = .espeak(variant: nil)
        case ("espeak-ng", 2), ("hibari", 2): try self.init("\(engine):\(parts[1])")
        // The identity of Piper ends with the size of its voice file.
        case ("piper", 3) where parts[2].allSatisfy(\.isNumber):
            try self.init("piper:\(parts[1])")
        default: try self.init(text)
        }
    }

    /// Returns the engine's name in an identity of a voice, without its version: "espeak-ng" of
    /// "espeak-ng-1.51:default".
    package static func engine(of identity: String) -> String {
        let name = identity.prefix { $0 != ":" }
        let version = name.firstRange(of: /-([0-9]|missing$)/)
        return String(name[..<(version?.lowerBound ?? name.endIndex)])
    }
}
