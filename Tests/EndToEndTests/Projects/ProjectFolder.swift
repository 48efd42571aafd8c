import Foundation
import TestSupport
import Testing

/// A project made by the program, with pictures and a sound beside it to be added.
struct ProjectFolder {
    let place: Workplace

    /// The project's folder, `my film` in `place`.
    var url: URL { place.folder.url.appending(path: "my film") }

    init() throws {
        place = try Workplace()
        let made = try place.run("new", "my film")
        try #require(made.status == 0, "\(made.errors)")
        for (index, color) in ["#C03020", "#20C030", "#3020C0"].enumerated() {
            try place.write(draft(pictures(#"{"d":100,"color":"\#(color)"}"#)), to: "one.json")
            let run = try place.run("frame", "one.json", "--at", "0f", "-o", "\(index).png")
            try #require(run.status == 0, "\(run.errors)")
        }
        try Wave.write([Wave.sine(330, seconds: 0.5)], to: place.path("tone.wav"))
    }

    /// Runs the program in the project's folder.
    func run(_ arguments: String...) throws -> Program.Run {
        try Program.run(arguments, in: url)
    }

    /// Runs it, and requires that it did what was asked.
    @discardableResult
    func must(_ arguments: String...) throws -> Program.Run {
        let run = try Program.run(arguments, in: url)
        try #require(run.status == 0, "\(arguments): \(run.errors)")
        return run
    }

    func names(_ folder: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(
            atPath: url.appending(path: folder).path
        ).sorted()
    }

    func text(_ name: String = "draft.json") throws -> String {
        String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self)
    }

    func write(_ text: String, to name: String = "draft.json") throws {
        try Data(text.utf8).write(to: url.appending(path: name))
    }

    /// The lines of the history that tell of steps.
    func steps() throws -> [String] {
        try must("history").output.split(separator: "\n").map(String.init)
            .filter { $0.wholeMatch(of: /[> ] +\d+  \d{4}-.*/) != nil }
    }
}
