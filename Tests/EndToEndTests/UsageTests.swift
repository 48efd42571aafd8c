import Foundation
import TestSupport
import Testing

/// Exit codes of the command line itself.
struct UsageTests {
    @Test(arguments: [
        ["render"], ["nonsense"], ["render", "draft.json", "--nonsense"],
        ["render", "draft.json", "--size", "0x0"], ["render", "draft.json", "--size", "wide"],
        ["render", "draft.json", "--fps", "abc"], ["render", "draft.json", "--fps", "0"],
        ["render", "draft.json", "--jobs", "0"], ["render", "draft.json", "--jobs", "many"],
        ["render", "draft.json", "--quality", "best"], ["render", "draft.json", "--from", "-1s"],
        ["render", "draft.json", "--from", "5s"],
        ["render", "draft.json", "--from", "3f", "--to", "3f"],
        ["render", "draft.json", "--progress", "loud"], ["frame", "draft.json", "-o", "a.png"],
        ["frame", "draft.json", "--at", "99s", "-o", "a.png"],
        ["frame", "draft.json", "--at", "soon", "-o", "a.png"],
        ["frame", "draft.json", "--at", "nan", "-o", "a.png"],
        ["frame", "draft.json", "--at", "99999999999999999999f", "-o", "a.png"],
        ["frame", "draft.json", "--at", "1e300s", "-o", "a.png"], ["sheet", "draft.json"],
        ["sheet", "draft.json", "-o", "a.png", "--count", "0"], ["check"], ["show", "a", "b"],
    ])
    func badUsageExitsWithTwoAndSaysHow(arguments: [String]) throws {
        let place = try Workplace(draft(plain))
        let run = try Program.run(arguments, in: place.folder.url)
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("Error: "))
        #expect(run.errors.contains("Usage: explainer"))
        #expect(run.output == "")
        #expect(try place.names == ["draft.json"])
    }

    @Test func versionAndHelpExitWithZero() throws {
        let place = try Workplace()
        let version = try place.run("--version")
        #expect(version.status == 0)
        #expect(version.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
        for arguments in [["--help"], ["render", "--help"], ["help", "frame"], []] {
            let help = try Program.run(arguments, in: place.folder.url)
            #expect(help.status == 0)
            #expect(help.output.contains("USAGE: explainer"))
            #expect(help.errors == "")
        }
    }

    @Test func doctorFindsThisMachineWell() throws {
        let run = try Workplace().run("doctor")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("wanted 173 42 27: right"))
        #expect(run.output.contains("encoder libx264: there"))
        #expect(run.output.contains("encoder aac: there"))
        #expect(!run.output.contains("MISSING"))
        #expect(run.output.contains("Inter"))
    }
}
