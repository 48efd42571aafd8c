import Foundation
import Media

/// What is not as it should be in a file for people to watch, in words.
struct FileNotes {
    private(set) var notes: [String] = []

    /// How far the ends of picture and sound may lie apart: one frame of AAC at 48 kHz, in seconds.
    private static let endTolerance = 0.0214

    init(_ file: StoredFile) {
        add(file.damage)
        container(file)
        if let video = file.video {
            times(video.times)
            colour(video)
            picture(video)
        } else {
            add("it has no picture")
        }
        if let audio = file.audio { sound(audio, file.video) } else { add("it has no sound") }
    }

    private mutating func add(_ note: String?) {
        if let note { notes.append(note) }
    }

    private mutating func container(_ file: StoredFile) {
        if file.isFragmented {
            add("it is a fragmented file, as streams are; some editors can't open it")
        } else if file.isIndexFirst == false {
            add("its index (moov) stands at the end: players on the web must load all of it first")
        }
        if file.videoStreams > 1 { add("it has \(file.videoStreams) pictures; one is looked at") }
        if file.audioStreams > 1 { add("it has \(file.audioStreams) sounds; one is looked at") }
        let starts = [file.video?.times.start, file.audio?.start].compactMap { $0 }
        if let start = starts.min(), abs(start) > 0.001 {
            add("its first time stamp is \(Self.seconds(start)), not 0")
        } else if let start = file.video?.times.start, start > 0.001 {
            add("its picture begins \(Self.seconds(start)) after its sound")
        } else if let start = file.audio?.start, start > 0.001 {
            add("its sound begins \(Self.seconds(start)) after its picture")
        }
    }

    private mutating func times(_ times: PacketTimes) {
        if times.frames == 0 { add("no frame of it is shown") }
        if times.backward > 0 { add("\(times.backward) decoding times do not rise") }
        if times.unclear > 0 { add("\(times.unclear) frames have no time of their own") }
        if times.areUneven {
            let (low, high) = (times.shortest * 1000, times.longest * 1000)
            add(String(format: "its frames last unequally, %.1f to %.1f ms", low, high))
        }
    }

    private mutating func colour(_ video: StoredFile.Video) {
        let missing = [
            video.matrix == nil ? "matrix" : nil, video.primaries == nil ? "primaries" : nil,
            video.transfer == nil ? "transfer" : nil, video.isFullRange == nil ? "range" : nil,
        ].compactMap { $0 }
        if missing.count == 4 {
            add("its colours are untagged: players guess between BT.601 and BT.709")
        } else if !missing.isEmpty {
            add("its colour tags lack \(missing.joined(separator: ", "))")
        }
    }

    private mutating func picture(_ video: StoredFile.Video) {
        if video.isInterlaced { add("it is interlaced") }
        if video.isTurned { add("it is stored turned, and players are told to turn it") }
        if abs(video.pixelAspect - 1) > 0.001 {
            add(String(format: "its pixels are not square: 1 to %.3f", video.pixelAspect))
        }
        if let format = video.pixelFormat, !["yuv420p", "yuvj420p"].contains(format) {
            add("its pixels are \(format), which many players can't show")
        }
        if video.width % 2 != 0 || video.height % 2 != 0 { add("its size is odd") }
    }

    private mutating func sound(_ audio: StoredFile.Audio, _ video: StoredFile.Video?) {
        guard let times = video?.times, times.frames > 0 else { return }
        let later = audio.end - times.end
        guard abs(later) > Self.endTolerance else { return }
        let side = later > 0 ? "after" : "before"
        add("its sound ends \(Self.seconds(abs(later))) \(side) its picture")
    }

    private static func seconds(_ value: Double) -> String {
        abs(value) < 1 ? String(format: "%.0f ms", value * 1000) : String(format: "%.2f s", value)
    }
}
