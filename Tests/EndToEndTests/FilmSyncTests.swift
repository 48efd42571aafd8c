import Foundation
import TestSupport
import Testing

/// Films with a flash and a tone at the same instant: what the program makes of them, as another
/// program decodes it.
struct FilmSyncTests {
    /// A flash and a tone that must be in the result.
    private struct Event {
        var text: String

        /// Seconds of the timeline.
        var time: Double

        /// How far the tone may be off, in seconds.
        var slack = 0.001
    }

    /// A timeline of segments, one after the other, and what must be seen and heard on it.
    private struct Timeline {
        /// The first segment starts off the grid of frames.
        var end = 0.213
        var segments: [String] = []
        var events: [Event] = []

        /// Appends a film at its own pace.
        mutating func add(_ film: FlashFilm, start: Double = 0) {
            add(film, start: start, speed: 1, seconds: film.seconds - start)
        }

        mutating func add(
            _ film: FlashFilm, start: Double, speed: Double, seconds: Double, repeats: Int = 1,
            id: String? = nil, more: String = ""
        ) {
            let (at, length) = (Int((end * 1000).rounded()), Int((seconds * 1000).rounded()))
            segments.append(
                #"{"s":\#(at),"d":\#(length),"src":"\#(film.name)","ss":\#(Int(start * 1000)),"#
                    + #""sp":\#(speed)\#(id.map { #","id":"\#($0)""# } ?? "")\#(more)}"#)
            for turn in 0..<repeats {
                let instant = film.instant + Double(turn) * film.seconds
                events.append(
                    Event(
                        text: "\(film.name) from \(start) at \(speed)",
                        time: Double(at) / 1000 + (instant - start) / speed,
                        slack: speed == 1 ? 0.001 : 0.02))
            }
            // The next one starts off the grid too.
            end = Double(at + length) / 1000 + 0.007
        }
    }

    private static let (width, height, rate) = (32, 24, 30.0)

    /// Renders `timeline` and returns the brightness of each frame, 0...255, and the left channel.
    private func rendered(
        _ timeline: Timeline, in place: Workplace, more: String = ""
    ) throws -> (white: [Bool], left: [Float])? {
        try place.write(
            draft(
                width: Self.width, height: Self.height, fps: "30", meta: #","loudness":null"#,
                pictures(timeline.segments.joined(separator: ",")), more: more), to: "draft.json")
        let file = try place.renderCleanly()
        guard let frames = try file.frames(width: Self.width, height: Self.height),
            let left = try file.left()
        else { return nil }
        let middle = Self.width * Self.height / 2 + Self.width / 2
        return (frames.map { $0.bytes[middle] > 128 }, left)
    }

    private func expect(
        _ events: [Event], _ found: (white: [Bool], left: [Float])
    ) {
        for event in events {
            let wanted = Int((event.time * Self.rate - 1e-6).rounded(.up))
            let near = max(wanted - 10, 0)..<min(wanted + 10, found.white.count)
            let flash = near.first { found.white[$0] }
            #expect(flash == wanted, "flash of \(event.text)")
            let onset = onset(found.left, near: event.time)
            let late = onset.map { $0 - event.time } ?? .infinity
            #expect(abs(late) <= event.slack, "tone of \(event.text): \(late) s late")
        }
    }

    /// When sound sets in within 200 ms of `time`.
    private func onset(_ samples: [Float], near time: Double) -> Double? {
        let range =
            max(
                Int((time - 0.2) * 48_000), 0)..<min(
                Int((time + 0.2) * 48_000), samples.count)
        let loud = 0.2 * (samples[range].map(abs).max() ?? 1)
        guard loud > 0.01 else { return nil }
        return range.first { abs(samples[$0]) > loud }.map { Double($0) / 48_000 }
    }

    @Test func flashAndToneLieWhereTheTimelinePutsThem() throws {
        guard
            let maker = FFmpeg.find(
                encoders: "libx264", "libvpx-vp9", "libvpx", "libopus")
        else { return }
        let place = try Workplace()
        var timeline = Timeline()
        for film in try FlashFilm.all(maker, in: place) { timeline.add(film) }
        guard let found = try rendered(timeline, in: place) else { return }
        expect(timeline.events, found)
    }

    @Test func trimsSpeedsLoopsAndTransitionsKeepThemTogether() throws {
        guard let maker = FFmpeg.find(encoders: "libx264", "libvpx-vp9", "libvpx", "libopus") else {
            return
        }
        let place = try Workplace()
        let all = try FlashFilm.all(maker, in: place)
        let some = all.filter {
            ["rate0.mp4", "rate1.avi", "rate2.webm", "rate3.aac.mkv", "rate4.ts", "varying.mp4"]
                .contains($0.name)
        }
        let long = try FlashFilm.long(maker, in: place)
        var timeline = Timeline()
        for film in some { timeline.add(film, start: 0.333) }
        let speeds = [0.25, 0.5, 2, 4]
        var tones: [Double] = []
        for speed in speeds {
            timeline.add(long, start: 0.2, speed: speed, seconds: 1 / speed)
            tones.append(timeline.events[timeline.events.count - 1].time)
        }
        let even = try #require(all.first { $0.name == "rate3.mp4" })
        timeline.add(even, start: 0, speed: 1, seconds: 3.6, repeats: 3, more: #","loop":true"#)
        timeline.add(even, start: 0, speed: 1, seconds: 1.2, id: "a")
        timeline.end -= 0.007
        timeline.add(some[2], start: 0, speed: 1, seconds: 1.2, id: "b")
        let fade = ##","tr":[{"k":"fade","a":"a","b":"b","d":400}]"##
        guard let found = try rendered(timeline, in: place, more: fade) else { return }
        expect(timeline.events, found)
        for (speed, tone) in zip(speeds, tones) {
            // The middle of the tone, which lasts for 200 ms at its own pace.
            let length = 0.2 / speed
            let range = Int((tone + 0.3 * length) * 48_000)..<Int((tone + 0.8 * length) * 48_000)
            let own = power(found.left[range], 1000)
            for other in [250.0, 500, 2000, 4000] {
                #expect(power(found.left[range], other) < own / 20, "\(other) Hz at \(speed)")
            }
        }
    }

    /// The power of one frequency (Goertzel's sum, written out).
    private func power(_ samples: ArraySlice<Float>, _ frequency: Double) -> Double {
        var (real, imaginary) = (0.0, 0.0)
        for (index, sample) in samples.enumerated() {
            // Hann's window keeps neighbours out.
            let window = 0.5 - 0.5 * cos(2 * .pi * (Double(index) + 0.5) / Double(samples.count))
            let phase = 2 * .pi * frequency * Double(index) / 48_000
            real += window * Double(sample) * cos(phase)
            imaginary += window * Double(sample) * sin(phase)
        }
        return real * real + imaginary * imaginary
    }

    private func level(_ samples: [Float], _ from: Double, _ to: Double) -> Double {
        Wave.level(samples[Int(from * 48_000)..<Int(to * 48_000)])
    }

    @Test func theSoundOfFilmsFollowsVolumeFadesAndMutes() throws {
        guard let maker = FFmpeg.find(encoders: "libx264") else { return }
        let place = try Workplace()
        try maker.run([
            "-f", "lavfi", "-i", "color=c=black:s=64x48:r=30:d=1", "-f", "lavfi", "-i",
            "aevalsrc='sin(2*PI*1000*t)/2|sin(2*PI*1000*t)/2':s=48000:d=1",
            "-c:v", "libx264", "-c:a", "pcm_s16le", place.path("tone.mov"), "-map", "0:v", "-c:v",
            "libx264", place.path("silent.mp4"),
        ])
        let segments = [
            #"{"d":1000,"src":"tone.mov"}"#, #"{"d":1000,"src":"tone.mov","vol":0.5}"#,
            #"{"d":1000,"src":"tone.mov","vol":0}"#, #"{"d":1000,"src":"silent.mp4"}"#,
            #"{"d":1000,"src":"tone.mov","fi":500,"fo":500}"#, #"{"d":1500,"src":"tone.mov"}"#,
        ]
        let muted = ##"{"tt":0,"m":{"mute":true},"sg":[{"s":2000,"d":1000,"src":"tone.mov"}]}"##
        try place.write(
            draft(
                width: 32, height: 24, fps: "10", meta: #","loudness":null"#,
                pictures(segments.joined(separator: ",")), muted), to: "draft.json")
        guard let left = try place.renderCleanly().left() else { return }
        let whole = level(left, 0.1, 0.9)
        // An amplitude of 1/2: -9.03 dB.
        #expect(abs(whole + 9.03) < 0.2)
        #expect(abs(level(left, 1.1, 1.9) - (whole - 6.02)) < 0.2)
        #expect(level(left, 2.1, 2.9) < -70 && level(left, 3.1, 3.9) < -70)
        // A straight rise is at one half after half its time.
        #expect(abs(level(left, 4.24, 4.26) - (whole - 6.02)) < 0.5)
        #expect(abs(level(left, 4.74, 4.76) - (whole - 6.02)) < 0.5)
        #expect(abs(level(left, 5.1, 5.9) - whole) < 0.2)
        // The last frame holds, in silence.
        #expect(level(left, 6.1, 6.4) < -70)
    }

    /// One second of picture, three of sound; the film lasts as long as its sound.
    @Test func thePictureHoldsWhereTheSoundIsLonger() throws {
        guard let film = Fixtures.shared("media/video/audio_longer.mp4")?.path,
            let surround = Fixtures.shared("media/video/surround51.mp4")?.path
        else { return }
        let place = try Workplace(
            draft(
                width: 320, height: 200, fps: "10", meta: #","loudness":null"#,
                pictures(#"{"src":"\#(film)"},{"src":"\#(surround)"}"#)))
        let file = try place.renderCleanly()
        guard let frames = try file.frames(width: 320, height: 200),
            let samples = try file.samples()
        else { return }
        #expect(frames.count == 40)
        let left = stride(from: 0, to: samples.count, by: 2).map { samples[$0] }
        // Clicks at 0.5 and 2.5 s, and one of the second film at 0.5 s.
        let onsets = Wave.onsets(left)
        #expect(onsets.count == 3)
        for (found, wanted) in zip(onsets, [0.5, 2.5, 3.5]) {
            #expect(abs(found - wanted) <= 0.001, "\(found), not \(wanted)")
        }
        // 0.2 in each of six channels: 0.2 (1 + 0.7071 + 0.7071) without the low one.
        let peak = samples[3 * 96_000..<samples.count].map(abs).max() ?? 0
        #expect(abs(peak - 0.4828) < 0.05, "\(peak)")
        let worst = frames[11..<30].flatMap { frame in
            zip(frame.luma, frames[10].luma).map { abs(Int($0) - Int($1)) }
        }.max()
        // What a draft's quality makes of the same picture.
        #expect((worst ?? 255) < 20)
    }
}
