import Foundation
import TestSupport
import Testing

/// What the README promises can be typed.
struct ReadmeTests {
    private static func text(_ name: String) throws -> String {
        try String(contentsOf: Fixtures.checkout.appending(path: name), encoding: .utf8)
    }

    /// The contents of all fenced blocks of one language.
    private static func blocks(_ language: String, in text: String) -> [String] {
        text.components(separatedBy: "```\(language)\n").dropFirst().map {
            $0.components(separatedBy: "\n```")[0]
        }
    }

    /// The shell block about projects: its lines build on each other.
    private static func projectBlock() throws -> String {
        try #require(blocks("sh", in: text("README.md")).first { $0.contains("explainer new") })
    }

    /// The words of each command in the other shell blocks, comments left out.
    private static func commands() throws -> [[String]] {
        try blocks("sh", in: text("README.md")).filter { !$0.contains("explainer new") }
            .joined(separator: "\n").split(separator: "\n")
            .map { words($0.prefix { $0 != "#" }) }
            .filter { !$0.isEmpty }
    }

    /// The words of a line of shell; double quotes hold words together.
    private static func words(_ line: Substring) -> [String] {
        line.matches(of: /"([^"]*)"|[^" ]+/).map { String($0.output.1 ?? $0.output.0) }
    }

    @Test func shellBlocksHoldNothingButThisProgramAndMake() throws {
        let programs = Set(try Self.commands().map { $0[0] })
        #expect(!programs.isEmpty)
        #expect(programs.isSubset(of: ["make", ".build/release/explainer", "explainer"]))
    }

    @Test func programCommandsRunAsWritten() throws {
        let commands = try Self.commands().filter { $0[0].hasSuffix("explainer") }
        #expect(!commands.isEmpty)
        for command in commands {
            let place = try Workplace()
            for name in command where name.hasSuffix(".json") {
                try place.write(draft(plain), to: name)
            }
            for name in command where name.hasSuffix(".png") {
                try FileManager.default.copyItem(
                    at: Fixtures.checkout.appending(path: "samples/dusk.png"),
                    to: URL(filePath: place.path(name)))
            }
            guard !command.contains("preview") else {
                try Self.preview(Array(command.dropFirst()), in: place)
                continue
            }
            let small = command.contains("make") ? Self.small + ["--voice", "none"] : []
            let run = try Program.run(Array(command.dropFirst()) + small, in: place.folder.url)
            #expect(run.status == 0, "\(command): \(run.errors)")
        }
    }

    /// A preview lasts until it is ended.
    private static func preview(_ command: [String], in place: Workplace) throws {
        let running = try Running(command + ["--no-open"], in: place.folder.url)
        running.wait { running.written().contains("key=") }
        running.send(SIGTERM)
        #expect(running.finish().status == 0)
        #expect(running.written().contains("http://127.0.0.1:"), "\(command)")
    }

    private static let small = ["--size", "64x36", "--fps", "1", "--quality", "draft"]

    @Test func theProjectOfTheReadmeIsMadeAsWritten() throws {
        guard let shell = Tool.find("sh") else { return }
        let place = try Workplace()
        for (sample, name) in [("robot.jpg", "robot.jpg"), ("landscape.jpg", "lake.jpg")] {
            try FileManager.default.copyItem(
                at: Fixtures.checkout.appending(path: "samples/\(sample)"),
                to: URL(filePath: place.path(name)))
        }
        let small = Self.small.joined(separator: " ")
        let block = try Self.projectBlock()
            .replacing("explainer render", with: "explainer render \(small)")
        let folder = URL(filePath: Program.path).deletingLastPathComponent().path
        let script = "set -e; PATH=\"\(folder):$PATH\"; cd \"\(place.folder.url.path)\"\n\(block)"
        let run = try Tool.run(shell, ["-c", script])
        #expect(run.status == 0, "\(run.standardError)")
        #expect(FileManager.default.fileExists(atPath: place.path("film/renders/film-1.mp4")))
    }

    @Test func makeTargetsExistAndTheirProgramLinesParse() throws {
        guard let make = Tool.find("make") else { return }
        let mentioned = try ["README.md", "CONTRIBUTING.md"].map(Self.text).joined()
            .matches(of: /`make ([a-z]+)/).map { String($0.output.1) }
        let targets = Set(
            mentioned + (try Self.commands().filter { $0[0] == "make" }.map { $0[1] }))
        #expect(targets.isSuperset(of: ["demo", "test", "bench"]))
        for target in targets {
            let run = try Tool.run(make, ["-n", "-C", Fixtures.checkout.path, target])
            #expect(run.status == 0, "make \(target): \(run.standardError)")
            for line in run.text.split(separator: "\n")
            where line.hasPrefix(".build/release/explainer ") {
                try expectRuns(line)
            }
        }
    }

    /// Runs a line of the Makefile at small size, away from the checkout.
    private func expectRuns(_ line: Substring) throws {
        let place = try Workplace()
        let arguments = Self.words(line).dropFirst().map { word in
            word.hasPrefix("samples/")
                ? Fixtures.checkout.appending(path: word).path
                : word.hasSuffix(".mp4") ? "out.mp4" : word
        }
        let run = try Program.run(arguments + Self.small, in: place.folder.url)
        #expect(run.status == 0, "\(line): \(run.errors)")
    }

    /// In the table: the command exists, and so does each of its options.
    @Test func commandsAndOptionsOfTheTableExist() throws {
        let rows = try Self.text("README.md").split(separator: "\n").filter {
            $0.hasPrefix("| `explainer ")
        }
        #expect(rows.count >= 6)
        for row in rows {
            let line = row.dropFirst("| `explainer ".count)
            let command = String(line.prefix { $0.isLetter })
            let help = try Workplace().run("help", command)
            #expect(help.status == 0, "\(command)")
            let words = row.split { !$0.isLetter && $0 != "-" }
            for option in words where option.hasPrefix("-") {
                #expect(help.output.contains(option), "\(command) \(option)")
            }
        }
    }

    @Test func draftOfTheReadmeRenders() throws {
        let text = try #require(Self.blocks("json", in: try Self.text("README.md")).first)
        let place = try Workplace(text)
        let forest = Fixtures.checkout.appending(path: "samples/forest.jpg")
        try FileManager.default.createSymbolicLink(
            at: place.folder.url.appending(path: "map.jpg"), withDestinationURL: forest)
        try Wave.write([Wave.sine(300, seconds: 10)], to: place.path("music.wav"))
        let picture = try Workplace(draft(width: 640, height: 360, plain))
        #expect(try picture.run("frame", "draft.json", "--at", "0", "-o", "a.png").status == 0)
        try picture.data("a.png").write(to: URL(filePath: place.path("compass.png")))
        let file = try place.renderCleanly("--size", "96x54", "--fps", "5")
        #expect(try file.frames()?.count == 50)
    }
}
