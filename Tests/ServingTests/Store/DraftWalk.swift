import Foundation
import Testing

@testable import Serving

/// One session's draft that steps are taken with.
struct DraftWalk {
    let store: ServerStore
    let session: String

    init(_ store: ServerStore) throws {
        self.store = store
        session = try store.newSession().id
    }

    func add(_ texts: String...) throws {
        for text in texts { try store.add(text, to: session, base: version()) }
    }

    func go(_ distance: Int) throws {
        _ = try store.walk(
            session: session, by: distance, base: version(), sentence: "walk",
            now: StoreFixture.now)
    }

    func expect(
        _ text: String, undo: Int, redo: Int, location: SourceLocation = #_sourceLocation
    ) throws {
        let draft = try store.draft(of: session)
        #expect(draft?.text == text, sourceLocation: location)
        #expect(draft?.undoCount == undo, sourceLocation: location)
        #expect(draft?.redoCount == redo, sourceLocation: location)
    }

    private func version() throws -> Int { try store.draft(of: session)?.version ?? 0 }
}

/// Numbers that are the same for the same seed (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
