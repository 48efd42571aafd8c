import Foundation
import TestSupport
import Testing

/// The drafts that people start from.
struct SampleTests {
    /// Two frames a second at small size: what matters here is that all of it renders.
    private static let small = ["--size", "160x90", "--fps", "2"]

    private func run(_ arguments: [String], in place: Workplace) throws -> Program.Run {
        let run = try Program.run(arguments, in: place.folder.url)
        try #require(run.status == 0, "\(arguments): \(run.errors)")
        #expect(run.errors == "", "a sample has nothing to remark")
        return run
    }

    private static func path(_ name: String) -> String {
        Fixtures.checkout.appending(path: "samples/\(name).json").path
    }

    @Test(arguments: [("explainer", 40), ("product", 24), ("bilingual", 24)])
    func sampleRendersWholeAndWithoutNotices(name: String, frames: Int) throws {
        let place = try Workplace()
        _ = try run(
            [
                "render", Self.path(name), "-o", "out.mp4", "--quality", "draft", "--progress",
                "none",
            ]
                + Self.small, in: place)
        #expect(try place.names == ["out.mp4"])
        guard
            let decoded = try RenderedFile(path: place.path("out.mp4")).frames(
                width: 160, height: 90)
        else { return }
        #expect(decoded.count == frames)
        #expect(Set(decoded.map(\.bytes)).count > frames / 2, "pictures move")
    }

    @Test(arguments: [("explainer", 600), ("product", 360), ("bilingual", 360)])
    func everyOtherCommandTakesTheSample(name: String, frames: Int) throws {
        let place = try Workplace()
        let path = Self.path(name)
        let check = try run(["check", path], in: place)
        #expect(check.output.contains("\(frames) frames"))
        #expect(check.output.contains("0 notices"))
        #expect(try run(["plan", path], in: place).output.contains("frames \(frames)\n"))
        let show = try run(["show", path], in: place).output
        #expect(show.hasPrefix("Timeline ("))
        #expect(show.split(separator: "\n").count == 1)
        _ = try run(["frame", path, "--at", "3s", "-o", "frame.png"] + Self.small, in: place)
        _ = try run(
            ["sheet", path, "--count", "1", "-o", "sheet.png"] + Self.small,
            in: place)
        #expect(try place.names == ["frame.png", "sheet.png"])
        guard let tool = Tool.find("ffprobe") else { return }
        let size = try Tool.run(
            tool,
            [
                "-v", "error", "-show_entries", "stream=width,height", "-of", "csv=p=0",
                place.path("frame.png"),
            ])
        #expect(size.text.hasPrefix("160,90"))
    }
}
