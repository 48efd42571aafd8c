import Foundation
import TestSupport
import Testing

@testable import Planning

/// Subtitle files, and the cues and chapters of a plan.
struct SubtitleTests {
    private let cues = [
        SubtitleCue(
            start: 333, end: 2000, text: "Q&A: 1 < 2\n\n  and so on ",
            words: [
                .init(time: 333, offset: 0), .init(time: 900, offset: 5),
                .init(time: 800, offset: 7), .init(time: 1500, offset: 14),
                .init(time: 2000, offset: 18),
            ]),
        SubtitleCue(start: 2000, end: 2000, text: "never"),
        SubtitleCue(start: 2000, end: 2500, text: "\n \n"),
        SubtitleCue(start: 3_723_004, end: 3_724_000, text: "光是什么？\u{1}"),
    ]

    @Test func subRipIsNumberedAndHasNoEmptyLines() {
        #expect(
            SubtitleFile.srt(cues) == """
                1
                00:00:00,333 --> 00:00:02,000
                Q&A: 1 < 2
                and so on

                2
                01:02:03,004 --> 01:02:04,000
                光是什么？

                """)
        #expect(SubtitleFile.srt([]) == "")
    }

    @Test func webVTTIsEscapedAndItsTimestampsRiseInsideTheCue() {
        #expect(
            SubtitleFile.vtt(cues) == """
                WEBVTT

                00:00:00.333 --> 00:00:02.000
                Q&amp;A: <00:00:00.900>1 &lt; 2
                <00:00:01.500>and so on

                01:02:03.004 --> 01:02:04.000
                光是什么？

                """)
        #expect(SubtitleFile.vtt([]) == "WEBVTT\n")
    }

    @Test(arguments: ["srt", "vtt"])
    func ffmpegReadsTheFilesBack(format: String) throws {
        guard let tool = Tool.find("ffmpeg") else { return }
        let folder = try TemporaryFolder()
        let plain = [
            SubtitleCue(
                start: 40, end: 1200, text: "one\ntwo", words: [.init(time: 500, offset: 4)]),
            SubtitleCue(start: 1200, end: 60_000, text: "größer"),
        ]
        let text = format == "srt" ? SubtitleFile.srt(plain) : SubtitleFile.vtt(plain)
        let path = folder.path("cues.\(format)")
        try Data(text.utf8).write(to: URL(filePath: path))
        let read = try Tool.run(tool, ["-v", "error", "-i", path, "-f", "srt", "-"])
        #expect(read.standardError == "")
        #expect(
            read.text.replacing("\r\n", with: "\n").trimmingCharacters(in: .newlines) == """
                1
                00:00:00,040 --> 00:00:01,200
                one
                two

                2
                00:00:01,200 --> 00:01:00,000
                größer
                """)
    }

    @Test func eachCaptionSegmentIsACueWithTheTimesOfItsWords() throws {
        let plan = try plan(
            #"{"d":5000,"t":[{"tt":7,"m":{"role":"caption"},"sg":[{"s":500,"d":1000,"tx":"Die Straße hier","wt":[[0,200,"die"],[200,300,"straße"],[600,100,"hier"]],"st":{"case":"upper"}},{"s":4000,"d":3000,"tx":"late"},{"s":2000,"d":900,"tx":" "}]},{"tt":7,"sg":[{"tx":"a title"}]},{"tt":7,"m":{"role":"caption","hidden":true},"sg":[{"tx":"hidden"}]},{"tt":7,"m":{"role":"caption"},"sg":[{"s":1200,"d":1000,"tx":"second track"}]}]}"#
        )
        #expect(
            plan.captions == [
                SubtitleCue(
                    start: 500, end: 1200, text: "Die Straße hier",
                    words: [
                        .init(time: 500, offset: 0), .init(time: 700, offset: 4),
                        .init(time: 1100, offset: 11),
                    ]),
                SubtitleCue(start: 1200, end: 2000, text: "second track"),
                SubtitleCue(start: 4000, end: 5000, text: "late"),
            ])
    }

    @Test func chaptersAndSourceTypeAreReadAndWrittenBack() throws {
        let json =
            #"{"m":{"chapters":[[0,"Start"],[1500,"größer"]],"source_type":"https://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"},"d":2000,"t":[]}"#
        let draft = try Draft(parsing: Array(json.utf8))
        #expect(draft.notices.isEmpty)
        #expect(draft.metadata.sourceType == .trainedAlgorithmicMedia)
        #expect(try Draft(parsing: Array(draft.text.utf8)) == draft)
        #expect(draft.text.contains(#""source_type": "trainedAlgorithmicMedia""#))
        let plan = try plan(json)
        #expect(
            plan.chapters == [
                Chapter(start: 0, title: "Start"), Chapter(start: 1500, title: "größer"),
            ])
        #expect(plan.sourceType == .trainedAlgorithmicMedia)
    }

    @Test func aChapterAfterTheEndIsLeftOutWithANotice() throws {
        let plan = try plan(#"{"m":{"chapters":[[0,"a"],[2000,"b"]]},"d":2000,"t":[]}"#)
        #expect(plan.chapters == [Chapter(start: 0, title: "a")])
        #expect(
            plan.notices.map { $0.message(file: "draft.json") } == [
                "draft.json:1:27 /m/chapters/1: a chapter that begins after the end is left out"
            ])
    }

    @Test(arguments: [
        (
            #"[[0,"a"],[0,"b"]]"#,
            "/m/chapters/1/0: expected an integer of at least 1 (milliseconds, in order of time), found 0."
        ),
        (
            #"[["0","a"]]"#,
            "/m/chapters/0/0: expected an integer of at least 0 (milliseconds, in order of time), found \"0\"."
        ),
        (#"[[0]]"#, "/m/chapters/0: expected [ms, \"title\"], found another array."),
        (#"[[0,""]]"#, "/m/chapters/0: expected [ms, \"title\"], found another array."),
        (#"{"0":"a"}"#, "/m/chapters: expected an array of [ms, \"title\"], found an object."),
    ])
    func wrongChaptersAreErrors(chapters: String, expected: String) throws {
        #expect(try message(#"{"m":{"chapters":\#(chapters)},"d":9,"t":[]}"#).contains(expected))
    }

    @Test func anUnknownSourceTypeIsAnErrorWithASuggestion() throws {
        let found = try message(
            #"{"m":{"source_type":"trainedAlgorithmicMedi"},"d":9,"t":[]}"#)
        #expect(found.contains("Did you mean \"trainedAlgorithmicMedia\"?"))
    }
}
