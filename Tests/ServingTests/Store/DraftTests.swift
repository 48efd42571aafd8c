import Foundation
import Testing

@testable import Serving

@Suite struct DraftTests {
    @Test func aSessionBeginsWithoutADraft() throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        let session = try store.newSession().id
        #expect(try store.draft(of: session) == nil)
        #expect(
            refusal {
                _ = try store.walk(
                    session: session, by: -1, base: 0, sentence: "undo", now: StoreFixture.now)
            } == .noStep)
        #expect(
            refusal {
                _ = try store.startOver(
                    session: session, base: 0, sentence: "over", now: StoreFixture.now)
            } == .noStep)
    }

    @Test func versionsCountUpAndTheLastCounts() throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        let session = try store.newSession()
        #expect(try store.add("a", to: session.id, base: 0).version == 1)
        #expect(try store.add("b", to: session.id, base: 1).version == 2)
        let draft = try #require(try store.draft(of: session.id))
        #expect(
            draft
                == StoredDraft(
                    version: 2, text: "b", sentence: "make it b", changes: ["it is b"],
                    undoCount: 1, redoCount: 0))
        #expect(try store.session(session.id, of: session.user).version == 2)
    }

    @Test func aCommitFromAStaleBaseChangesNothing() throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        let session = try store.newSession().id
        try store.add("a", to: session, base: 0)
        try store.add("b", to: session, base: 1)
        for base in [0, 1, 3] {
            #expect(refusal { try store.add("c", to: session, base: base) } == .stale(version: 2))
        }
        #expect(try store.draft(of: session)?.text == "b")
        #expect(refusal { try store.add("c", to: "1", base: 0) } == .unknownSession)
    }

    @Test func theSameKeyIsAppliedOnceAndAnswersAsTheFirstTime() throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        let (session, other) = try (store.newSession().id, store.newSession().id)
        let first = try store.add("a", to: session, base: 0, key: "k")
        try store.add("b", to: session, base: 1, key: "l")
        #expect(!first.isRepeated)
        // Its base is stale by now, as that of a request that is sent again is.
        let again = try store.add("a", to: session, base: 0, key: "k")
        #expect(again.isRepeated)
        #expect(again.version == 1)
        #expect(again.changes == ["it is a"])
        #expect(try store.commit(ofKey: "k", in: session) == again)
        #expect(try store.commit(ofKey: "m", in: session) == nil)
        #expect(try store.draft(of: session)?.text == "b")
        #expect(try !store.add("a", to: other, base: 0, key: "k").isRepeated)
    }

    @Test func undoneStepsCanBeRedoneUntilAnotherTakesTheirPlace() throws {
        let fixture = try StoreFixture()
        let walk = try DraftWalk(fixture.open())
        try walk.add("a", "b", "c")
        try walk.go(-2)
        try walk.expect("a", undo: 0, redo: 2)
        try walk.go(1)
        try walk.expect("b", undo: 1, redo: 1)
        try walk.add("d")
        try walk.expect("d", undo: 2, redo: 0)
        #expect(refusal { try walk.go(1) } == .noStep)
        #expect(refusal { try walk.go(-3) } == .noStep)
        #expect(refusal { try walk.go(0) } == .noStep)
        try walk.go(-1)
        try walk.expect("b", undo: 1, redo: 1)
        // Three, one replaced, and three walks.
        #expect(try walk.store.draft(of: walk.session)?.version == 7)
    }

    @Test func startingOverIsAStepThatCanBeUndone() throws {
        let fixture = try StoreFixture()
        let walk = try DraftWalk(fixture.open())
        try walk.add("a", "b")
        _ = try walk.store.startOver(
            session: walk.session, base: 2, sentence: "start over", now: StoreFixture.now)
        try walk.expect("a", undo: 2, redo: 0)
        try walk.go(-1)
        try walk.expect("b", undo: 1, redo: 1)
    }

    @Test(arguments: 1...8)
    func anyWalkEndsWhereAListOfDraftsSays(seed: UInt64) throws {
        let fixture = try StoreFixture()
        let walk = try DraftWalk(fixture.open())
        var random = SeededRandom(state: seed)
        // The plain twin: the path as a list, and a place in it.
        var (path, place): ([String], Int) = (["0"], 0)
        try walk.add("0")
        for number in 1...60 {
            switch Int.random(in: 0..<5, using: &random) {
            case 0, 1:
                path = Array(path[...place]) + ["\(number)"]
                place += 1
                try walk.add("\(number)")
            case 2:
                path = Array(path[...place]) + ["0"]
                place += 1
                _ = try walk.store.startOver(
                    session: walk.session, base: number, sentence: "", now: StoreFixture.now)
            default:
                let lowest = place == 0 ? 1 : -place
                let most = path.count - 1 - place
                guard lowest < 0 || most > 0 else {
                    path.append("\(number)")
                    place += 1
                    try walk.add("\(number)")
                    continue
                }
                let distance = Int.random(in: min(lowest, most)...max(most, lowest), using: &random)
                let way = distance == 0 ? (most > 0 ? most : lowest) : distance
                place += way
                try walk.go(way)
            }
            try walk.expect(path[place], undo: place, redo: path.count - 1 - place)
        }
        #expect(try walk.store.draft(of: walk.session)?.version == 61)
    }

    @Test func ofManyWhoCommitAtOnceEachVersionIsThereExactlyOnce() async throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        let session = try store.newSession().id
        let versions = try await withThrowingTaskGroup(of: [Int: String].self) { group in
            for task in 0..<16 {
                group.addTask { try Self.commitTenTimes("\(task)", session, store) }
            }
            return try await group.reduce(into: [Int: String]()) { all, own in
                all.merge(own) { "\($0) and \($1)" }
            }
        }
        #expect(versions.keys.sorted() == Array(1...160))
        for (walks, version) in (1...160).reversed().enumerated() {
            #expect(try store.draft(of: session)?.text == versions[version])
            guard version > 1 else { break }
            _ = try store.walk(
                session: session, by: -1, base: 160 + walks, sentence: "", now: StoreFixture.now)
        }
    }

    /// Commits with the newest base until each of ten drafts is in.
    private static func commitTenTimes(
        _ name: String, _ session: String, _ store: ServerStore
    ) throws -> [Int: String] {
        var own: [Int: String] = [:]
        for number in 0..<10 {
            var base = try store.draft(of: session)?.version ?? 0
            while true {
                do {
                    let text = "\(name).\(number)"
                    own[try store.add(text, to: session, base: base).version] = text
                    break
                } catch let error as StoreError {
                    guard case .stale(let version) = error.kind else { throw error }
                    base = version
                }
            }
        }
        return own
    }
}
