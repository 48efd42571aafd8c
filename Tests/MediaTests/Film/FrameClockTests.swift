import Foundation
import TestSupport
import Testing

@testable import Media

/// When frames are shown, in containers whose clocks are exact, round, or tell nothing.
struct FrameClockTests {
    /// How far a time may lie from where the frame rate puts it: less than a reader's tolerance.
    private static let exact = 1e-6

    private func times(_ path: String) throws -> [Double] {
        let decoder = try FilmDecoder(path: path)
        var times: [Double] = []
        while let frame = try decoder.next() { times.append(frame.time) }
        #expect(decoder.warnings == [])
        return times
    }

    /// Writes `count` frames at `rate`, small and cheap.
    private func film(
        _ maker: FFmpeg, rate: String, count: Int, _ arguments: [String] = [], to path: String
    ) throws {
        let codec = path.hasSuffix(".flv") ? "flv" : "mpeg4"
        try maker.run(
            [
                "-f", "lavfi", "-i", "testsrc=s=32x32:r=\(rate)", "-frames:v", "\(count)", "-c:v",
                codec, "-g", "12",
            ] + arguments + [path])
    }

    /// Clocks of 1 ms, of the frame, of 1/90000 s and of QuickTime's 1/600 s.
    @Test(arguments: [
        "24000/1001", "24", "25", "30000/1001", "30", "50", "60000/1001", "60", "12", "15",
    ])
    func framesLieOnTheGridOfTheirRate(rate: String) throws {
        guard let maker = FFmpeg.find(encoders: "mpeg4", "flv") else { return }
        let folder = try TemporaryFolder()
        let parts = rate.split(separator: "/").compactMap { Double($0) }
        let step = (parts.count > 1 ? parts[1] : 1) / parts[0]
        let ways: [(String, [String])] = [
            ("a.mkv", []), ("a.flv", []), ("a.avi", []), ("a.mp4", []), ("a.nut", []),
            ("b.mp4", ["-video_track_timescale", "90000"]),
            ("c.mov", ["-video_track_timescale", "600"]), ("a.ts", []),
        ]
        for (name, arguments) in ways {
            try film(maker, rate: rate, count: 150, arguments, to: folder.path(name))
            let found = try times(folder.path(name))
            #expect(found.count == 150, "\(name)")
            let errors = found.enumerated().map { abs($1 - Double($0) * step) }
            let worst = errors.max() ?? 0
            #expect(worst <= Self.exact, "\(name) at \(rate): \(worst) s")
            let info = try FilmInfo.read(path: folder.path(name))
            #expect(abs(info.end - 150 * step) <= 0.002, "\(name) at \(rate): \(info.end) s")
        }
    }

    /// The frames of a varying rate count from their rounded time on, never later.
    @Test(arguments: zip(["a.mkv", "a.flv", "a.mp4", "a.ts"], [1000.0, 1000, 90_000, 90_000]))
    func framesOfAVaryingRateAreNeverLate(name: String, rate: Double) throws {
        guard let maker = FFmpeg.find(encoders: "libx264") else { return }
        let folder = try TemporaryFolder()
        let path = folder.path(name)
        // Two paces that have no grid in common, and a hole.
        let times = "if(lt(N,20),N/24,if(lt(N,40),1+(N-20)/17.3,4+(N-40)/7))"
        try maker.run([
            "-f", "lavfi", "-i", "testsrc=s=32x32:r=24", "-frames:v", "50", "-vf",
            "settb=1/90000,setpts='(\(times))/TB'", "-fps_mode", "passthrough", "-enc_time_base",
            "1/90000", "-c:v", "libx264", "-bf", "0", "-video_track_timescale", "90000", path,
        ])
        let found = try self.times(path)
        try #require(found.count == 50)
        for (index, time) in found.enumerated() {
            let n = Double(index)
            let wanted = n < 20 ? n / 24 : n < 40 ? 1 + (n - 20) / 17.3 : 4 + (n - 40) / 7
            let (late, tick) = (time - wanted, 1 / rate)
            #expect((-1.51 * tick...Self.exact).contains(late), "frame \(index): \(late) s")
        }
    }

    /// An FLV's tags, with the times that `time` gives them.
    private func rewritten(_ bytes: [UInt8], _ time: (_ index: Int) -> Int) -> [UInt8] {
        var bytes = bytes
        var offset = 13
        var index = 0
        while offset + 11 <= bytes.count {
            let size = bytes[offset + 1..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
            if bytes[offset] == 9 {
                let value = time(index)
                for byte in 0..<3 {
                    bytes[offset + 4 + byte] = UInt8(value >> (16 - 8 * byte) & 255)
                }
                index += 1
            }
            offset += 15 + size
        }
        return bytes
    }

    /// Times that stand still, run backwards, leap ahead and leap back: the film plays or is
    /// refused, and whatever is asked is answered.
    @Test(arguments: 0..<5)
    func absurdTimesNeitherStopNorBreakIt(way: Int) throws {
        guard let maker = FFmpeg.find(encoders: "flv") else { return }
        let folder = try TemporaryFolder()
        let path = folder.path("a.flv")
        try film(maker, rate: "25", count: 30, to: path)
        let plain = [UInt8](try Data(contentsOf: URL(filePath: path)))
        let changed = rewritten(plain) { index in
            switch way {
            case 0: 0
            case 1: 40 * (30 - index)
            case 2: index < 15 ? 40 * index : 8_000_000 + 40 * index
            case 3: index < 15 ? 40 * index : 40 * (index - 15)
            default: index * 7919 % 1200
            }
        }
        try Data(changed).write(to: URL(filePath: path))
        do throws(MediaError) {
            let info = try FilmInfo.read(path: path)
            #expect(info.seconds > 0 && info.seconds.isFinite)
            let reader = try FilmReader(path: path)
            for time in [0, 0.5, 1, 0.2, 1.19, 5, 1e4, 1e12, 0] {
                _ = try reader.frame(at: time)
            }
        } catch {
            #expect(error.path == path)
        }
    }

    /// A stream without a container has no times: its frames follow one another.
    @Test func framesWithoutTimesFollowOneAnother() throws {
        guard let maker = FFmpeg.find(encoders: "libx264") else { return }
        let folder = try TemporaryFolder()
        let path = folder.path("a.h264")
        try maker.run([
            "-f", "lavfi", "-i", "testsrc=s=64x64:r=25", "-frames:v", "40", "-c:v", "libx264",
            "-bf", "2", "-g", "10", path,
        ])
        let found = try times(path)
        #expect(found.count == 40)
        for (before, after) in zip(found, found.dropFirst()) {
            #expect(abs(after - before - 0.04) < Self.exact)
        }
        let info = try FilmInfo.read(path: path)
        #expect(abs(info.seconds - 1.6) < 0.05, "\(info.seconds) s")
        // Backwards too, though such a stream can't be sought in.
        let reader = try FilmReader(path: path)
        for time in [1.5, 0.1, 1, 0] { _ = try reader.frame(at: (found.first ?? 0) + time) }
    }

    /// Two broadcasts one after the other: the clock of the second starts over.
    @Test func aClockThatStartsOverKeepsGoing() throws {
        guard let maker = FFmpeg.find(encoders: "mpeg2video") else { return }
        let folder = try TemporaryFolder()
        var whole = Data()
        for color in ["black", "white"] {
            let path = folder.path("\(color).ts")
            try maker.run([
                "-f", "lavfi", "-i", "color=c=\(color):s=64x64:r=25", "-frames:v", "25", "-c:v",
                "mpeg2video", path,
            ])
            whole.append(try Data(contentsOf: URL(filePath: path)))
        }
        let path = folder.path("both.ts")
        try whole.write(to: URL(filePath: path))
        let info = try FilmInfo.read(path: path)
        let reader = try FilmReader(path: path)
        // Black up to its last frame, whatever comes behind.
        for time in [0.02, 0.5, 0.94] {
            guard case .planes(let planes) = try reader.frame(at: info.start + time).content else {
                Issue.record("no planes")
                return
            }
            #expect(planes.luma[0] < 30, "at \(time) s")
        }
    }
}
