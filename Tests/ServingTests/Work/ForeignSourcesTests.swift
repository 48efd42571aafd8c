import Planning
import Testing

@testable import Serving

@Suite struct ForeignSourcesTests {
    /// The problems of a draft whose one segment is `segment`.
    private func problems(_ segment: String) throws -> [String] {
        let text = #"{"v":1,"t":[{"tt":0,"sg":[\#(segment)]}]}"#
        return ForeignSources(in: try JSONDocument(parsing: Array(text.utf8)).root).problems
    }

    @Test(arguments: [
        "/etc/passwd", "../secret.png", "assets/../../secret.png", "..", "~/secret.png", "a/..",
        "//server/share", "assets/a\\u0000.png",
    ])
    func aSourceThatLeadsOutOfTheFolderIsFound(source: String) throws {
        let found = try problems(#"{"src":"\#(source)"}"#)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("/t/0/sg/0/src: ") == true)
    }

    @Test(arguments: ["assets/robot.jpg", "assets/..hidden", "a..b/c...d", "robot.jpg"])
    func aSourceInTheFolderIsNone(source: String) throws {
        #expect(try problems(#"{"src":"\#(source)"}"#) == [])
    }

    @Test func theTableOfAnEffectIsASourceToo() throws {
        let found = try problems(#"{"src":"a.jpg","fx":[{"k":"lut","src":"/a.cube"}]}"#)
        #expect(found.map { $0.prefix { $0 != ":" } } == ["/t/0/sg/0/fx/0/src"])
    }

    @Test func aVoiceThatIsAFileIsASource() throws {
        #expect(try problems(#"{"tx":"Hi","voice":"Piper:/a/b.onnx"}"#).count == 1)
        #expect(try problems(#"{"tx":"Hi","voice":"piper:assets/b.onnx"}"#) == [])
        #expect(try problems(#"{"tx":"Hi","voice":"espeak:en-us"}"#) == [])
    }

    @Test func wordsAreNoSources() throws {
        #expect(try problems(#"{"tx":"/etc/passwd","n":"../a"}"#) == [])
    }
}
