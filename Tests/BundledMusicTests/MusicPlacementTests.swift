import Testing

@testable import BundledMusic

@Suite struct MusicPlacementTests {
    @Test(arguments: MusicLoop.allCases)
    func musicAndVideoEndOnTheSameMillisecond(_ loop: MusicLoop) {
        for duration in stride(from: 1, to: 200_000, by: 613) {
            let placement = loop.placement(under: duration)
            #expect(placement.duration == duration)
            #expect(0..<loop.duration ~= placement.sourceStart)
            #expect((placement.sourceStart + duration) % loop.duration == 0)
            #expect(placement.loops == (placement.sourceStart + duration > loop.duration))
            #expect(placement.fadeIn + placement.fadeOut <= duration)
        }
    }

    @Test func aVideoAsLongAsTheLoopPlaysItOnce() {
        let placement = MusicLoop.ambient.placement(under: 32_000)
        #expect(
            placement
                == MusicPlacement(
                    sourceStart: 0, duration: 32_000, loops: false, fadeIn: 400, fadeOut: 1500))
        #expect(MusicLoop.ambient.placement(under: 64_000).loops)
        #expect(MusicLoop.ambient.placement(under: 64_000).sourceStart == 0)
    }

    @Test func aVideoOfNoLengthNeedsNoMusic() {
        for duration in [0, -5] {
            let placement = MusicLoop.upbeat.placement(under: duration)
            #expect(placement.duration == 0)
            #expect(placement.sourceStart == 0)
            #expect(!placement.loops)
        }
    }

    @Test func everyBarHasFourBeatsOfItsTempo() {
        for (loop, tempo) in [
            (MusicLoop.lofi, 82.0), (.ambient, 60), (.upbeat, 112), (.calmPiano, 68),
        ] {
            #expect(abs(loop.beatsPerMinute - tempo) < 0.1)
            #expect(20_000...35_000 ~= loop.duration)
        }
    }

    @Test(arguments: [
        ("lo-fi", MusicLoop.lofi), ("Lo Fi beats", .lofi), ("ambient", .ambient),
        ("upbeat", .upbeat), ("calm-piano", .calmPiano),
        ("Explain it, with CALM music", .calmPiano),
        ("a happy, lively but calm clip", .upbeat), ("dreamy piano", .ambient),
        ("轻快的音乐", .upbeat), ("安静的钢琴曲", .calmPiano), ("空灵、神秘", .ambient),
        ("慵懒的午后", .lofi),
    ])
    func wordsChooseALoop(words: String, loop: MusicLoop) {
        #expect(MusicLoop.forMood(words) == loop)
    }

    @Test(arguments: ["", "What is an AI image?", "funnel", "机器学习", "calmness"])
    func wordsWithoutAMoodChooseNone(words: String) {
        #expect(MusicLoop.forMood(words) == nil)
    }

    @Test func noWordAsksForTwoLoops() {
        let words = MusicLoop.allCases.flatMap(\.moodWords)
        #expect(Set(words).count == words.count)
    }
}
