import Foundation
import Testing

@testable import Planning
@testable import Rendering

/// Where a timeline is cut.
@Suite struct ChunkTests {
    private func plan(
        _ starts: [Int], frameCount: Int, rate: FrameRate = FrameRate(30)
    ) -> RenderPlan {
        let canvas = Canvas.make(rate: rate)
        let ends = starts.dropFirst() + [frameCount]
        let clips = zip(starts, ends).map { Clip.make(.white, .whole(canvas), frames: $0..<$1) }
        return .make(canvas, frameCount: frameCount, tracks: [.make(clips)])
    }

    private func split(_ plan: RenderPlan, _ frames: Range<Int>? = nil) -> [Range<Int>] {
        Chunk.split(frames ?? 0..<plan.frameCount, of: plan).map(\.frames)
    }

    @Test(arguments: [1, 2, 149, 150, 151, 300, 301, 1000, 9001])
    func chunksCoverAllFramesOnceAndAreNeverTooLong(frameCount: Int) {
        for starts in [[0], [0, frameCount / 3]] {
            let plan = plan(starts, frameCount: frameCount)
            let chunks = Chunk.split(0..<frameCount, of: plan)
            #expect(chunks.map(\.index) == Array(0..<chunks.count))
            #expect(chunks.flatMap { Array($0.frames) } == Array(0..<frameCount))
            // Five seconds at 30 frames a second.
            #expect(chunks.allSatisfy { (1...150).contains($0.frames.count) })
        }
    }

    @Test(
        arguments: [
            FrameRate(1, 10), FrameRate(1), FrameRate(24000, 1001), FrameRate(60), FrameRate(240),
        ])
    func anyFrameRateIsCutIntoChunksOfAtMostFiveSeconds(rate: FrameRate) {
        let chunks = split(plan([0], frameCount: 2003, rate: rate))
        #expect(chunks.flatMap { Array($0) } == Array(0..<2003))
        let most = max(5 * rate.framesPerSecond, 2)
        #expect(chunks.allSatisfy { Double($0.count) <= most })
    }

    @Test func withoutACutInReachTheRestIsSharedEvenly() {
        #expect(split(plan([0], frameCount: 160)) == [0..<80, 80..<160])
        #expect(split(plan([0], frameCount: 450)) == [0..<150, 150..<300, 300..<450])
    }

    @Test func aChunkEndsWhereAClipBegins() {
        #expect(split(plan([0, 100], frameCount: 200)) == [0..<100, 100..<200])
        // The latest one in reach; one before two and a half seconds is too early.
        #expect(split(plan([0, 90, 140, 145], frameCount: 290)) == [0..<145, 145..<290])
        #expect(split(plan([0, 40], frameCount: 200)) == [0..<100, 100..<200])
    }

    @Test func aChunkEndsWhereATransitionEndsAndNotWhereItBegins() {
        var plan = plan([0, 100], frameCount: 220)
        plan.tracks[0].clips[0].frames = 0..<115
        plan.tracks[0].clips[1].frames = 85..<220
        plan.tracks[0].transitions = [.make(.fade, 85..<115)]
        #expect(split(plan) == [0..<115, 115..<220])
    }

    @Test func textsDoNotCut() {
        var plan = plan([0], frameCount: 160)
        let text = Clip.make(.text(.make()), .whole(plan.canvas), frames: 120..<160)
        plan.tracks.append(.make([text]))
        #expect(split(plan) == [0..<80, 80..<160])
    }

    @Test func anExcerptIsCutAtTheSameKindsOfPlaces() {
        let plan = plan([0, 100, 230], frameCount: 400)
        #expect(split(plan, 60..<300) == [60..<180, 180..<300])
        #expect(split(plan, 100..<400) == [100..<230, 230..<315, 315..<400])
        #expect(split(plan, 7..<7).isEmpty)
    }
}
