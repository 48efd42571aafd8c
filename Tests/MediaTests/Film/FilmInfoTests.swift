import Foundation
import TestSupport
import Testing

@testable import Media

/// What is said about films against their maker's facts and other programs.
struct FilmInfoTests {
    @Test(arguments: FilmFixture.shown)
    func factsAreThoseOfTheMakerOrOfFFprobe(_ fixture: FilmFixture) throws {
        guard let path = fixture.path else { return }
        #expect(try FilmInfo.isFilm(path: path))
        let info = try FilmInfo.read(path: path)
        expectSize(info, of: fixture)
        if let seconds = fixture.facts.duration_s ?? fixture.facts.video_duration_s {
            // The last frame of a film of varying rate lasts as long as its maker wrote it to.
            let slack = fixture.facts.vfr == true ? 0.1 : 0.005
            #expect(abs(info.seconds - seconds) <= slack, "\(info.seconds) s")
        }
        if let rate = Self.fraction(fixture.facts.fps) {
            #expect(abs((info.frameRate ?? 0) - rate) < 0.001, "\(String(describing: info))")
        }
        if fixture.kind == "video" {
            #expect(info.hasAlpha == (fixture.facts.alpha ?? false))
            #expect(info.hasSound == Self.hasSound(fixture))
            let isPlain = fixture.expect == "renders" && fixture.facts.duration_s != nil
            #expect(info.warnings.isEmpty || !isPlain, "\(info.warnings)")
        }
    }

    private func expectSize(_ info: FilmInfo, of fixture: FilmFixture) {
        if let width = fixture.facts.width, let height = fixture.facts.height {
            #expect((info.width, info.height) == (width, height))
            return
        }
        let streams = fixture.facts.readers?.probe?.streams ?? []
        guard let stream = streams.first(where: { $0.codec_type == "video" }),
            let width = stream.width, let height = stream.height
        else { return }
        let turn = stream.side_data_list?.compactMap(\.rotation).first ?? 0
        let isTurned = abs(turn) == 90
        #expect((info.storedWidth, info.storedHeight) == (width, height))
        #expect(info.orientation.swapsSides == isTurned)
        #expect(info.codec == stream.codec_name)
    }

    private static func fraction(_ text: String?) -> Double? {
        let parts = (text ?? "").split(separator: "/").compactMap { Double($0) }
        return parts.first.map { $0 / (parts.count > 1 ? parts[1] : 1) }
    }

    /// Its maker says so, or says when clicks are heard; or another program found it.
    private static func hasSound(_ fixture: FilmFixture) -> Bool {
        let facts = fixture.facts
        if let streams = facts.readers?.probe?.streams {
            return streams.contains { $0.codec_type == "audio" }
        }
        return facts.has_audio
            ?? (facts.onsets_s != nil || facts.audio_channels != nil
                || ["editlist.mp4", "subs.mkv", "mjpeg.avi"].contains {
                    fixture.file.hasSuffix($0)
                })
    }

    /// When each frame begins, and when the last one ends.
    private func times(_ path: String) throws -> [Double] {
        let info = try FilmInfo.read(path: path)
        let decoder = try FilmDecoder(path: path)
        var times: [Double] = []
        while let frame = try decoder.next() { times.append(frame.time) }
        return times + [info.end]
    }

    @Test(arguments: FilmFixture.shown.filter { $0.facts.delays_ms != nil })
    func eachFrameOfAnAnimationLastsAsLongAsItsFileSays(_ fixture: FilmFixture) throws {
        guard let path = fixture.path, let delays = fixture.facts.delays_ms else { return }
        let wanted = delays.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
        let found = try times(path)
        try #require(found.count == wanted.count)
        for (found, wanted) in zip(found, wanted) {
            #expect(abs(found - Double(wanted) / 1000) < 1e-6)
        }
    }

    /// Pillow reads the delays of APNG and GIF too.
    @Test(arguments: FilmFixture.shown.filter { $0.file.hasSuffix(".png") })
    func eachFrameOfAnAnimatedPNGLastsAsLongAsItsFileSays(_ fixture: FilmFixture) throws {
        guard let path = fixture.path else { return }
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        let wanted = Self.delays(bytes).reduce(into: [0.0]) { $0.append(($0.last ?? 0) + $1) }
        let found = try times(path)
        try #require(found.count == wanted.count, "\(found) \(wanted)")
        for (found, wanted) in zip(found, wanted) { #expect(abs(found - wanted) < 0.0005) }
    }

    /// Seconds of each frame by the chunks `fcTL`: numerator and denominator at 20 and 22, where a
    /// denominator of 0 means 100 (PNG, third edition, 11.3.6.2).
    private static func delays(_ bytes: [UInt8]) -> [Double] {
        func number(_ at: Int, _ size: Int) -> Int {
            bytes[at..<at + size].reduce(0) { $0 << 8 | Int($1) }
        }
        var delays: [Double] = []
        var offset = 8
        while offset + 12 <= bytes.count {
            if Array(bytes[offset + 4..<offset + 8]) == Array("fcTL".utf8) {
                let unit = number(offset + 8 + 22, 2)
                delays.append(Double(number(offset + 8 + 20, 2)) / Double(unit == 0 ? 100 : unit))
            }
            offset += 12 + number(offset, 4)
        }
        return delays
    }

    /// The matrix of a film's track is written anew as ISO/IEC 14496-12, 8.3.2 has it: a stored
    /// point (x, y) is shown at (a x + c y, b x + d y).
    @Test(arguments: [
        ([1, 0, 0, 1], Orientation.upright), ([-1, 0, 0, 1], .mirrored),
        ([-1, 0, 0, -1], .upsideDown), ([1, 0, 0, -1], .mirroredUpsideDown),
        ([0, 1, 1, 0], .mirroredLeft), ([0, 1, -1, 0], .right),
        ([0, -1, -1, 0], .mirroredRight), ([0, -1, 1, 0], .left),
    ])
    func theDisplayMatrixTurnsTheFilm(matrix: [Int], wanted: Orientation) throws {
        guard let url = Fixtures.shared("media/video/plain_30.mp4") else { return }
        let folder = try TemporaryFolder()
        let path = folder.path("a.mp4")
        try TrackMatrix.write(
            a: matrix[0], b: matrix[1], c: matrix[2], d: matrix[3], into: Data(contentsOf: url),
            to: path)
        let info = try FilmInfo.read(path: path)
        #expect(info.orientation == wanted)
        #expect((info.storedWidth, info.storedHeight) == (320, 200))
        #expect((info.width, info.height) == (matrix[0] == 0 ? (200, 320) : (320, 200)))
        // Where the standard puts each corner, with what is left of 0 shifted back.
        for (x, y) in [(0, 0), (319, 0), (0, 199), (319, 199)] {
            let across = matrix[0] * x + matrix[2] * y
            let down = matrix[1] * x + matrix[3] * y
            let shown = info.orientation.shown(x: x, y: y, width: 320, height: 200)
            #expect(
                shown.x == across + (across < 0 || matrix[0] + matrix[2] < 0 ? info.width - 1 : 0))
            #expect(shown.y == down + (down < 0 || matrix[1] + matrix[3] < 0 ? info.height - 1 : 0))
        }
    }

    @Test(arguments: [("64/45", 1024, 576), ("8/9", 720, 648), ("1/1", 720, 576)])
    func pixelsThatAreNotSquareMakeThePictureLarger(
        aspect: String, width: Int, height: Int
    ) throws {
        guard let maker = FFmpeg.find(encoders: "mpeg4") else { return }
        let folder = try TemporaryFolder()
        for name in ["a.mp4", "a.mkv", "a.avi"] {
            try maker.run([
                "-f", "lavfi", "-i", "color=c=gray:s=720x576:d=0.1", "-vf", "setsar=\(aspect)",
                "-c:v", "mpeg4", folder.path(name),
            ])
            let info = try FilmInfo.read(path: folder.path(name))
            #expect((info.width, info.height) == (width, height), "\(name)")
        }
    }
}
