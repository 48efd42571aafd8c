import Planning
import Testing

struct TransitionTests {
    /// Three plain segments of the given lengths, and transitions.
    private func draft(
        _ lengths: [Int], _ transitions: String, fps: String = "30", kind: Int = 0
    ) -> String {
        let segments = lengths.enumerated().map { index, length in
            let content =
                kind == 7
                ? #""tx":"x""# : kind == 1 ? #""src":"music.m4a""# : ##""color":"#000000""##
            return #"{"id":"\#("abcd".map(String.init)[index])","d":\#(length),\#(content)}"#
        }
        return
            #"{"m":{"fps":\#(fps)},"t":[{"tt":\#(kind),"sg":[\#(segments.joined(separator: ","))]}],"tr":[\#(transitions)]}"#
    }

    @Test(arguments: ["24", "25", "29.97", "30", "59.94", "60", "12.5"], [1, 40, 333, 500, 999])
    func halfOfATransitionIsDoneAtTheCut(fps: String, length: Int) throws {
        let plan = try plan(
            draft([1000, 1000], #"{"k":"fade","a":"a","b":"b","d":\#(length)}"#, fps: fps))
        let track = try #require(plan.tracks.first)
        for transition in track.transitions {
            let cut = plan.canvas.frameRate.frames(atMilliseconds: 1000)
            let span = transition.span
            #expect(abs((cut - span.start) / (span.end - span.start) - 0.5) < 1e-9)
            #expect(transition.frames.allSatisfy { (0..<1).contains(transition.progress(at: $0)) })
            #expect(
                zip(transition.frames, transition.frames.dropFirst()).allSatisfy {
                    transition.progress(at: $0) < transition.progress(at: $1)
                })
        }
    }

    @Test func neighboursShareExactlyTheFramesOfTheirTransition() throws {
        for length in [1, 17, 33, 34, 100, 501, 2000] {
            let plan = try plan(
                draft([1000, 1000], #"{"k":"fade","a":"a","b":"b","d":\#(length)}"#))
            let track = try #require(plan.tracks.first)
            let shared = track.clips[0].frames.clamped(to: track.clips[1].frames)
            #expect(track.transitions.first?.frames ?? 0..<0 == (shared.isEmpty ? 0..<0 : shared))
            #expect(plan.frameCount == 60)
        }
    }

    @Test func transitionOfTwiceAShortSideIsTheLongest() throws {
        #expect(try issues(draft([400, 2000], #"{"k":"fade","a":"a","b":"b","d":800}"#)).isEmpty)
        let longer = try message(draft([400, 2000], #"{"k":"fade","a":"a","b":"b","d":801}"#))
        #expect(longer.hasSuffix("/tr/0: 801 ms is more than twice \"a\" (400 ms)."))
    }

    @Test func twoTransitionsMayMeetInsideASegmentButNotOverlap() throws {
        let first = #"{"k":"fade","a":"a","b":"b","d":600},"#
        #expect(
            try issues(draft([900, 500, 900], first + #"{"k":"fade","a":"b","b":"c","d":400}"#))
                .isEmpty)
        let over = try message(
            draft([900, 500, 900], first + #"{"k":"fade","a":"b","b":"c","d":401}"#))
        #expect(
            over.hasSuffix(
                "/tr/1: the transitions at both ends of \"b\" overlap: it has 500 ms, half of 600 and of 401 are needed."
            ))
    }

    @Test(arguments: [
        (
            #"{"k":"fade","a":"a","b":"c"}"#,
            "\"a\" ends at 900 ms, \"c\" starts at 1800 ms; a transition needs a cut between them."
        ),
        (
            #"{"k":"fade","a":"b","b":"a"}"#,
            "\"b\" ends at 1800 ms, \"a\" starts at 0 ms; a transition needs a cut between them."
        ),
        (
            #"{"k":"fade","a":"a","b":"b"},{"k":"dissolve","a":"a","b":"b"}"#,
            "/tr/1: this cut has a transition already."
        ),
        (
            #"{"k":"fade","a":"a","b":"segment-b"}"#,
            "/tr/0/b: no segment has the id \"segment-b\". There are a, b, c."
        ),
        (
            #"{"k":"fade","a":"a","b":"b","d":0}"#,
            "/tr/0/d: expected a positive integer (milliseconds, 24 hours at most), found 0."
        ),
        (
            #"{"k":"fadee","a":"a","b":"b"}"#,
            "/tr/0/k: unknown word \"fadee\". Did you mean \"fade\"?"
        ),
    ])
    func transitionThatCanNotBeIsAnError(transition: String, message: String) throws {
        #expect(try complaint(draft([900, 900, 900], transition)).hasSuffix(message))
    }

    private func complaint(_ json: String) throws -> String { try message(json) }

    @Test func transitionOnATextTrackIsAnError() throws {
        let message = try message(draft([900, 900], #"{"k":"fade","a":"a","b":"b"}"#, kind: 7))
        #expect(message.hasSuffix("\"a\" and \"b\" are texts; texts have anim, fi and fo."))
    }

    @Test func transitionAcrossTracksIsAnError() throws {
        let message = try message(
            ##"{"t":[{"tt":0,"sg":[{"id":"a","color":"#000000"}]},{"tt":0,"sg":[{"id":"b","color":"#000000"}]}],"tr":[{"k":"fade","a":"a","b":"b"}]}"##
        )
        #expect(message.hasSuffix("\"a\" and \"b\" are on different tracks."))
    }

    @Test func identityThatSeveralSegmentsHaveIsAnErrorWhereATransitionNamesIt() throws {
        let message = try message(
            ##"{"t":[{"tt":0,"sg":[{"id":"a","color":"#000000"},{"id":"a","color":"#000000"},{"id":"b","color":"#000000"}]}],"tr":[{"k":"fade","a":"a","b":"b"}]}"##
        )
        #expect(
            message.hasSuffix(
                "/tr/0/a: several segments have the id \"a\". Give each of them an id of its own."))
    }

    @Test func soundOnlyCrossFades() throws {
        let plan = try plan(
            draft([900, 900], #"{"k":"wipeleft","a":"a","b":"b","d":200}"#, kind: 1))
        #expect(
            plan.notices.map(\.message) == ["sound can only cross-fade; wipeleft is a fade here"])
        let clips = try #require(plan.sound.tracks.first?.clips)
        #expect(clips.map(\.samples) == [0..<48_000, 38_400..<86_400])
        #expect(clips.map(\.crossfadeOut) == [9600, 0])
        #expect(clips.map(\.crossfadeIn) == [0, 9600])
        #expect(clips[1].sourceStart == -4800)
    }
}
