import Foundation
import Media
import TestSupport

@testable import Comparing

/// A folder of sounds that are made of others.
struct SoundPlace {
    let ffmpeg: FFmpeg
    let folder: TemporaryFolder

    /// Nil (with a printed reason) where ffmpeg or one of `encoders` is absent.
    init?(_ encoders: String...) throws {
        let known = encoders.allSatisfy { FFmpeg.find(encoders: $0) != nil }
        guard known, let ffmpeg = FFmpeg.find() else { return nil }
        self.ffmpeg = ffmpeg
        folder = try TemporaryFolder()
    }

    /// Returns the path of a loop of the bundled music.
    static func music(_ name: String) -> String {
        Fixtures.checkout.appending(path: "Music/\(name).ogg").path
    }

    /// Runs ffmpeg from `path` to a new file called `name`; returns its path.
    func make(_ name: String, of path: String, _ arguments: [String]) throws -> String {
        let output = folder.path(name)
        try ffmpeg.run(["-i", path] + arguments + [output])
        return output
    }

    /// Cuts ten seconds of music out, as 32-bit floats.
    func excerpt(_ music: String, seconds: Double = 10) throws -> String {
        try make(
            "\(music).wav", of: Self.music(music),
            ["-ss", "2", "-t", "\(seconds)", "-ar", "48000", "-c:a", "pcm_f32le"])
    }

    /// Writes the sound at `path` anew with `change` made to its samples.
    func edit(
        _ path: String, as name: String, _ change: (inout AudioBlock) -> Void
    ) throws -> String {
        let store = try PCMStore(decoding: path)
        var block = try store.block(at: 0, count: store.sampleCount)
        change(&block)
        let output = folder.path(name)
        try Wave.write([block.left, block.right], to: output)
        return output
    }

    /// Compares two sounds that both must have.
    func compare(
        _ a: String, _ b: String, pictureOffset: Double? = nil
    ) throws -> SoundComparison {
        guard let found = try SoundComparison.run(a, b, pictureOffset: pictureOffset) else {
            throw MediaError("compare", path: b, reason: "one has no sound")
        }
        return found
    }
}

/// Ways to code sound well.
let goodCodings: [(name: String, encoder: String, arguments: [String])] = [
    ("aac128.m4a", "aac", ["-c:a", "aac", "-b:a", "128k"]),
    ("aac192.mp4", "aac", ["-c:a", "aac", "-b:a", "192k"]),
    ("opus.webm", "libopus", ["-c:a", "libopus", "-b:a", "96k"]),
    ("mp3.mp3", "libmp3lame", ["-c:a", "libmp3lame", "-b:a", "192k"]),
]
