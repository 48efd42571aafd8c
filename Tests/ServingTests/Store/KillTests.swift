import Foundation
import Testing
import VideoAPI

@testable import Serving

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#endif

/// A process that is killed while it writes from many tasks.
@Suite struct KillTests {
    @Test func allThatWasAnsweredIsThereAfterARealKill() async throws {
        let root = Self.folder(getpid())
        defer { try? FileManager.default.removeItem(at: root) }
        await #expect(processExitsWith: .signal(SIGKILL)) {
            try await KillTests.writeUntilKilled(KillTests.folder(getppid()))
        }
        let answered = try Self.answers(root)
        #expect(answered.values.max() ?? 0 >= 300)
        let store = try ServerStore(folder: root.appending(path: "data"))
        #expect(try store.integrityCheck().isEmpty)
        for (session, version) in answered {
            let draft = try #require(try store.draft(of: session))
            // One more may have been kept whose answer was not heard.
            #expect((version...(version + 1)).contains(draft.version))
            #expect(draft.text == "\(draft.version)")
        }
        #expect(try store.credits(of: try store.user()).frozen == 0)
        #expect(try store.takeNext()?.job.id == "at work")
    }

    /// Each of four tasks goes on with a session of its own and writes down what it was answered.
    private static func writeUntilKilled(_ root: URL) async throws {
        let store = try ServerStore(folder: root.appending(path: "data"))
        let first = try store.newSession()
        _ = try store.reserve(50, of: first.user)
        _ = try store.ask("at work", in: first.id)
        _ = try store.takeNext()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    let session = try store.newSession().id
                    let file = root.appending(path: "answered-\(session)")
                    try Data().write(to: file)
                    let answers = try FileHandle(forWritingTo: file)
                    for number in 1... {
                        try store.add("\(number)", to: session, base: number - 1)
                        try answers.write(contentsOf: Data([1]))
                        if number == 300 { kill(getpid(), SIGKILL) }
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    /// The last version that each session was told.
    private static func answers(_ root: URL) throws -> [String: Int] {
        var answers: [String: Int] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: root.path) {
            guard name.hasPrefix("answered-") else { continue }
            // A byte for each answer.
            let size = DurableContent.size(root.appending(path: name).path) ?? 0
            if size > 0 { answers[String(name.dropFirst(9))] = size }
        }
        return answers
    }

    private static func folder(_ process: Int32) -> URL {
        FileManager.default.temporaryDirectory.appending(path: "store-kill-\(process)")
    }
}
