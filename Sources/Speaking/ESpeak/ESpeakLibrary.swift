import CESpeak
import Foundation
import Synchronization

/// The one libespeak-ng of the process.
///
/// The library keeps its state in globals: every call goes through one lock. It runs in process,
/// so that it always works and starts at once; the price is that a hang in it could not be ended.
/// What goes in is therefore bounded, and the library stops at the first block past the limit.
final class ESpeakLibrary: Sendable {
    static let shared = ESpeakLibrary()

    /// A word event: where in the text, and when.
    struct WordEvent: Hashable, Sendable {
        /// The index of a Unicode scalar of the text.
        var scalar: Int
        /// In milliseconds from the start of the sound.
        var time: Int
    }

    struct Sound: Sendable {
        var samples: [Float]
        var events: [WordEvent]
    }

    /// What can't be told apart by language alone.
    struct Settings: Sendable {
        /// The engine's file of the voice, with a variant: "gmw/en-US+f2".
        var voice: String
        /// In nominal words a minute, 80...450.
        var wordsPerMinute: Int
    }

    private struct State {
        var sampleRate: Int32?
    }

    private let state = Mutex(State())

    /// The library's version, "1.51".
    static var version: String {
        guard let info = espeak_Info(nil) else { return "unknown" }
        let text = String(cString: info)
        return text.split(separator: " ").first.map(String.init) ?? "unknown"
    }

    /// Speaks each of `texts` in turn.
    func speak(
        _ texts: [String], with settings: Settings
    ) throws(SpeechError) -> (sampleRate: Int, sounds: [Sound]) {
        let result = state.withLock { state in
            Result { () throws(SpeechError) in
                let rate = try Self.start(&state)
                guard espeak_SetVoiceByName(settings.voice) == EE_OK else {
                    throw SpeechError(
                        ESpeakVoice.engine, "it has no voice '\(settings.voice)'")
                }
                espeak_SetParameter(espeakRATE, Int32(settings.wordsPerMinute), 0)
                let sounds = try texts.map { text throws(SpeechError) in
                    try Self.synthesize(text, sampleRate: Int(rate))
                }
                return (Int(rate), sounds)
            }
        }
        return try result.get()
    }

    /// The file of the voice for each language, as the library names both: "en-us" is spoken by
    /// "gmw/en-US".
    ///
    /// The file is what selects a voice for sure: version 1.51 knows some languages, such as
    /// "fr-fr", but finds no voice by that name.
    func voices() throws(SpeechError) -> [String: String] {
        let result = state.withLock { state in
            Result { () throws(SpeechError) in
                _ = try Self.start(&state)
                return Self.listVoices()
            }
        }
        return try result.get()
    }

    /// Returns whether the library has the voice variant `name`: "f2".
    func hasVariant(_ name: String) throws(SpeechError) -> Bool {
        guard !name.isEmpty, !name.contains("/"), !name.hasPrefix(".") else { return false }
        let result = state.withLock { state in
            Result { () throws(SpeechError) in
                _ = try Self.start(&state)
                var folder: UnsafePointer<CChar>?
                espeak_Info(&folder)
                guard let folder else { return false }
                let path = "\(String(cString: folder))/voices/!v/\(name)"
                return FileManager.default.fileExists(atPath: path)
            }
        }
        return try result.get()
    }
}

extension ESpeakLibrary {
    private static func start(_ state: inout State) throws(SpeechError) -> Int32 {
        if let rate = state.sampleRate { return rate }
        let rate = espeak_Initialize(
            AUDIO_OUTPUT_SYNCHRONOUS, 0, nil, espeakINITIALIZE_DONT_EXIT)
        guard rate > 0 else {
            throw SpeechError(
                ESpeakVoice.engine,
                "its data (espeak-ng-data) is not where libespeak-ng looks for it; "
                    + "install the package espeak-ng-data, or run scripts/setup")
        }
        espeak_SetSynthCallback { samples, count, events in
            ESpeakCollector.take(samples, count: Int(count), events)
        }
        state.sampleRate = rate
        return rate
    }

    private static func synthesize(
        _ text: String, sampleRate: Int
    ) throws(SpeechError) -> Sound {
        ESpeakCollector.begin(limit: sampleRate * ESpeakVoice.longest)
        let status = text.withCString {
            espeak_Synth(
                $0, strlen($0) + 1, 0, POS_CHARACTER, 0, UInt32(espeakCHARS_UTF8), nil, nil)
        }
        let sound = ESpeakCollector.end()
        guard status == EE_OK, let sound else {
            throw SpeechError(
                ESpeakVoice.engine,
                status == EE_OK
                    ? "a sentence lasts over \(ESpeakVoice.longest / 60) minutes; split it"
                    : "it failed with code \(status.rawValue)")
        }
        return sound
    }

    /// A voice's languages are pairs of a priority byte (low is better) and a C string, ended by a
    /// zero byte.
    private static func listVoices() -> [String: String] {
        var best: [String: (priority: CChar, file: String)] = [:]
        guard let voices = espeak_ListVoices(nil) else { return [:] }
        var index = 0
        while let voice = voices[index] {
            index += 1
            guard var entry = voice.pointee.languages, let id = voice.pointee.identifier else {
                continue
            }
            let file = String(cString: id)
            while entry.pointee != 0 {
                let name = entry + 1
                let language = String(cString: name)
                let found = (priority: entry.pointee, file: file)
                if best[language].map({ found < $0 }) ?? true { best[language] = found }
                entry = name + strlen(name) + 1
            }
        }
        return best.mapValues(\.file)
    }
}

/// Where the library's callback leaves what it gets.
///
/// Static because the callback carries no context that is set in every version; only touched
/// inside `ESpeakLibrary`'s lock, on the thread that called `espeak_Synth`.
private enum ESpeakCollector {
    nonisolated(unsafe) private static var sound = ESpeakLibrary.Sound(samples: [], events: [])
    nonisolated(unsafe) private static var limit = 0
    nonisolated(unsafe) private static var isOver = false

    static func begin(limit: Int) {
        sound = ESpeakLibrary.Sound(samples: [], events: [])
        self.limit = limit
        isOver = false
    }

    /// Returns what came since `begin`; nil if the limit ended it.
    static func end() -> ESpeakLibrary.Sound? {
        defer { sound = ESpeakLibrary.Sound(samples: [], events: []) }
        return isOver ? nil : sound
    }

    /// Returns 1 to make the library stop, else 0.
    ///
    /// `samples` is nil at the end, where events may still come.
    static func take(
        _ samples: UnsafeMutablePointer<Int16>?, count: Int,
        _ events: UnsafeMutablePointer<espeak_EVENT>?
    ) -> Int32 {
        if let samples, count > 0 {
            sound.samples += UnsafeBufferPointer(start: samples, count: count).map {
                Float($0) / 32_768
            }
        }
        if var event = events {
            while event.pointee.type != espeakEVENT_LIST_TERMINATED {
                if event.pointee.type == espeakEVENT_WORD {
                    sound.events.append(
                        ESpeakLibrary.WordEvent(
                            scalar: Int(event.pointee.text_position) - 1,
                            time: Int(event.pointee.audio_position)))
                }
                event += 1
            }
        }
        isOver = isOver || sound.samples.count > limit
        return isOver ? 1 : 0
    }
}
