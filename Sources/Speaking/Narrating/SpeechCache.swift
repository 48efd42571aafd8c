import Foundation
import Media

/// Spoken sentences as files: `<hash>.wav` beside `<hash>.json`, which says what it is.
///
/// Files are written whole and read with distrust: what does not check out is spoken anew.
struct SpeechCache: Sendable {
    let folder: URL

    /// What makes one sound differ from another.
    struct Key: Hashable, Codable, Sendable {
        var voice: String
        var language: String
        var rate: Double
        var text: String

        /// The place in the whole text, for a voice that speaks only the whole.
        var context: String?

        var name: String {
            var hash = ContentHash()
            for part in [voice, language, "\(rate)", text, context ?? ""] { hash.add(part) }
            return hash.hex
        }
    }

    /// The content of a `.json` file.
    struct Entry: Codable, Sendable {
        var key: Key

        /// What the sound was made louder by, in decibels.
        var gain: Int

        /// The length in milliseconds.
        var duration: Int

        /// The hash of the WAV file.
        var sound: String

        var words: [Word]
    }

    struct Word: Codable, Sendable {
        var start: Int
        var duration: Int
        var word: String
    }

    func sound(_ key: Key) -> URL { folder.appending(path: key.name + ".wav") }

    private func facts(_ key: Key) -> URL { folder.appending(path: key.name + ".json") }

    /// Returns what is kept for `key`, nil where nothing is or where it is damaged.
    func entry(_ key: Key) -> Entry? {
        guard let facts = Self.bounded(facts(key), 4_000_000),
            let entry = try? JSONDecoder().decode(Entry.self, from: facts),
            entry.key == key, entry.isSound,
            let sound = Self.bounded(sound(key), 400_000_000), Self.hash(sound) == entry.sound
        else { return nil }
        return entry
    }

    /// Keeps `speech`, which was made louder by `gain` decibels.
    ///
    /// - Throws: `MediaError` where the files can't be written.
    func store(_ speech: Speech, _ key: Key, gain: Int) throws(MediaError) -> Entry {
        let sound = WaveFile.bytes(speech.samples, sampleRate: speech.sampleRate)
        let words = speech.words.map {
            Word(start: $0.start, duration: $0.duration, word: $0.word)
        }
        let entry = Entry(
            key: key, gain: gain, duration: speech.milliseconds, sound: Self.hash(sound),
            words: words)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true)
            try sound.write(to: self.sound(key), options: .atomic)
            try encoder.encode(entry).write(to: facts(key), options: .atomic)
        } catch {
            throw MediaError(
                "keep the speech", path: folder.path, reason: error.localizedDescription)
        }
        return entry
    }

    /// A file's bytes; nil where it is missing, not a file, or larger than `limit`.
    private static func bounded(_ url: URL, _ limit: Int) -> Data? {
        let values = try? url.resourceValues(forKeys: [.fileSizeKey, .isRegularFileKey])
        guard let values, values.isRegularFile == true, (values.fileSize ?? .max) <= limit else {
            return nil
        }
        return try? Data(contentsOf: url)
    }

    private static func hash(_ data: Data) -> String {
        var hash = ContentHash()
        data.withUnsafeBytes { hash.add($0) }
        return hash.hex
    }
}

extension SpeechCache.Entry {
    /// Whether the times make sense: an edited file must not lead to words outside the sound.
    fileprivate var isSound: Bool {
        guard 1...3_600_000 ~= duration, !words.isEmpty else { return false }
        var earliest = 0
        for word in words {
            guard word.start >= earliest, word.duration >= 0, word.start <= duration,
                word.duration <= duration - word.start
            else { return false }
            earliest = word.start
        }
        return true
    }
}
