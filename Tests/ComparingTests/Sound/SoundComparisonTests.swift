import Foundation
import Media
import TestSupport
import Testing

@testable import Comparing

@Suite struct SoundComparisonTests {
    /// Coding well changes nothing that is worth a word.
    @Test(arguments: ["lo-fi", "upbeat", "calm-piano", "ambient"], goodCodings.map(\.name))
    func goodCodingIsNoDifference(music: String, coding: String) throws {
        guard let coding = goodCodings.first(where: { $0.name == coding }),
            let place = try SoundPlace(coding.encoder)
        else { return }
        let a = try place.excerpt(music, seconds: 5)
        let found = try place.compare(a, try place.make(coding.name, of: a, coding.arguments))
        #expect(found.findings.isEmpty, "\(found.findings.map(\.message))")
        #expect(abs(try #require(found.sound.offset_ms)) < 1)
        #expect(abs(try #require(found.sound.drift_ppm)) < 50)
        #expect(try #require(found.alignment).confidence > 0.85)
        let bands = zip(found.spectrum.a, found.spectrum.b).filter { $0.0 > -60 }
        #expect(bands.allSatisfy { abs($0 - $1) < 3 })
    }

    @Test(arguments: [113.0, 41, -113, 3_217]) func delaysAreFound(milliseconds: Double) throws {
        guard let place = try SoundPlace("aac") else { return }
        let a = try place.excerpt("lo-fi")
        let filter =
            milliseconds > 0
            ? "adelay=\(milliseconds):all=1"
            : "atrim=start=\(-milliseconds / 1_000),asetpts=N/SR/TB"
        let b = try place.make("b.m4a", of: a, ["-af", filter, "-c:a", "aac", "-b:a", "160k"])
        let found = try place.compare(a, b)
        #expect(abs(try #require(found.sound.offset_ms) - milliseconds) < 1)
        #expect(abs(try #require(found.sound.drift_ppm)) < 50)
        #expect(found.findings.map(\.kind) == [.offset], "\(found.findings.map(\.message))")
        #expect(try place.compare(a, b, pictureOffset: milliseconds).findings.isEmpty)
    }

    /// Played at 999 of 1000 samples a second, all comes later by 1 in 999.
    @Test(arguments: ["calm-piano", "upbeat"]) func driftIsFound(music: String) throws {
        guard let place = try SoundPlace("aac") else { return }
        let a = try place.excerpt(music, seconds: 16)
        let b = try place.make(
            "b.m4a", of: a,
            ["-af", "asetrate=47952,aresample=48000", "-c:a", "aac", "-b:a", "160k"])
        let found = try place.compare(a, b)
        #expect(abs(try #require(found.sound.drift_ppm) - 1_001) < 50)
        #expect(abs(try #require(found.sound.offset_ms)) < 1)
        #expect(found.findings.map(\.kind) == [.drift], "\(found.findings.map(\.message))")
    }

    @Test func twoDecibelsMoreAreFound() throws {
        guard let place = try SoundPlace("aac") else { return }
        let a = try place.excerpt("ambient", seconds: 8)
        let b = try place.make("b.m4a", of: a, ["-af", "volume=2dB", "-c:a", "aac"])
        let found = try place.compare(a, b)
        #expect(found.findings.map(\.kind) == [.loudness])
        let (first, second) = (try #require(found.sound.lufs_a), try #require(found.sound.lufs_b))
        #expect(abs(second - first - 2) < 0.2)
    }

    @Test(arguments: goodCodings.map(\.name)) func aClickIsFound(coding: String) throws {
        guard let coding = goodCodings.first(where: { $0.name == coding }),
            let place = try SoundPlace(coding.encoder)
        else { return }
        let a = try place.excerpt("lo-fi", seconds: 6)
        let clicking = try place.edit(a, as: "click.wav") {
            $0.left[160_000] += 0.4
            $0.right[160_000] += 0.4
            for index in 0..<2_000 { $0.left[60_000 + index] += 0.4 * exp(-Float(index) / 400) }
        }
        let b = try place.make(coding.name, of: clicking, coding.arguments)
        let found = try place.compare(a, b)
        #expect(found.findings.map(\.kind) == [.click, .click])
        let times = found.findings.compactMap(\.at_ms)
        #expect(zip(times, [1_250, 3_333.3]).allSatisfy { abs($0 - $1) < 2 }, "\(times)")
        #expect((found.sound.clicks_a, found.sound.clicks_b) == (0, 2))
    }

    @Test func aGapIsFound() throws {
        guard let place = try SoundPlace("aac") else { return }
        let a = try place.excerpt("upbeat", seconds: 8)
        let b = try place.make(
            "b.m4a", of: a, ["-af", "volume=0:enable='between(t,3,3.8)'", "-c:a", "aac"])
        let found = try place.compare(a, b)
        #expect(found.findings.map(\.kind) == [.silence], "\(found.findings.map(\.message))")
        #expect(abs(found.sound.silence_ms - 800) < 50)
        #expect(abs(try #require(found.findings.first?.at_ms) - 3_000) < 50)
    }

    @Test(arguments: [7.9, 6]) func aCutTailIsFound(end: Double) throws {
        guard let place = try SoundPlace("aac") else { return }
        let a = try place.excerpt("upbeat", seconds: 8)
        let b = try place.make("b.m4a", of: a, ["-t", "\(end)", "-c:a", "aac"])
        let padded = try place.make("c.m4a", of: b, ["-af", "apad=whole_dur=8", "-c:a", "aac"])
        for b in [b, padded] {
            let found = try place.compare(a, b)
            #expect(found.findings.map(\.kind) == [.cutTail], "\(found.findings.map(\.message))")
            #expect(abs(try #require(found.findings.first?.at_ms) - end * 1_000) < 30)
        }
    }

    @Test func clippingIsFound() throws {
        guard let place = try SoundPlace("aac") else { return }
        let a = try place.excerpt("calm-piano", seconds: 8)
        let b = try place.make(
            "b.m4a", of: a, ["-af", "volume=20dB,aformat=s16", "-c:a", "aac", "-b:a", "192k"])
        let found = try place.compare(a, b)
        #expect(Set(found.findings.map(\.kind)) == [.clipping, .loudness])
    }

    @Test func otherSoundIsCalledThat() throws {
        guard let place = try SoundPlace() else { return }
        let found = try place.compare(
            try place.excerpt("lo-fi", seconds: 8), try place.excerpt("calm-piano", seconds: 8))
        #expect(found.isAlike == false)
        #expect(found.sound.offset_ms == nil)
        #expect(found.findings.first?.message.hasPrefix("the sounds are not alike") == true)
    }

    @Test func silenceIsCompared() throws {
        guard let place = try SoundPlace() else { return }
        let a = try place.excerpt("lo-fi", seconds: 4)
        let b = try place.edit(a, as: "silent.wav") { $0 = AudioBlock(silence: $0.count) }
        let found = try place.compare(a, b)
        #expect(Set(found.findings.map(\.kind)) == [.loudness, .silence])
        #expect(abs(found.sound.silence_ms - 4_000) < 400)
        #expect(try place.compare(b, b).findings.isEmpty)
    }

    /// A tone fits anywhere: the place that is taken is the one that is expected.
    @Test func tonesAndNoiseAreTheSame() throws {
        guard let place = try SoundPlace("aac") else { return }
        // Without the highest tones, which AAC leaves out.
        let white = Wave.noise(amplitude: 0.2, count: 240_004, seed: 4)
        let noise = (0..<240_000).map { white[$0..<$0 + 4].reduce(0, +) / 2 }
        for (name, wave) in [("tone", Wave.sine(997, seconds: 5)), ("noise", noise)] {
            let a = place.folder.path("\(name).wav")
            try Wave.write([wave, wave], to: a)
            let b = try place.make("\(name).m4a", of: a, ["-c:a", "aac", "-b:a", "192k"])
            let found = try place.compare(a, b)
            #expect(found.findings.isEmpty, "\(found.findings.map(\.message))")
            #expect(abs(try #require(found.sound.offset_ms)) < 1)
        }
    }

    @Test func whatHasNoSoundIsNotCompared() throws {
        guard let place = try SoundPlace("libx264") else { return }
        let film = place.folder.path("film.mp4")
        try place.ffmpeg.run(["-f", "lavfi", "-i", "testsrc2=s=64x48:d=0.4", film])
        let sound = SoundPlace.music("lo-fi")
        #expect(try SoundComparison.run(sound, film, pictureOffset: nil) == nil)
        #expect(throws: MediaError.self) {
            try SoundComparison.run(sound, place.folder.path("none.mp4"), pictureOffset: nil)
        }
    }
}
