import Foundation
import Planning
import Testing

/// The comparison that the corpus is measured with: it accepts the change that is meant, no other.
@Suite struct DraftDiffTests {
    private func faults(_ diff: String, _ edit: (inout Draft) -> Void) throws -> [String] {
        let base = try Corpus.draft("story")
        var edited = base
        edit(&edited)
        let before = try FlatDraft(base)
        let json = try JSONDocument(parsing: Array(diff.utf8)).root.value
        return DraftDiff(json).faults(from: before, to: try FlatDraft(edited, since: before))
    }

    @Test func theChangeThatIsMeantHasNoFault() throws {
        let diff = #"{"music/bgm/vol": 0.42, "titles/title/fi": null}"#
        #expect(
            try faults(diff) {
                $0.tracks[1].segments[0].volume = 0.42
                $0.tracks[2].segments[0].fadeIn = 0
            } == [])
    }

    @Test func anotherValueAndAMissingChangeAreFaults() throws {
        let diff = #"{"music/bgm/vol": 0.42}"#
        #expect(try faults(diff) { $0.tracks[1].segments[0].volume = 0.43 }.count == 1)
        #expect(try faults(diff) { _ in }.count == 1)
    }

    @Test func aChangeThatIsNotMeantIsAFault() throws {
        let diff = #"{"music/bgm/vol": 0.42}"#
        #expect(
            try faults(diff) {
                $0.tracks[1].segments[0].volume = 0.42
                $0.metadata.width = 1080
            } == ["m/width: must be 1920, is 1080"])
    }

    @Test func aTrackWithoutSegmentsCountsAsGone() throws {
        for diff in [
            #"{"captions": null}"#,
            #"{"captions/c1": null, "captions/c2": null, "captions/c3": null}"#,
        ] {
            #expect(try faults(diff) { $0.tracks[4].segments = [] } == [])
            #expect(try faults(diff) { $0.tracks.remove(at: 4) } == [])
            #expect(try faults(diff) { $0.tracks[4].segments.removeLast() } != [])
        }
    }

    @Test func aNewSegmentIsFoundByItsTrackOrItsRole() throws {
        let leaves = #"{"s": 15000, "d": 5000, "src": "assets/lake.jpg"}"#
        for diff in [#"{"pictures/+": \#(leaves)}"#, #"{"+main": [\#(leaves)]}"#] {
            func edit(_ length: Int, _ draft: inout Draft) {
                var lake = Draft.Segment(id: "new", start: 15_000, duration: length)
                lake.source = "assets/lake.jpg"
                draft.tracks[0].segments.append(lake)
            }
            #expect(try faults(diff) { edit(5000, &$0) } == [])
            #expect(try faults(diff) { edit(4000, &$0) }.count == 2)
        }
    }

    @Test func aWholeIsReplacedByAValueInItsPlace() throws {
        let diff = #"{"pictures/robot/kb": "zoom-out"}"#
        #expect(try faults(diff) { $0.tracks[0].segments[1].kenBurns = .preset(.zoomOut) } == [])
        #expect(try faults(diff) { $0.tracks[0].segments[1].kenBurns = nil }.count == 1)
    }

    @Test func whatIsLeftOpenMayBeAnything() throws {
        let diff = #"{"music": {"any": true}, "m/fps": {"~": 24}}"#
        #expect(
            try faults(diff) {
                $0.tracks[1].segments[0].id = "other"
                $0.tracks[1].name = "Upbeat"
                $0.metadata.frameRate = FrameRate(24, 1)
            } == [])
        #expect(
            try faults(diff) {
                $0.tracks[1].name = "Upbeat"
                $0.metadata.frameRate = FrameRate(25, 1)
            }.count == 1)
    }
}
