import Foundation
import Media

/// What the container and the streams promise.
struct FilePromises {
    private let file: StoredFile
    private let reference: Certificate.Reference?

    /// One frame of AAC at 48 kHz, in seconds.
    private static let endTolerance = 0.0214

    /// How far a rate in a container may be from the draft's, as a part of it.
    private static let rateTolerance = 1e-4

    init(_ file: StoredFile, _ reference: Certificate.Reference?) {
        self.file = file
        self.reference = reference
    }

    var all: [Certificate.Promise] {
        [codec, pixels, size, rate, frames, length, groups, start, ends, sound, index]
    }

    private func promise(_ id: String, _ title: String, _ bar: String) -> Certificate.Promise {
        Certificate.Promise(id, .file, title, bar: bar)
    }

    private var isISO: Bool { file.isIndexFirst != nil || file.isFragmented }

    private var codec: Certificate.Promise {
        let promise = promise("codec", "Plays everywhere", "H.264 High")
        guard let video = file.video, isISO else {
            return promise.lacking("for MP4 and QuickTime only")
        }
        let words = [video.codec, video.profile].compactMap { $0 }.joined(separator: " ")
        return promise.judged(video.codec == "h264" && video.profile == "High", words)
    }

    private var pixels: Certificate.Promise {
        let promise = promise("pixels", "Pixels as players take them", "yuv420p")
        guard let format = file.video?.pixelFormat else { return promise.lacking("untold") }
        return promise.judged(format == "yuv420p", format)
    }

    private var size: Certificate.Promise {
        let wanted = reference.map { "\($0.width)x\($0.height)" }
        let promise = promise("size", "Size", wanted ?? "even sides")
        guard let video = file.video else { return promise }
        let isEven = video.width % 2 == 0 && video.height % 2 == 0
        let words = "\(video.width)x\(video.height)"
        return promise.judged(isEven && (wanted == nil || wanted == words), words)
    }

    private var rate: Certificate.Promise {
        let wanted = reference.map { Wording.number($0.framesPerSecond, digits: 3) + " fps" }
        let promise = promise(
            "rate", "Frames last equally",
            ["constant frame rate", wanted].compactMap { $0 }.joined(separator: ", "))
        guard let times = file.video?.times, times.frames > 1 else {
            return promise.lacking("there is one frame only")
        }
        let found = Double(times.frames - 1) / max(times.lastStart - times.start, 1e-9)
        let isDue = reference.map { abs(found / $0.framesPerSecond - 1) < Self.rateTolerance }
        let words = String(format: "%.2f to %.2f ms", times.shortest * 1000, times.longest * 1000)
        return promise.judged(
            !times.areUneven && isDue != false,
            words + ", \(Wording.number(found, digits: 3)) fps")
    }

    private var frames: Certificate.Promise {
        let promise = promise(
            "frames", "As many frames as the draft has",
            reference.map { "\($0.frames)" } ?? "what the draft has")
        guard let times = file.video?.times, let reference else {
            return promise.lacking(Certificate.needsDraft)
        }
        return promise.judged(times.frames == reference.frames, "\(times.frames)")
    }

    private var length: Certificate.Promise {
        let due = reference.map { Double($0.frames) / $0.framesPerSecond }
        let promise = promise(
            "length", "As long as the draft is",
            due.map { String(format: "%.3f s ± 1 ms", $0) } ?? "what the draft has")
        guard let times = file.video?.times, let due else {
            return promise.lacking(Certificate.needsDraft)
        }
        let length = times.end - times.start
        return promise.judged(
            abs(length - due) <= 0.001 + times.tick, String(format: "%.3f s", length))
    }

    private var groups: Certificate.Promise {
        let promise = promise(
            "groups", "Groups of pictures are closed", "no frame is shown before its key frame")
        guard let times = file.video?.times else { return promise }
        return promise.judged(
            times.leading == 0, "\(times.leading), groups of at most \(times.longestGroup) frames")
    }

    private var start: Certificate.Promise {
        let promise = promise("start", "Begins at 0", "within 1 ms")
        let starts = [file.video?.times.start, file.audio?.start].compactMap { $0 }
        guard let first = starts.min() else { return promise }
        return promise.judged(abs(first) <= 0.001, String(format: "%.1f ms", first * 1000))
    }

    private var sound: Certificate.Promise {
        let promise = promise("sound", "Sound as players take it", "AAC LC, 48 kHz, stereo")
        let isDue = reference.map { $0.mix != nil } ?? (file.audio != nil)
        guard isDue else { return promise.lacking("there is no sound") }
        guard isISO else { return promise.lacking("for MP4 and QuickTime only") }
        guard let audio = file.audio else { return promise.judged(false, "none") }
        let words =
            "\(audio.codec) \(audio.profile ?? ""), \(audio.rate) Hz, \(audio.channels) channels"
        return promise.judged(
            audio.codec == "aac" && audio.profile == "LC" && audio.rate == 48_000
                && audio.channels == 2, words)
    }

    private var ends: Certificate.Promise {
        let promise = promise("ends", "Picture and sound end together", "within 21.4 ms")
        guard let video = file.video?.times, let audio = file.audio else {
            return promise.lacking("there is no sound")
        }
        let later = audio.end - video.end
        return promise.judged(
            abs(later) <= Self.endTolerance, String(format: "%+.1f ms", later * 1000))
    }

    private var index: Certificate.Promise {
        let promise = promise("index", "Starts while it loads", "moov before mdat")
        guard let isFirst = file.isIndexFirst, !file.isFragmented else {
            return promise.lacking("for MP4 and QuickTime in one piece only")
        }
        return promise.judged(isFirst, isFirst ? "in front" : "at the end")
    }
}
