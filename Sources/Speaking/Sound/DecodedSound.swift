import Foundation
import Media

/// A sound file as mono samples at 48 kHz.
enum DecodedSound {
    static let sampleRate = 48_000

    /// What a narration may last at most, in seconds: half an hour.
    static let longest = 1_800

    /// Decodes the file at `path` and mixes its channels to one.
    ///
    /// - Throws: `SpeechError` in the name of `engine` where it is no sound, or longer than half
    ///   an hour.
    static func mono(_ path: String, engine: String) throws(SpeechError) -> [Float] {
        do throws(MediaError) {
            let store = try PCMStore(decoding: path, window: 0..<longest * sampleRate + 1)
            guard store.sampleCount <= longest * sampleRate else {
                throw MediaError(
                    "decode the sound", path: path, reason: "it is longer than half an hour")
            }
            var samples: [Float] = []
            samples.reserveCapacity(store.sampleCount)
            for start in stride(from: 0, to: store.sampleCount, by: 10 * sampleRate) {
                let count = min(10 * sampleRate, store.sampleCount - start)
                let block = try store.block(at: start, count: count)
                samples += zip(block.left, block.right).map { ($0 + $1) / 2 }
            }
            return samples
        } catch {
            throw SpeechError(engine, "its sound can't be read: \(error.reason)")
        }
    }
}
