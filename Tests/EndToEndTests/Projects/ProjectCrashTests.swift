import Foundation
import TestSupport
import Testing

/// Commands that are killed at any moment, and commands that run at the same time.
struct ProjectCrashTests {
    /// A fixed series of numbers, so that a failure can be repeated (Knuth's MMIX constants).
    private struct Series: RandomNumberGenerator {
        var state: UInt64 = 42

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 11
        }
    }

    @Test func killedCommandsLoseNothingThatWasAcknowledged() throws {
        let project = try ProjectFolder()
        try project.must("add", "../0.png")
        var series = Series()
        // A machine that was busy for a moment shall not make all kills come too late.
        let usual = min(try duration { try project.must("add", "../1.png") }, 0.3)
        var acknowledged: [String: Int] = [:]
        var killed = 0
        for round in 0..<40 {
            let file = "r\(round).png"
            try FileManager.default.copyItem(
                atPath: project.place.path("\(round % 3).png"), toPath: project.place.path(file))
            let command = [["add", "../\(file)"], ["undo"], ["redo"], ["add", "../\(file)"]][
                Int.random(in: 0..<4, using: &series)]
            let running = try Running(command, in: project.url)
            let moment = Double.random(in: 0...1.3, using: &series) * usual
            if round > 0 { usleep(UInt32(moment * 1e6)) }
            running.send(SIGKILL)
            let run = running.finish()
            if run.status == -128 - SIGKILL { killed += 1 }
            if run.status == 0 {
                acknowledged[command[0] == "add" ? "add \(file)" : command[0], default: 0] += 1
            }
            #expect(throws: Never.self, "after \(command) in round \(round)") {
                try JSONSerialization.jsonObject(with: Data(project.text().utf8))
            }
        }
        #expect(killed > 0)
        try expect(acknowledged, in: project)
        try project.must("show")
        // Everything can still be undone, down to the first draft.
        try project.must("add", "../0.png")
        try project.must("undo")
        let refusal = try project.run("undo", "1000").errors
        let steps = try #require(refusal.firstMatch(of: /only (\d+) step/)?.1)
        try project.must("undo", String(steps))
        #expect(try project.text() == project.text("history/000001.json"))
    }

    /// Each acknowledged command is a step as often as it was acknowledged.
    private func expect(_ acknowledged: [String: Int], in project: ProjectFolder) throws {
        let steps = try project.steps()
        for (words, count) in acknowledged {
            let found = steps.count { step in
                step.contains("  \(words):") || step.hasSuffix("  \(words)")
                    || step.contains("  \(words)  (")
            }
            #expect(found >= count, "\(words) was acknowledged \(count) times")
        }
    }

    private func duration(_ work: () throws -> Void) throws -> Double {
        let start = ContinuousClock.now
        try work()
        return (ContinuousClock.now - start) / .seconds(1)
    }

    @Test func commandsAtTheSameTimeAreAllInTheHistory() throws {
        let project = try ProjectFolder()
        let runs = try (0..<6).map { index in
            try Running(["add", "../\(index % 3).png", "../tone.wav"], in: project.url)
        }.map { $0.finish() }
        for run in runs { #expect(run.status == 0, "\(run.errors)") }
        #expect(try project.steps().count == 7)
        #expect(try project.must("show").output.contains("6 clips (0-30s)"))
        #expect(try project.names("assets") == ["0.png", "1.png", "2.png", "tone.wav"])
        try project.must("undo", "6")
        #expect(try project.must("show").output.contains("(empty)"))
    }
}
