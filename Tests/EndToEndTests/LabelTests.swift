import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// What a file says beside its pictures and sound.
struct LabelTests {
    private static let json = draft(
        fps: "25",
        meta:
            #","lang":"zh-Hans","chapters":[[0,"Hook"],[1000,"光是什么"],[2400,"Größe"]],"source_type":"trainedAlgorithmicMedia""#,
        pictures(##"{"d":3000,"color":"#204060"}"##),
        #"{"tt":7,"m":{"role":"caption"},"sg":[{"s":333,"d":667,"tx":"One < two"},{"s":1000,"d":834,"tx":"Second\nline"},{"s":2101,"d":500,"tx":"光是什么？"}]}"#
    )

    private struct Probed: Decodable {
        struct Stream: Decodable {
            var codec_name: String
            var codec_type: String
            var disposition: [String: Int]
            var tags: [String: String]?
        }

        struct Chapter: Decodable {
            var start_time: String
            var end_time: String
            var tags: [String: String]
        }

        var streams: [Stream]
        var chapters: [Chapter]
        var format: Probe.Format
    }

    private func probe(_ file: RenderedFile) throws -> Probed? {
        guard let tool = Tool.find("ffprobe") else { return nil }
        let output = try Tool.run(
            tool,
            [
                "-v", "error", "-export_xmp", "1", "-show_streams", "-show_format",
                "-show_chapters", "-of", "json", file.path,
            ])
        return try JSONDecoder().decode(Probed.self, from: output.standardOutput)
    }

    private func subtitles(_ file: RenderedFile) throws -> String? {
        guard let tool = Tool.find("ffmpeg") else { return nil }
        let output = try Tool.run(
            tool, ["-v", "error", "-i", file.path, "-map", "0:s", "-f", "srt", "-"])
        #expect(output.standardError == "")
        return output.text.replacing("\r\n", with: "\n").trimmingCharacters(in: .newlines)
    }

    @Test func captionsAreATrackThatIsOffByDefault() throws {
        let file = try Workplace(Self.json).renderCleanly()
        #expect(
            try subtitles(file) ?? "" == """
                1
                00:00:00,333 --> 00:00:01,000
                One < two

                2
                00:00:01,000 --> 00:00:01,834
                Second
                line

                3
                00:00:02,101 --> 00:00:02,601
                光是什么？
                """)
        guard let probed = try probe(file) else { return }
        #expect(probed.streams.prefix(3).map(\.codec_name) == ["h264", "aac", "mov_text"])
        #expect(probed.streams[2].disposition["default"] == 0)
        #expect(probed.streams[2].tags?["language"] == "zho")
        #expect(try file.frames()?.count == 75)
    }

    @Test func anEmptySampleStandsInEachGapAndNowhereElse() throws {
        let file = try Workplace(Self.json).renderCleanly()
        guard let tool = Tool.find("ffprobe") else { return }
        let output = try Tool.run(
            tool,
            [
                "-v", "error", "-select_streams", "s", "-show_entries",
                "packet=pts_time,duration_time,size", "-of", "csv=p=0", file.path,
            ])
        #expect(
            output.text.split(separator: "\n") == [
                "0.000000,0.333000,2", "0.333000,0.667000,11", "1.000000,0.834000,13",
                "1.834000,0.267000,2", "2.101000,0.500000,17", "2.601000,0.399000,2",
            ])
    }

    @Test func chaptersFollowEachOtherToTheEnd() throws {
        guard let probed = try probe(try Workplace(Self.json).renderCleanly()) else { return }
        #expect(probed.chapters.map { $0.tags["title"] } == ["Hook", "光是什么", "Größe"])
        #expect(probed.chapters.map(\.start_time) == ["0.000000", "1.000000", "2.400000"])
        #expect(probed.chapters.map(\.end_time) == ["1.000000", "2.400000", "3.000000"])
    }

    @Test func anExcerptHasTheLabelsOfItsOwnTime() throws {
        let file = try Workplace(Self.json).renderCleanly("--from", "0.4s", "--to", "2.2s")
        #expect(
            try subtitles(file)?.split(separator: "\n").filter { $0.contains("-->") } ?? [] == [
                "00:00:00,000 --> 00:00:00,600", "00:00:00,600 --> 00:00:01,434",
                "00:00:01,701 --> 00:00:01,800",
            ])
        guard let probed = try probe(file) else { return }
        #expect(probed.chapters.map(\.start_time) == ["0.000000", "0.600000"])
    }

    @Test func theSourceTypeIsFoundAsXMP() throws {
        let file = try Workplace(Self.json).renderCleanly()
        let boxes = try #require(MP4Box.list(try file.bytes))
        #expect(boxes.map(\.type).filter { $0 != "free" } == ["ftyp", "moov", "mdat", "uuid"])
        let box = try #require(boxes.last)
        let identity: [UInt8] = [
            0xBE, 0x7A, 0xCF, 0xCB, 0x97, 0xA9, 0x42, 0xE8, 0x9C, 0x71, 0x99, 0x94, 0x91, 0xE3,
            0xAF, 0xAC,
        ]
        #expect([UInt8](box.content.prefix(16)) == identity)
        let parser = XMLParser(data: Data(box.content.dropFirst(16)))
        #expect(parser.parse())
        let term = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
        guard let probed = try probe(file) else { return }
        #expect(probed.format.tags?["xmp"]?.contains(">\(term)</Iptc4xmpExt:") == true)
    }

    @Test func anyNumberOfWorkersWritesTheSameLabels() throws {
        let place = try Workplace(Self.json)
        let one = try place.renderCleanly("--jobs", "1", to: "one.mp4").bytes
        #expect(try place.renderCleanly("--jobs", "3", to: "three.mp4").bytes == one)
    }
}
