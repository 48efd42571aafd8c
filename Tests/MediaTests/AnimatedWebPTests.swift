import Foundation
import TestSupport
import Testing

@testable import Media

/// Animated WebP against Pillow and against the frames that went in.
struct AnimatedWebPTests {
    private static let shared = "media/third_party/image-rs/webp_extended_anim.webp"

    @Test func framesAndTimesAreThoseOfPillow() throws {
        guard let file = Fixtures.shared(Self.shared), let judge = Pillow.find() else { return }
        let wanted = try judge.frames(of: file.path)
        let decoder = try AnimatedWebPDecoder(path: file.path)
        let info = try AnimatedWebPDecoder.info(path: file.path)
        #expect(info.width == wanted.width && info.height == wanted.height && info.hasAlpha)
        #expect(abs(info.seconds - Double(wanted.durations.reduce(0, +)) / 1000) < 1e-9)
        var time = 0
        for (index, duration) in wanted.durations.enumerated() {
            let frame = try #require(try decoder.next())
            #expect(abs(frame.time - Double(time) / 1000) < 1e-9)
            #expect(abs(frame.duration - Double(duration) / 1000) < 1e-9)
            #expect(frame.frame.rgba == wanted.pixels(of: index), "frame \(index)")
            time += duration
        }
        #expect(try decoder.next() == nil)
        #expect(decoder.warnings == [])
    }

    /// Three frames of one colour each, 40, 0 and 250 ms; 0 counts as 100.
    @Test func aFrameWithoutDurationLastsATenthOfASecond() throws {
        guard let judge = Pillow.find() else { return }
        let folder = try TemporaryFolder()
        let path = folder.path("a.webp")
        try judge.writeAnimation(
            colors: ["red", "lime", "blue"], durations: [40, 0, 250], to: path)
        let info = try AnimatedWebPDecoder.info(path: path)
        #expect(abs(info.seconds - 0.39) < 1e-9)
        #expect(info.orientation == .upright && info.format == "webp")
        let decoder = try AnimatedWebPDecoder(path: path)
        var times: [Double] = []
        var colors: [[UInt8]] = []
        while let frame = try decoder.next() {
            times.append(frame.time)
            colors.append(Array(frame.frame.rgba.prefix(4)))
        }
        #expect(times == [0, 0.04, 0.14])
        #expect(colors == [[255, 0, 0, 255], [0, 255, 0, 255], [0, 0, 255, 255]])
        // What lies ahead is decoded on, not anew.
        for (time, next) in [(0.2, 0.0), (0, 0), (0.05, 0.04), (0.39, 0.14), (0.3, 0)] {
            try decoder.restart(before: time)
            #expect(try decoder.next()?.time == next)
        }
    }

    @Test func theReaderShowsItsFirstFrame() throws {
        guard let file = Fixtures.shared(Self.shared), let judge = Pillow.find() else { return }
        let picture = try DecodedPicture(path: file.path)
        #expect(picture.info.format == .webp && picture.info.milliseconds == nil)
        #expect(picture.warnings == [])
        let wanted = try judge.frames(of: file.path).pixels(of: 0)
        #expect(picture.samples.map { UInt8($0 / 257) } == wanted)
    }

    @Test func aCanvasBeyondTheLimitsIsRefusedAtOnce() throws {
        guard let file = Fixtures.shared(Self.shared) else { return }
        var bytes = [UInt8](try Data(contentsOf: file))
        // RFC 9649, 2.7: 24 bits each of width and height less one, after flags and 24 bits of 0.
        let header = try #require(bytes.firstRange(of: Array("VP8X".utf8))).lowerBound
        bytes.replaceSubrange(header + 12..<header + 18, with: [0xFF, 0x3F, 0, 0xFF, 0x3F, 0])
        let folder = try TemporaryFolder()
        let path = folder.path("a.webp")
        try Data(bytes).write(to: URL(filePath: path))
        let error = #expect(throws: MediaError.self) { try AnimatedWebPDecoder(path: path) }
        #expect(error?.reason.contains("200 megapixels") == true)
    }

    @Test func damagedAnimationsGiveFramesOrAnError() throws {
        guard let file = Fixtures.shared(Self.shared) else { return }
        let sound = [UInt8](try Data(contentsOf: file))
        let folder = try TemporaryFolder()
        let path = folder.path("a.webp")
        var state: UInt64 = 3
        for round in 0..<100 {
            var bytes = sound
            for _ in 0..<4 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 25)
            }
            if round % 3 == 0 { bytes = Array(bytes.prefix(Int(state >> 33) % bytes.count + 1)) }
            try Data(bytes).write(to: URL(filePath: path))
            do throws(MediaError) {
                let decoder = try AnimatedWebPDecoder(path: path)
                while let frame = try decoder.next() { #expect(frame.duration > 0) }
            } catch {
                #expect(error.path == path)
            }
        }
    }
}
