import Foundation
import Media

/// What the container and the streams promise.
struct FilePromises {
    private let file: StoredFile
    private let expected: Certificate.Expected?

    /// One frame of AAC at 48 kHz, in seconds.
    private static let endTolerance = 0.0214

    init(_ file: StoredFile, _ expected: Certificate.Expected?) {
        self.file = file
        self.expected = expected
    }

    var all: [Certificate.Promise] {
        [codec, pixels, colour, size, rate, frames, start, sound, ends, index]
    }

    private func promise(_ id: String, _ title: String, _ bar: String) -> Certificate.Promise {
        Certificate.Promise(id, title, bar: bar)
    }

    private var codec: Certificate.Promise {
        let promise = promise("codec", "Plays everywhere", "H.264 High")
        // Other containers are made for other codecs.
        guard let video = file.video, isISO else { return promise }
        let words = [video.codec, video.profile].compactMap { $0 }.joined(separator: " ")
        return promise.judged(video.codec == "h264" && video.profile == "High", words)
    }

    private var isISO: Bool { file.isIndexFirst != nil || file.isFragmented }

    private var pixels: Certificate.Promise {
        let promise = promise("pixels", "Pixels as players take them", "yuv420p")
        guard let format = file.video?.pixelFormat else { return promise }
        return promise.judged(format == "yuv420p", format)
    }

    private var colour: Certificate.Promise {
        let promise = promise(
            "colour", "Colours are tagged as what they are", "BT.709, limited range")
        guard let video = file.video else { return promise }
        let tags = [video.matrix, video.primaries, video.transfer].map { $0 ?? "untagged" }
        let range = video.isFullRange.map { $0 ? "full" : "limited" } ?? "untagged"
        return promise.judged(
            tags.allSatisfy { $0 == "bt709" } && range == "limited",
            Set(tags).sorted().joined(separator: ", ") + ", \(range)")
    }

    private var size: Certificate.Promise {
        let wanted = expected.map { "\($0.width)x\($0.height)" }
        let promise = promise("size", "Size", wanted ?? "even sides")
        guard let video = file.video else { return promise }
        let isEven = video.width % 2 == 0 && video.height % 2 == 0
        let words = "\(video.width)x\(video.height)"
        return promise.judged(isEven && (wanted == nil || wanted == words), words)
    }

    private var rate: Certificate.Promise {
        let promise = promise("rate", "Frames last equally", "constant frame rate")
        guard let times = file.video?.times, times.frames > 1 else { return promise }
        let words = String(format: "%.2f to %.2f ms", times.shortest * 1000, times.longest * 1000)
        return promise.judged(!times.areUneven, words)
    }

    private var frames: Certificate.Promise {
        let promise = promise(
            "frames", "As many frames as the draft has",
            expected.map { "\($0.frames)" } ?? "what the draft has")
        guard let expected, let times = file.video?.times else { return promise }
        return promise.judged(times.frames == expected.frames, "\(times.frames)")
    }

    private var start: Certificate.Promise {
        let promise = promise("start", "Begins at 0", "within 1 ms")
        let starts = [file.video?.times.start, file.audio?.start].compactMap { $0 }
        guard let first = starts.min() else { return promise }
        return promise.judged(abs(first) <= 0.001, String(format: "%.1f ms", first * 1000))
    }

    private var sound: Certificate.Promise {
        let isDue = expected?.hasSound ?? (file.audio != nil)
        let promise = promise("sound", "Sound as players take it", "AAC LC, 48 kHz, stereo")
        guard isDue, isISO else { return promise }
        guard let audio = file.audio else { return promise.judged(false, "none") }
        let words =
            "\(audio.codec) \(audio.profile ?? ""), \(audio.rate) Hz, \(audio.channels) channels"
        return promise.judged(
            audio.codec == "aac" && audio.profile == "LC" && audio.rate == 48_000
                && audio.channels == 2, words)
    }

    private var ends: Certificate.Promise {
        let promise = promise("ends", "Picture and sound end together", "within 21.4 ms")
        guard let video = file.video?.times, let audio = file.audio else { return promise }
        let later = audio.end - video.end
        return promise.judged(
            abs(later) <= Self.endTolerance, String(format: "%+.1f ms", later * 1000))
    }

    private var index: Certificate.Promise {
        let promise = promise("index", "Starts while it loads", "moov before mdat")
        guard let isFirst = file.isIndexFirst, !file.isFragmented else { return promise }
        return promise.judged(isFirst, isFirst ? "in front" : "at the end")
    }
}
