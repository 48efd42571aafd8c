import Foundation
import TestSupport
import Testing

/// `explainer inspect`, run as users run it.
struct InspectTests {
    private let robot = Fixtures.checkout.appending(path: "samples/robot.jpg").path

    @Test func aReportSaysWhatIsKnownAndWhatIsNot() throws {
        let run = try Workplace().run("inspect", robot)
        #expect(run.status == 0, "\(run.errors)")
        for part in ["robot.jpg", "What the file says", "What that means", "What can be measured"] {
            #expect(run.output.contains(part))
        }
        #expect(!run.output.lowercased().contains("verified"))
        #expect(!run.output.lowercased().contains("proves"))
        let longest = run.output.split(separator: "\n").map(\.count).max() ?? 0
        #expect(longest <= 80)
    }

    @Test func factsComeAsOneObject() throws {
        let run = try Workplace().run("inspect", robot, "--json")
        #expect(run.status == 0)
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(json["file"] as? String == "robot.jpg")
        #expect(json["measures"] is [String: Any])
    }

    @Test(arguments: [
        ("none.png", "no such file"), (".", "folder"), ("empty.png", "empty"),
        ("notes.png", "it is a text"), ("cut.png", "no whole PNG"),
    ])
    func whatIsNoPictureExitsWithThreeAndSaysWhy(name: String, reason: String) throws {
        let place = try Workplace()
        try Data().write(to: place.folder.url.appending(path: "empty.png"))
        try Data("just words\n".utf8).write(to: place.folder.url.appending(path: "notes.png"))
        try Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]).write(
            to: place.folder.url.appending(path: "cut.png"))
        let run = try place.run("inspect", name)
        #expect(run.status == 3)
        #expect(run.output == "")
        #expect(run.errors.contains(reason), "\(run.errors)")
    }
}
