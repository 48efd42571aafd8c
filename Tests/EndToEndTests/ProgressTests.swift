import Foundation
import TestSupport
import Testing

/// What a render says while it works.
struct ProgressTests {
    struct Line: Decodable {
        var phase: String
        var progress: Double
        var frame: Int?
        var frames: Int?
        var file: String?
        var bytes: Int?
    }

    private static func place() throws -> Workplace {
        try Workplace(draft(pictures(#"{"d":6000,"gen":{"k":"noise"}}"#)))
    }

    @Test func everyLineIsAnObjectAndProgressOnlyGrows() throws {
        let place = try Self.place()
        let run = try place.render("--progress", "json", "--jobs", "2")
        #expect(run.status == 0)
        #expect(run.errors == "")
        let lines = try run.output.split(separator: "\n").map {
            try JSONDecoder().decode(Line.self, from: Data($0.utf8))
        }
        let progress = lines.map(\.progress)
        #expect(progress == progress.sorted())
        #expect(progress.dropLast().allSatisfy { (0..<1).contains($0) })
        let frames = lines.compactMap(\.frame)
        #expect(frames == frames.sorted() && frames.last == 60)
        let last = try #require(lines.last)
        #expect(last.phase == "done" && last.progress == 1)
        let file = try #require(last.file)
        #expect(try Data(contentsOf: URL(filePath: file)).count == last.bytes)
        #expect(lines.map(\.phase).filter { $0 == "done" }.count == 1)
    }

    @Test func fullProgressComesAfterTheFile() throws {
        let place = try Self.place()
        // Its reader takes the last line and looks for the file at once. Of the lines before it
        // nothing can be asked: a reader that lags behind may see the file already.
        let script = """
            cd "$1" && "$0" render draft.json -o out.mp4 --quality draft --progress json |
            while read -r line; do
                case "$line" in
                *'"done"'*) test -s out.mp4 && echo there ;;
                esac
            done
            """
        let run = try Tool.run("/bin/sh", ["-c", script, Program.path, place.folder.url.path])
        #expect(run.text == "there\n")
    }

    @Test func noneLeavesOnlyTheFacts() throws {
        let run = try Self.place().render("--progress", "none")
        let lines = run.output.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.first?.hasSuffix("/out.mp4") == true)
        #expect(lines.dropFirst().first?.hasPrefix("96x54, 10 fps, 60 frames, 6.00 s") == true)
        #expect(run.errors == "")
    }

    #if os(Linux)
        @Test func terminalShowsABar() throws {
            guard let script = Tool.find("script") else { return }
            let place = try Self.place()
            let command = "'\(Program.path)' render draft.json -o out.mp4 --quality draft"
            let run = try Tool.run(
                script, ["-qec", "cd '\(place.folder.url.path)' && \(command)", "/dev/null"])
            #expect(run.status == 0)
            #expect(run.text.contains("░"))
            #expect(run.text.contains("/60 frames"))
            #expect(!run.text.contains("\"phase\""))
        }
    #endif
}
