import Foundation
import Media
import TestSupport
import Testing

@Suite struct SoundDecodingTests {
    @Test(arguments: SoundFixture.all.filter { $0.expect.hasPrefix("renders") })
    func everySoundFixtureDecodesAtItsLengthAndTime(_ fixture: SoundFixture) throws {
        let path = try #require(fixture.path)
        let store = try PCMStore(decoding: path)
        // The E-AC-3 file spaces packets of 256 samples by 1536: its gaps are worth a warning.
        let warns = fixture.expect == "renders with warning" || fixture.file.contains("eac3")
        #expect(store.warnings.isEmpty != warns, "\(store.warnings)")
        #expect(store.warnings.allSatisfy { $0.contains(path) })
        let info = try SoundInfo.read(path: path)
        #expect(info.sampleCount == store.sampleCount)
        if let rate = fixture.facts.rate { #expect(info.sampleRate == rate) }
        if let channels = fixture.facts.channels { #expect(info.channels == channels) }
        if let duration = fixture.facts.duration_s {
            let tolerance = fixture.file.hasSuffix(".aac") ? 0.05 : 0.001
            #expect(abs(Double(store.sampleCount) / 48_000 - duration) <= tolerance)
        }
        guard let onsets = fixture.facts.onsets_s else { return }
        let block = try store.block(at: 0, count: store.sampleCount)
        for channel in [block.left, block.right] {
            let heard = Wave.onsets(channel)
            #expect(heard.count == onsets.count)
            for (heard, meant) in zip(heard, onsets) {
                #expect(abs(heard - meant) <= fixture.facts.onset_tolerance_s ?? 0.001)
            }
        }
    }

    @Test(arguments: SoundFixture.all.filter { $0.expect == "clear error" })
    func whatIsNoSoundIsAnErrorThatNamesTheFile(_ fixture: SoundFixture) throws {
        let path = try #require(fixture.path)
        let error = #expect(throws: MediaError.self) { try PCMStore(decoding: path) }
        #expect(error?.path == path)
        #expect(error?.description.hasPrefix(path) == true)
        #expect(error.map { !$0.reason.contains("\n") && $0.reason.count < 300 } == true)
        #expect(throws: MediaError.self) { try SoundInfo.read(path: path) }
    }

    @Test(arguments: ["", "concat", "playlist"])
    func emptyFilesScriptsAndPlaylistsAreRefused(_ kind: String) throws {
        let folder = try TemporaryFolder()
        try Wave.write([Wave.sine(440, seconds: 0.1)], to: folder.path("secret.wav"))
        let texts = [
            "": "",
            "concat": "ffconcat version 1.0\nfile secret.wav\n",
            "playlist":
                "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nsecret.wav\n#EXT-X-ENDLIST\n",
        ]
        for name in ["a.mp3", "a.wav", "a.ffconcat", "a.m3u8", "a.mp4"] {
            try (texts[kind] ?? "").write(
                toFile: folder.path(name), atomically: true, encoding: .utf8)
            let error = #expect(throws: MediaError.self) {
                try PCMStore(decoding: folder.path(name))
            }
            #expect(error?.path == folder.path(name))
        }
    }

    @Test func foldersPipesAndMissingFilesAreNamedInTheError() throws {
        let folder = try TemporaryFolder()
        let pipe = folder.path("pipe.wav")
        #expect(mkfifo(pipe, 0o600) == 0)
        for (path, reason) in [
            (folder.url.path, "folder"), (pipe, "plain file"),
            (folder.path("none.wav"), "no such file"),
        ] {
            let error = #expect(throws: MediaError.self) { try SoundInfo.read(path: path) }
            #expect(error?.path == path)
            #expect(error?.reason.contains(reason) == true)
        }
    }

    @Test func aClipWithoutSoundSaysSo() throws {
        let path = try #require(Fixtures.shared("media/video/noaudio.mp4")).path
        let error = #expect(throws: MediaError.self) { try SoundInfo.read(path: path) }
        #expect(error?.reason == "it has no sound in it")
    }

    @Test func monoGoesToBothSidesAtItsOwnLevel() throws {
        let folder = try TemporaryFolder()
        let tone = Wave.sine(440, seconds: 0.1)
        try Wave.write([tone], to: folder.path("mono.wav"))
        let block = try PCMStore(decoding: folder.path("mono.wav")).block(at: 0, count: tone.count)
        #expect(block == AudioBlock(left: tone, right: tone))
    }

    /// ITU-R BS.775: L + √½ C + √½ Ls, no LFE, not normalised; WAV's order is L R C LFE Ls Rs.
    @Test func surroundIsMixedDownByTheCoefficientsOfBS775() throws {
        let folder = try TemporaryFolder()
        for (channel, gains) in [
            (1.0, 0.0), (0, 1), (0.70710678, 0.70710678), (0, 0), (0.70710678, 0), (0, 0.70710678),
        ].enumerated() {
            var channels = [[Float]](repeating: [Float](repeating: 0, count: 480), count: 6)
            channels[channel] = [Float](repeating: 0.9, count: 480)
            try Wave.write(channels, to: folder.path("surround.wav"))
            let block = try PCMStore(decoding: folder.path("surround.wav")).block(at: 240, count: 1)
            #expect(abs(Double(block.left[0]) - 0.9 * gains.0) < 1e-6)
            #expect(abs(Double(block.right[0]) - 0.9 * gains.1) < 1e-6)
        }
        let full = [[Float]](repeating: [Float](repeating: 0.9, count: 480), count: 6)
        try Wave.write(full, to: folder.path("full.wav"))
        let block = try PCMStore(decoding: folder.path("full.wav")).block(at: 240, count: 1)
        #expect(abs(Double(block.left[0]) - 0.9 * (1 + 2 * 0.70710678)) < 1e-5)
    }

    @Test func resamplingKeepsAToneAtItsPlaceAndLevel() throws {
        let folder = try TemporaryFolder()
        try Wave.write(
            [Wave.sine(1_000, seconds: 0.5, rate: 44_100)], rate: 44_100, to: folder.path("a.wav"))
        let store = try PCMStore(decoding: folder.path("a.wav"))
        #expect(store.sampleCount == 24_000)
        let block = try store.block(at: 0, count: 24_000)
        let meant = Wave.sine(1_000, seconds: 0.5)
        let worst =
            zip(block.left, meant).dropFirst(100).dropLast(100).map { abs($0 - $1) }.max() ?? 1
        #expect(worst < 1e-3)
    }

    @Test(arguments: [0.25, 0.4, 0.8, 1.5, 2, 3, 4])
    func speedMovesEventsAndKeepsThePitch(_ speed: Double) throws {
        let folder = try TemporaryFolder()
        let burst = Wave.sine(1_000, seconds: 0.2)
        let quiet = [Float](repeating: 0, count: 38_400)
        try Wave.write([quiet + burst + quiet + burst + quiet], to: folder.path("a.wav"))
        let store = try PCMStore(decoding: folder.path("a.wav"), speed: speed)
        let count = Double(3 * quiet.count + 2 * burst.count)
        #expect(abs(Double(store.sampleCount) - count / speed) <= 1)
        let block = try store.block(at: 0, count: store.sampleCount)
        let onsets = Wave.onsets(block.left)
        #expect(onsets.count == 2)
        for (heard, meant) in zip(onsets, [0.8, 1.8]) {
            #expect(abs(heard - meant / speed) <= 0.02)
        }
        let middle = Int((0.9 / speed) * 48_000)
        let stretch = block.left[middle - 480..<middle + 480]
        let crossings = zip(stretch, stretch.dropFirst()).filter { $0 < 0 && $1 >= 0 }.count
        #expect(abs(crossings - 20) <= 1)
    }

    @Test func sourcesAreSilentOutsideTheirLength() throws {
        let folder = try TemporaryFolder()
        try Wave.write([[Float](repeating: 0.5, count: 100)], to: folder.path("a.wav"))
        let store = try PCMStore(decoding: folder.path("a.wav"))
        let block = try store.block(at: -50, count: 200)
        let meant = [Float](repeating: 0, count: 50) + [Float](repeating: 0.5, count: 100)
        #expect(block.left == meant + [Float](repeating: 0, count: 50))
        #expect(try store.block(at: 1_000, count: 3).left == [0, 0, 0])
    }

    @Test func floatsThatAreNoNumbersBecomeSilence() throws {
        let folder = try TemporaryFolder()
        try Wave.write([[0.25, .nan, .infinity, -.infinity, 1e30, 0.5]], to: folder.path("a.wav"))
        let store = try PCMStore(decoding: folder.path("a.wav"))
        #expect(try store.block(at: 0, count: 6).left == [0.25, 0, 0, 0, 64, 0.5])
    }

    @Test func aFileCutShortIsWarnedAbout() throws {
        let folder = try TemporaryFolder()
        try Wave.write([Wave.sine(440, seconds: 3)], to: folder.path("a.wav"))
        let whole = try Data(contentsOf: URL(filePath: folder.path("a.wav")))
        try whole.prefix(whole.count / 2).write(to: URL(filePath: folder.path("b.wav")))
        let store = try PCMStore(decoding: folder.path("b.wav"))
        #expect(abs(store.sampleCount - 72_000) < 50)
        #expect(store.warnings.count == 1)
    }

    @Test func theSoundOfAClipKeepsItsTime() throws {
        let path = try #require(Fixtures.shared("media/video/audio_longer.mp4")).path
        let store = try PCMStore(decoding: path)
        #expect(abs(store.sampleCount - 144_000) < 50)
        let onsets = Wave.onsets(try store.block(at: 0, count: store.sampleCount).left)
        #expect(onsets.count == 2)
        for (heard, meant) in zip(onsets, [0.5, 2.5]) { #expect(abs(heard - meant) < 0.005) }
    }

    @Test(arguments: [
        "libmp3lame mp3", "libvorbis ogg", "libopus opus", "libopus webm", "flac flac",
    ])
    func clicksKeepTheirTimeThroughOtherCoders(_ coder: String) throws {
        let ffmpeg = try #require(Tool.find("ffmpeg"))
        let folder = try TemporaryFolder()
        var wave = [Float](repeating: 0, count: 96_000)
        for start in [9_600, 52_800] {
            wave.replaceSubrange(start..<start + 960, with: Wave.sine(1_000, seconds: 0.02))
        }
        try Wave.write([wave, wave], to: folder.path("a.wav"))
        let words = coder.split(separator: " ").map(String.init)
        let output = folder.path("a.\(words[1])")
        let run = try Tool.run(
            ffmpeg, ["-v", "error", "-i", folder.path("a.wav"), "-c:a", words[0], output])
        try #require(run.status == 0, "\(run.standardError)")
        let store = try PCMStore(decoding: output)
        #expect(store.warnings.isEmpty)
        #expect(abs(store.sampleCount - 96_000) <= 50)
        let onsets = Wave.onsets(try store.block(at: 0, count: store.sampleCount).left)
        #expect(onsets.count == 2)
        for (heard, meant) in zip(onsets, [0.2, 1.1]) { #expect(abs(heard - meant) < 0.002) }
    }

    @Test func onlyWhatIsHeardIsDecoded() throws {
        let folder = try TemporaryFolder()
        try Wave.write([Wave.sine(440, seconds: 3)], to: folder.path("a.wav"))
        let store = try PCMStore(decoding: folder.path("a.wav"), window: 0..<10_000)
        #expect(10_000..<30_000 ~= store.sampleCount)
        #expect(store.warnings.isEmpty)
    }

    @Test(arguments: ["mkv", "ts"])
    func gapsAndOffsetsOfAContainerAreKept(_ container: String) throws {
        let ffmpeg = try #require(Tool.find("ffmpeg"))
        let folder = try TemporaryFolder()
        var wave = [Float](repeating: 0, count: 144_000)
        for start in [24_000, 120_000] {
            wave.replaceSubrange(start..<start + 960, with: Wave.sine(1_000, seconds: 0.02))
        }
        try Wave.write([wave, wave], to: folder.path("a.wav"))
        let output = folder.path("a.\(container)")
        let run = try Tool.run(
            ffmpeg,
            [
                "-v", "error", "-i", folder.path("a.wav"), "-af", "aselect=not(between(t\\,1\\,2))",
                "-c:a", "mp2", "-fflags", "+bitexact", output,
            ])
        try #require(run.status == 0, "\(run.standardError)")
        let store = try PCMStore(decoding: output)
        #expect(store.warnings.count == 1)
        let onsets = Wave.onsets(try store.block(at: 0, count: store.sampleCount).left)
        #expect(onsets.count == 2)
        #expect(abs((onsets.last ?? 0) - (onsets.first ?? 0) - 2) < 0.03)
    }
}
