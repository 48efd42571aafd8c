import Foundation
import Planning
import Testing

/// Every `Fixtures/CASE.json` gives the plan in `Fixtures/CASE.plan.txt`.
///
/// `RECORD_GOLDENS=1` writes the plans and fails, so that they are looked at.
struct PlanGoldenTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures")

    static let cases: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
    }()

    @Test func fixturesAreThere() {
        #expect(Self.cases.count > 20)
    }

    @Test(arguments: cases)
    func planIsAsRecorded(name: String) throws {
        let json = try String(
            contentsOf: Self.folder.appending(path: "\(name).json"), encoding: .utf8)
        let found = try plan(json).text
        let golden = Self.folder.appending(path: "\(name).plan.txt")
        if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
            try found.write(to: golden, atomically: true, encoding: .utf8)
            Issue.record(
                "recorded \(name).plan.txt; look at it and run again without RECORD_GOLDENS")
        }
        let expected = try String(contentsOf: golden, encoding: .utf8)
        #expect(found == expected)
    }

    /// Writing and reading again changes nothing, whatever the draft has.
    @Test(arguments: cases)
    func readingWhatWasWrittenGivesAnEqualDraft(name: String) throws {
        let bytes = try Data(contentsOf: Self.folder.appending(path: "\(name).json"))
        let draft = try Draft(parsing: Array(bytes))
        let again = try Draft(parsing: Array(draft.text.utf8))
        #expect(again == draft)
        #expect(again.text == draft.text)
    }
}
