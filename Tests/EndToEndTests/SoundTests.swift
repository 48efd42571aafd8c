import Foundation
import TestSupport
import Testing

/// Sound as it is heard after decoding.
struct SoundTests {
    private static let ground = ##"{"color":"#101820","d":"##

    /// A picture of `milliseconds` and `segments` of sound, two frames a second.
    private static func place(
        _ milliseconds: Int, fps: String = "2", meta: String = "", _ segments: String...
    ) throws -> Workplace {
        let tracks = segments.map { sounds($0) }.joined(separator: ",")
        return try Workplace(
            draft(
                fps: fps, meta: meta,
                pictures(ground + "\(milliseconds)}"), tracks))
    }

    /// A click of a third of a millisecond, its peak 250 ms after the file's start.
    private static func writeClick(to path: String) throws {
        var samples = [Float](repeating: 0, count: 24_000)
        for offset in -8...8 {
            samples[12_000 + offset] = Float(0.4 * (1 + cos(.pi * Double(offset) / 9)))
        }
        try Wave.write([samples, samples], to: path)
    }

    /// Five seconds of noise below some 2 kHz: AAC leaves out the highest tones of white noise.
    private static func rumble(_ amplitude: Double) -> [Float] {
        var last: Float = 0
        return Wave.noise(amplitude: amplitude, count: 240_000, seed: 7).map {
            last += 0.25 * ($0 - last)
            return last
        }
    }

    /// Returns the second of the loudest sample within 100 ms of `second`.
    private static func peak(_ samples: [Float], near second: Double) -> Double {
        let range =
            max(Int((second - 0.1) * 48_000), 0)..<min(Int((second + 0.1) * 48_000), samples.count)
        let loudest = range.max { abs(samples[$0]) < abs(samples[$1]) } ?? 0
        return Double(loudest) / 48_000
    }

    @Test(arguments: ["30", #""30000/1001""#, "24"])
    func clickIsHeardWhereTheTimelinePutsIt(fps: String) throws {
        let starts = [0, 613, 1207, 1999, 2750]
        let segments = starts.map { #"{"s":\#($0),"d":500,"src":"click.wav"}"# }
        let place = try Workplace(
            draft(
                width: 32, height: 18, fps: fps, meta: #","loudness":null"#,
                pictures(Self.ground + "3500}"), sounds(segments.joined(separator: ","))))
        try Self.writeClick(to: place.path("click.wav"))
        guard let heard = try place.renderCleanly().left() else { return }
        for start in starts {
            let wanted = Double(start + 250) / 1000
            #expect(abs(Self.peak(heard, near: wanted) - wanted) <= 0.001)
        }
        #expect(Wave.onsets(heard).count == starts.count)
    }

    @Test func clickOfAnExcerptKeepsItsPlace() throws {
        let place = try Self.place(
            4000, fps: "10", meta: #","loudness":null"#, #"{"s":2000,"src":"click.wav"}"#)
        try Self.writeClick(to: place.path("click.wav"))
        guard let heard = try place.renderCleanly("--from", "1.5s", "--to", "3s").left() else {
            return
        }
        #expect(abs(Self.peak(heard, near: 0.75) - 0.75) <= 0.001)
        #expect(Wave.onsets(heard).count == 1)
    }

    @Test func toneThatEndsJustBeforeTheEndIsWhole() throws {
        let place = try Self.place(
            2000, meta: #","loudness":null"#, #"{"d":2000,"src":"tone.wav"}"#)
        let tone = Wave.sine(1000, seconds: 1.95) + [Float](repeating: 0, count: 2400)
        try Wave.write([tone], to: place.path("tone.wav"))
        guard let heard = try place.renderCleanly().left() else { return }
        // A sine of amplitude 0.5 lies at -9.03 dB; its last 20 ms are as loud as all of it.
        #expect(abs(Wave.level(heard[92_640..<93_600]) + 9.03) < 0.5)
        #expect(Wave.level(heard[94_600..<96_000]) < -50)
        #expect(heard.count >= 96_000)
    }

    @Test(arguments: [0.02, 0.6])
    func loudnessIsFourteenBelowFullScale(amplitude: Double) throws {
        let place = try Self.place(5000, #"{"d":5000,"src":"noise.wav"}"#)
        let noise = Self.rumble(amplitude)
        try Wave.write([noise, noise], to: place.path("noise.wav"))
        let file = try place.renderCleanly()
        guard let measured = try loudness(ofFileAt: file.path) else { return }
        #expect(abs(measured + 14) <= 0.5)
    }

    @Test func loudnessIsLeftAloneWhereTheDraftSaysSo() throws {
        let place = try Self.place(
            5000, meta: #","loudness":null"#, #"{"d":5000,"src":"noise.wav"}"#)
        let noise = Self.rumble(0.2)
        try Wave.write([noise, noise], to: place.path("noise.wav"))
        let file = try place.renderCleanly()
        guard let before = try loudness(ofFileAt: place.path("noise.wav")),
            let after = try loudness(ofFileAt: file.path)
        else { return }
        // The two edges fade for 5 ms.
        #expect(abs(before - after) <= 0.5)
        #expect(before < -20)
    }

    @Test(arguments: [1000, 777, 1033, 41])
    func pictureAndSoundEndTogether(milliseconds: Int) throws {
        for fps in ["30", #""30000/1001""#, "25"] {
            let place = try Self.place(
                milliseconds, fps: fps, #"{"d":\#(milliseconds),"src":"tone.wav"}"#)
            try Wave.write([Wave.sine(300, seconds: 2)], to: place.path("tone.wav"))
            guard let probe = try place.renderCleanly().probe() else { return }
            #expect(abs(try probe.video.end - probe.audio.end) <= 0.0214)
        }
    }

    @Test func draftWithoutSoundHasASilentTrack() throws {
        let file = try Workplace(draft(plain)).renderCleanly()
        guard let probe = try file.probe(), let samples = try file.samples() else { return }
        #expect(try probe.audio.codec_name == "aac")
        #expect(samples.count / 2 >= 24_000)
        #expect(samples.allSatisfy { abs($0) < 1e-4 })
    }
}
