import Foundation
import TestSupport
import Testing

/// Files of picture and sound beside MP4.
struct StreamFormatTests {
    static let formats = ["mp4", "mov", "mkv", "webm"]

    private static let codecs = [
        "mp4": ["h264", "aac", "mov_text"], "mov": ["h264", "aac", "mov_text"],
        "mkv": ["h264", "aac", "subrip"], "webm": ["vp9", "opus", "webvtt"],
    ]

    @Test(arguments: formats)
    func streamsAreTaggedAndInStep(format: String) throws {
        let file = try FormatPlace.make().renderCleanly(to: "out.\(format)")
        guard
            let streams = try file.values(
                "stream=codec_name,pix_fmt,color_range,color_space,color_transfer,"
                    + "color_primaries,chroma_location,r_frame_rate,avg_frame_rate",
                "-select_streams", "v"),
            let codecs = try file.values("stream=codec_name"), let frames = try file.frames()
        else { return }
        #expect(codecs.prefix(3).map { $0 } == Self.codecs[format])
        #expect(
            streams.first?.dropFirst(codecs[0].count)
                == ",yuv420p,tv,bt709,bt709,bt709,left,30000/1001,30000/1001")
        #expect(frames.count == 211)
        let times = try #require(
            try file.values("packet=pts_time", "-select_streams", "v")
        ).compactMap(Double.init)
            .sorted()
        #expect(times.count == 211)
        // Matroska counts milliseconds.
        for (index, time) in times.enumerated() {
            #expect(abs(time - Double(index) * 1001 / 30_000) <= 0.00051)
        }
        #expect(times.first == 0)
        let duration = try #require(try file.values("format=duration")?.first.flatMap(Double.init))
        #expect(abs(duration - 211 * 1001.0 / 30_000) <= 0.0211)
    }

    @Test(arguments: formats)
    func clicksAreHeardAtTheirTime(format: String) throws {
        let file = try FormatPlace.make().renderCleanly(to: "out.\(format)")
        guard let start = try file.soundStart(), let samples = try file.left() else { return }
        for (heard, meant) in zip(
            FormatPlace.heard(samples, shift: start), FormatPlace.clicks)
        {
            #expect(abs(heard - meant) <= 0.001)
        }
        #expect(Wave.onsets(samples).count == FormatPlace.clicks.count)
    }

    @Test(arguments: formats)
    func bytesDependOnNothingButTheDraft(format: String) throws {
        let place = try FormatPlace.make()
        let one = try place.renderCleanly("--quality", "high", "--jobs", "1", to: "1.\(format)")
        let three = try place.renderCleanly("--quality", "high", "--jobs", "3", to: "3.\(format)")
        #expect(try one.bytes == three.bytes)
        #expect(try one.bytes.count > 10_000)
    }

    @Test(arguments: formats)
    func captionsAndChaptersKeepTheirTimes(format: String) throws {
        let file = try FormatPlace.make().renderCleanly(to: "out.\(format)")
        guard let tool = Tool.find("ffmpeg"),
            let chapters = try file.values("chapter=start_time,end_time:chapter_tags=title")
        else { return }
        #expect(
            chapters == ["0.000000,3.000000,One", "3.000000,7.040000,Zwei"]
                || chapters == ["0.000000,3.000000,One", "3.000000,7.040367,Zwei"])
        let output = try Tool.run(
            tool,
            ["-v", "error", "-copyts", "-i", file.path, "-map", "0:s:0", "-f", "srt", "-"])
        #expect(output.standardError == "")
        let lines = output.text.split(whereSeparator: \.isNewline).map(String.init)
        #expect(
            lines == [
                "1", "00:00:00,333 --> 00:00:01,000", "One < two",
                "2", "00:00:01,000 --> 00:00:01,834", "Second", "line",
                "3", "00:00:05,100 --> 00:00:05,600", "光是什么？",
            ])
        let defaults = try file.values("stream_disposition=default", "-select_streams", "s")
        #expect(defaults == ["0"])
        #expect(try file.values("format_tags=title") == ["Größe"])
    }

    @Test(arguments: formats)
    func anExcerptBeginsAtItsOwnTimeZero(format: String) throws {
        let file = try FormatPlace.make(fps: "10", captions: false).renderCleanly(
            "--from", "2s", "--to", "2.6s", to: "out.\(format)")
        guard let start = try file.soundStart(), let samples = try file.left(),
            let frames = try file.frames()
        else { return }
        #expect(frames.count == 6)
        let loudest = samples.indices.max { abs(samples[$0]) < abs(samples[$1]) } ?? 0
        #expect(abs(Double(loudest) / 48_000 + start - 0.249) <= 0.001)
        #expect(abs(Double(samples.count) / 48_000 + start - 0.6) <= 0.022)
    }

    @Test(arguments: formats)
    func withoutAudioThereIsNoSoundTrack(format: String) throws {
        let file = try FormatPlace.make().renderCleanly("--no-audio", to: "out.\(format)")
        guard let types = try file.values("stream=codec_type") else { return }
        #expect(types.contains("video") && !types.contains("audio"))
        #expect(try file.frames()?.count == 211)
    }

    @Test func losslessVP9GivesTheFramesOfLosslessH264() throws {
        let place = try FormatPlace.make(fps: "10")
        let first = try place.renderCleanly("--quality", "lossless", to: "out.mkv").frames()
        #expect(try place.renderCleanly("--quality", "lossless", to: "out.webm").frames() == first)
    }

    @Test(arguments: ["mkv", "webm"])
    func matroskaSaysHowThePicturesCameToBe(format: String) throws {
        let file = try FormatPlace.make().renderCleanly(to: "out.\(format)")
        #expect(
            try file.values("format_tags=DIGITAL_SOURCE_TYPE") ?? [Self.term] == [Self.term])
    }

    private static let term =
        "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"

    /// RFC 9559, 5.1: the colours of the track and the delay of its sound, and the index before the
    /// first cluster.
    @Test(arguments: [("mkv", 21_333_333), ("webm", 6_500_000)])
    func matroskaElementsAreInPlace(format: String, delay: Int) throws {
        let bytes = try FormatPlace.make().renderCleanly(to: "out.\(format)").bytes
        let cluster = try #require(bytes.firstRange(of: [0x1F, 0x43, 0xB6, 0x75]))
        let head = bytes[..<cluster.lowerBound]
        // MatrixCoefficients, Range, TransferCharacteristics, Primaries.
        for element: [UInt8] in [
            [0x55, 0xB1, 0x81, 1], [0x55, 0xB9, 0x81, 1], [0x55, 0xBA, 0x81, 1],
            [0x55, 0xBB, 0x81, 1],
        ] { #expect(head.firstRange(of: element) != nil) }
        let codecDelay = try #require(head.firstRange(of: [0x56, 0xAA, 0x84]))
        #expect(MP4Box.number(head[codecDelay.upperBound...].prefix(4)) == delay)
        // Once where the parts are listed, once where the index itself stands.
        #expect(head.ranges(of: [0x1C, 0x53, 0xBB, 0x6B]).count == 2)
        #expect(head.firstRange(of: Array("=CD=".utf8)) == nil)
    }
}
