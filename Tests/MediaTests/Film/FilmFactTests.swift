import Foundation
import Media
import TestSupport
import Testing

/// What films and sounds say about themselves, against how the fixtures were made.
struct FilmFactTests {
    private func film(_ name: String) throws -> FilmInfo? {
        guard let url = Fixtures.shared("media/\(name)") else { return nil }
        return try FilmInfo.read(path: url.path)
    }

    @Test(arguments: [
        ("video/plain_30.mp4", "mp4", "h264", false), ("video/prores.mov", "mov", "prores", false),
        ("video/vp9_alpha.webm", "webm", "vp9", false),
        ("video/subs.mkv", "matroska", "h264", false),
        ("video/mjpeg.avi", "avi", "mjpeg", false), ("video/fps_2997.mp4", "mp4", "h264", false),
        ("video/fps_23976.mp4", "mp4", "h264", false), ("video/editlist.mp4", "mp4", "h264", false),
        ("video/vfr_30_then_10.mp4", "mp4", "h264", true),
        ("third_party/exoplayer/flv_sample.flv", "flv", "h264", false),
        (
            "third_party/exoplayer/ts_sample_h264_no_access_unit_delimiters.ts", "mpegts", "h264",
            false
        ),
    ])
    func containerCodecAndPaceAreNamed(
        name: String, format: String, codec: String, isVariable: Bool
    ) throws {
        guard let info = try film(name) else { return }
        #expect(info.format == format)
        #expect(info.codec == codec)
        #expect(info.isRateVariable == isVariable)
    }

    @Test func coloursAreThoseOfTheTags() throws {
        guard let plain = try film("video/plain_30.mp4"),
            let full = try film("video/fullrange.mp4"),
            let deep = try film("video/hevc10.mp4"), let bright = try film("video/hdr_pq.mp4"),
            let hybrid = try film("third_party/exoplayer/mp4_dolbyVision-hdr.MOV"),
            let clear = try film("video/vp9_alpha.webm")
        else { return }
        #expect(plain.color.matrix == .bt709 && !plain.color.isFullRange)
        #expect(plain.color.bitDepth == 8 && plain.color.light == .standard)
        #expect(full.color.isFullRange)
        #expect(deep.color.bitDepth == 10 && !deep.color.isHighDynamicRange)
        #expect(bright.color.light == .perceptualQuantizer && bright.color.primaries == .bt2020)
        #expect(hybrid.color.light == .hybridLogGamma && hybrid.orientation == .right)
        #expect(clear.hasAlpha && !plain.hasAlpha)
    }

    @Test func fieldsAreNoticed() throws {
        #expect(try film("video/interlaced_tff.mp4")?.isInterlaced ?? true)
        #expect(try film("video/plain_30.mp4")?.isInterlaced != true)
    }

    @Test(arguments: [
        ("video/surround51.mp4", "mp4", "aac", 48_000, 6, "5.1"),
        ("audio/vbr_art.mp3", "mp3", "mp3", 44_100, 2, "stereo"),
        ("audio/tone.m4a", "mp4", "aac", 44_100, 2, "stereo"),
        ("third_party/exoplayer/mp4_sample_opus.mp4", "mp4", "opus", 48_000, 2, "stereo"),
        ("audio/wav24.wav", "wav", "pcm_s24le", 48_000, 2, ""),
    ])
    func soundsAreNamed(
        name: String, format: String, codec: String, rate: Int, channels: Int, layout: String
    ) throws {
        guard let url = Fixtures.shared("media/\(name)") else { return }
        let info = try SoundInfo.read(path: url.path)
        #expect(info.format == format && info.codec == codec)
        #expect(info.sampleRate == rate && info.channels == channels)
        #expect(info.layout.hasPrefix(layout))
    }

    @Test func profilesAreNamedAndConverted() throws {
        guard let wide = Fixtures.shared("media/images/icc_p3.jpg"),
            let linear = Fixtures.shared("media/images/gama_1_0.png"),
            let plain = Fixtures.shared("media/images/plain.png")
        else { return }
        let info = try PictureInfo.read(path: wide.path)
        #expect(info.profile?.contains("P3") == true)
        #expect(info.convertsColors)
        #expect(try PictureInfo.read(path: linear.path).convertsColors)
        let standard = try PictureInfo.read(path: plain.path)
        #expect(standard.profile == nil && !standard.convertsColors)
    }
}
