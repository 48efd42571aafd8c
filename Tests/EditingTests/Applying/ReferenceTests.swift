import Planning
import Testing

@testable import Editing

/// Which things a reference means.
@Suite struct ReferenceTests {
    private func ids(
        _ draft: CorpusDraft, _ reference: Reference, _ use: Reference.Use = .looks
    ) throws -> [String] {
        try draft.read().resolve(reference, for: use, material: FakeMaterial()).map(\.id)
    }

    private func problem(
        _ draft: CorpusDraft, _ reference: Reference, _ use: Reference.Use = .single
    ) throws -> EditProblem? {
        let draft = try draft.read()
        do {
            _ = try draft.resolve(reference, for: use, material: FakeMaterial())
            return nil
        } catch {
            return error
        }
    }

    @Test func kindsAreToldApart() throws {
        #expect(try ids(.story, Reference(.picture)) == ["city", "robot", "forest"])
        #expect(try ids(.story, Reference(.title)) == ["title"])
        #expect(try ids(.story, Reference(.subtitle)) == ["subtitle"])
        #expect(try ids(.story, Reference(.caption)) == ["c1", "c2", "c3"])
        #expect(try ids(.story, Reference(.text)) == ["title", "subtitle", "c1", "c2", "c3"])
        #expect(try ids(.narrated, Reference(.title)) == ["hook", "noise"])
        #expect(try ids(.narrated, Reference(.endCard)) == ["end"])
        #expect(try ids(.narrated, Reference(.music)) == ["m1"])
        #expect(try ids(.narrated, Reference(.narration)) == ["v1", "v2", "v3"])
        #expect(try ids(.narrated, Reference(.sound)) == ["m1", "v1", "v2", "v3"])
        #expect(try ids(.clips, Reference(.overlay)) == ["logo"])
        #expect(try ids(.clips, Reference(.sound)) == ["beach"])
    }

    @Test func placesCountFromBothEnds() throws {
        #expect(try ids(.story, Reference(.picture, .places([1, -1]))) == ["city", "forest"])
        #expect(try ids(.story, Reference(.picture, .others([2]))) == ["city", "forest"])
        let fourth = Reference(.picture, .places([4]))
        #expect(try problem(.story, fourth) == .noSuch(fourth, count: 3))
    }

    @Test func timesMeanWhatShowsThen() throws {
        let range = Reference(.picture, .during(4999..<5001))
        #expect(try ids(.story, range) == ["city", "robot"])
        #expect(try ids(.story, Reference(.picture, .during(5000..<5001))) == ["robot"])
    }

    @Test func namesMatchWholeBeforeTheyMatchInPart() throws {
        #expect(try ids(.story, Reference(.picture, .named("ROBOT"))) == ["robot"])
        #expect(try ids(.story, Reference(.picture, .named("robot.png"))) == ["robot"])
        #expect(try ids(.story, Reference(.picture, .named("fore"))) == ["forest"])
        #expect(try ids(.story, Reference(.caption, .named("walks"))) == ["c2"])
        let none = Reference(.picture, .named("moon"))
        #expect(try problem(.story, none) == .none(none))
    }

    @Test func severalOfOneNameAreAllForLooksAndAQuestionForTheRest() throws {
        let robots = Reference(.picture, .named("robot"))
        #expect(try ids(.narrated, robots) == ["p1", "p2"])
        #expect(
            try problem(.narrated, robots) == .which(robots, names: ["robot", "robot"]))
    }

    @Test func withoutAPlaceOnlyTheOnlyOneCanBeRemoved() throws {
        #expect(try ids(.story, Reference(.title), .single) == ["title"])
        let pictures = Reference(.picture)
        #expect(
            try problem(.story, pictures) == .which(pictures, names: ["city", "robot", "forest"]))
        let narration = Reference(.narration)
        #expect(try problem(.story, narration) == EditProblem.none(narration))
    }
}
