import Foundation
import Planning
import Synchronization

@testable import Serving

/// Engines that do nothing but what a test wants to see.
final class FakeWorkshop: Workshop {
    struct Fault: Error, CustomStringConvertible {
        var description: String
    }

    /// Held shut, explaining and rendering wait at it.
    let gate = Gate()
    private let state = Mutex(State())

    struct State {
        var problems: [String] = []
        var renderFault: String?
        var explainFault: String?
        var explained: [String] = []
        var renders = 0
    }

    func change(_ change: (inout State) -> Void) { state.withLock { change(&$0) } }
    var explained: [String] { state.withLock { $0.explained } }
    var renders: Int { state.withLock { $0.renders } }

    func examine(_ path: String) throws -> ExaminedFile {
        let data = FileManager.default.contents(atPath: path) ?? Data()
        switch String(decoding: data.prefix(3), as: UTF8.self) {
        case "PNG":
            var file = ExaminedFile(.image)
            (file.width, file.height) = (64, 48)
            return file
        case "MP4":
            var file = ExaminedFile(.video)
            (file.duration, file.framesPerSecond) = (2.5, 25)
            return file
        case "MP3":
            var file = ExaminedFile(.audio)
            file.duration = 3
            return file
        default: throw Fault(description: "\(path): it is no media")
        }
    }

    func problems(of draft: Draft, in folder: String) -> [String] {
        state.withLock { $0.problems }.map { "\(folder)/\($0)" }
    }

    func explain(
        _ sentence: String, pictures: [String], in folder: String,
        progress: @escaping @Sendable (String) -> Void
    ) async throws -> Draft {
        progress("looking")
        try await gate.pass()
        state.withLock { $0.explained.append(sentence) }
        if let fault = state.withLock({ $0.explainFault }) { throw Fault(description: fault) }
        guard let first = pictures.first else { throw Fault(description: "no picture") }
        let source = "assets/" + URL(filePath: first).lastPathComponent
        return try Draft(parsing: Array(TestDraft.text(source: source).utf8))
    }

    func bringMusic(of draft: Draft, into folder: String) throws {}

    func render(
        _ draft: Draft, in folder: String, to output: String, options: RenderOrder,
        progress: @escaping @Sendable (Double) -> Void
    ) async throws -> RenderedFile {
        progress(0.5)
        try await gate.pass()
        if let fault = state.withLock({ $0.renderFault }) { throw Fault(description: fault) }
        state.withLock { $0.renders += 1 }
        try Data("0123456789".utf8).write(to: URL(filePath: output))
        return RenderedFile(duration: 4, size: 10)
    }
}

/// Lets through while it is open; those who came before wait until it opens.
final class Gate: Sendable {
    private let isOpen = Mutex(true)

    func shut() { isOpen.withLock { $0 = false } }
    func open() { isOpen.withLock { $0 = true } }

    func pass() async throws {
        while !isOpen.withLock({ $0 }) { try await Task.sleep(for: .milliseconds(5)) }
        try Task.checkCancellation()
    }
}

enum TestDraft {
    static func text(source: String) -> String {
        """
        {"v":1,"id":"draft","d":4000,"m":{"title":"T","width":640,"height":360,"fps":25},"t":[
        {"id":"a","tt":0,"sg":[{"id":"p","s":0,"d":4000,"src":"\(source)"}]},
        {"id":"b","tt":7,"sg":[{"id":"w","s":0,"d":2000,"tx":"Hello"}]}]}
        """
    }
}
