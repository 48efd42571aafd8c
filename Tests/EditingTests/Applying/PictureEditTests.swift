import Planning
import Testing

@testable import Editing

@Suite struct PictureEditTests {
    private let all = Reference(.picture)
    private let second = Reference(.picture, .places([2]))

    private func move(
        _ from: (Double, Double, Double), _ to: (Double, Double, Double)
    ) -> Draft.KenBurns {
        .move(
            Draft.KenBurns.Move(
                from: .init(x: from.0, y: from.1, zoom: from.2),
                to: .init(x: to.0, y: to.1, zoom: to.2)))
    }

    @Test func presetsKeepTheirNames() throws {
        let draft = try edited(.story, .picture(all, .move(.preset(.zoomOut, strength: nil))))
        #expect(draft.segment("forest")?.kenBurns == .preset(.zoomOut))
    }

    @Test func aStrengthIsTheZoomThatIsReached() throws {
        let zoom = try edited(.story, .picture(all, .move(.preset(.zoomIn, strength: 1.25))))
        #expect(zoom.segment("city")?.kenBurns == move((0.5, 0.5, 1), (0.5, 0.5, 1.25)))
        #expect(zoom.segment("robot")?.kenBurns == move((0.5, 0.5, 1), (0.6, 0.4, 1.25)))
        let pan = try edited(.story, .picture(all, .move(.preset(.panRight, strength: 1.25))))
        // (1.25 - 1) / 1.25 / 2 to either side.
        #expect(pan.segment("city")?.kenBurns == move((0.4, 0.5, 1.25), (0.6, 0.5, 1.25)))
    }

    @Test func aSlowerZoomChangesTheAmountOfWhatMoves() throws {
        let draft = try edited(.story, .picture(all, .move(.strength(0.5))))
        // The calm zoom is 1.10 in five seconds; half of 0.10 is 0.05.
        #expect(draft.segment("city")?.kenBurns == move((0.5, 0.5, 1), (0.5, 0.5, 1.05)))
        #expect(draft.segment("robot")?.kenBurns == move((0.5, 0.5, 1), (0.55, 0.45, 1.1)))
        #expect(draft.segment("forest")?.kenBurns == nil)
        let none = EditOperation.picture(Reference(.picture, .places([3])), .move(.strength(2)))
        #expect(try problem(.story, none) == .nothingToChange(none))
    }

    @Test func aStrongerPanGoesFartherAndHasRoom() throws {
        let draft = try edited(
            .story, .picture(second, .move(.preset(.panRight, strength: 1.25))),
            .picture(second, .move(.strength(1.5))))
        // 0.1 to either side become 0.15, for which the view may have 0.7 of the width.
        #expect(draft.segment("robot")?.kenBurns == move((0.35, 0.5, 1.4286), (0.65, 0.5, 1.4286)))
    }

    @Test func movesTurnRoundFocusAndStop() throws {
        let turned = try edited(.story, .picture(all, .move(.reverse)))
        #expect(turned.segment("city")?.kenBurns == .preset(.zoomOut))
        #expect(turned.segment("robot")?.kenBurns == move((0.6, 0.4, 1.2), (0.5, 0.5, 1)))
        let focused = try edited(.story, .picture(second, .move(.focus(x: 0.3, y: 0.2))))
        #expect(focused.segment("robot")?.kenBurns == move((0.5, 0.5, 1), (0.3, 0.2, 1.2)))
        #expect(
            try edited(.story, .picture(all, .move(.none))).segment("robot")?.kenBurns == nil)
    }

    @Test func aSourceTakesThePlaceOfAnother() throws {
        let draft = try edited(.story, .picture(second, .source("lake.jpg")))
        var expected = try CorpusDraft.story.read()
        expected.tracks[0].segments[1].source = "assets/lake.jpg"
        #expect(draft == expected)
        #expect(try problem(.story, .picture(second, .source("x.jpg"))) == .noFile("x.jpg"))
    }

    @Test func effectsAreAddedChangedAndRemoved() throws {
        let draft = try edited(
            .story, .picture(second, .effect(.adjust, ["brightness": .add(0.1)])),
            .picture(second, .effect(.adjust, ["brightness": .add(0.1)])),
            .picture(second, .effect(.adjust, ["contrast": .multiply(1.25)])))
        let effect = try #require(draft.segment("robot")?.effects.first)
        #expect(effect.settings["brightness"]?.value == .number(JSONNumber(0.2)))
        #expect(effect.settings["contrast"]?.value == .number(JSONNumber(1.25)))
        #expect(draft.segment("robot")?.effects.count == 1)
        let none = EditOperation.picture(all, .removeEffect(nil))
        #expect(try problem(.story, none) == .nothingToChange(none))
        #expect(try edited(.narrated, none).segment("p2")?.effects == [])
    }

    @Test func overlaysKeepAMarginInTheCorners() throws {
        let logo = Reference(.overlay)
        let draft = try edited(
            .clips, .picture(logo, .place(x: 0, y: 1)), .picture(logo, .scale(.multiply(0.5))),
            .picture(logo, .opacity(.set(0.5))))
        let overlay = try #require(draft.segment("logo"))
        // 5 % and half of the tenth that it measured then.
        #expect((overlay.x, overlay.y) == (0.1, 0.9))
        #expect((overlay.width, overlay.height) == (0.05, 0.05))
        #expect(overlay.opacity == 0.5)
    }

    @Test func transitionsChangeAndCome() throws {
        let draft = try edited(.story, .transition(.all, .set(.dissolve, length: nil)))
        #expect(
            draft.transitions == [
                Draft.Transition(.dissolve, from: "city", to: "robot", duration: 500),
                Draft.Transition(.dissolve, from: "robot", to: "forest", duration: 500),
            ])
        let longer = try edited(.story, .transition(.all, .set(nil, length: .set(1000))))
        #expect(
            longer.transitions == [Draft.Transition(from: "city", to: "robot", duration: 1000)])
        let fades = try edited(.clips, .transition(.all, .set(nil, length: .set(20_000))))
        // A transition takes half of itself from each side: twice the 4000 of the shorter one.
        #expect(
            fades.transitions == [Draft.Transition(from: "beach", to: "photo", duration: 8000)])
        #expect(try edited(.story, .transition(.all, .remove)).transitions.isEmpty)
        let ends = EditOperation.transition(
            .between(Reference(.picture, .places([1])), Reference(.picture, .places([3]))),
            .set(.fade, length: nil))
        #expect(try problem(.story, ends) == .notNeighbors)
    }

    @Test func canvasesHaveEvenSides() throws {
        let tall = try edited(.story, .whole(.aspect(9, 16)))
        #expect((tall.metadata.width, tall.metadata.height) == (1080, 1920))
        let portrait = try edited(.story, .whole(.aspect(4, 5)))
        #expect((portrait.metadata.width, portrait.metadata.height) == (1080, 1350))
        let small = try edited(.story, .whole(.aspect(4, 3)), .whole(.resolution(720)))
        #expect((small.metadata.width, small.metadata.height) == (960, 720))
        let wide = EditOperation.whole(.aspect(16, 9))
        #expect(try problem(.clips, wide) == .already(wide))
    }

    @Test func operationsAreDoneAllOrNone() throws {
        let first = EditOperation.whole(.name("A"))
        #expect(throws: EditProblem.leavesNothing) {
            try edited(.story, first, .remove(Reference(.picture, .all)))
        }
        #expect(throws: EditProblem.already(.whole(.name("Urban Dreams")))) {
            try edited(.story, .whole(.name("Urban Dreams")))
        }
    }

    @Test func whatIsSoAlreadyDoesNotStopTheRest() throws {
        let draft = try edited(.story, .whole(.name("Urban Dreams")), .whole(.aspect(1, 1)))
        #expect(draft.metadata.width == 1080)
    }
}
