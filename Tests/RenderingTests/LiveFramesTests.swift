import Foundation
import Media
import TestSupport
import Testing
import Typesetting

@testable import Planning
@testable import Rendering

/// Frames of a plan that changes.
@Suite struct LiveFramesTests {
    private let folder: TemporaryFolder
    private let canvas = Canvas.make(96, 64)

    init() throws { folder = try TemporaryFolder() }

    private func picture(_ name: String, _ shade: UInt8) throws -> PictureFile {
        try PictureFile(120, 80, channels: 3, in: folder) { x, y in [UInt8(x), UInt8(y), shade] }
    }

    /// Two pictures that fade into each other, and words over both.
    private func plan(_ words: String = "Abc") throws -> RenderPlan {
        let (first, second) = (try picture("a", 20), try picture("b", 220))
        let clips = [
            Clip.make(.picture(.make(first)), .whole(canvas), frames: 0..<35, id: "one"),
            Clip.make(.picture(.make(second)), .whole(canvas), frames: 25..<60, id: "two"),
        ]
        let text = Clip.make(
            .text(.make(words, style: .make(size: 24))),
            .make(left: 4, top: 20, width: 88, height: 0), frames: 40..<50)
        return .make(
            canvas, frameCount: 60,
            tracks: [.make(clips, [.make(.fade, 25..<35)]), .make([text])])
    }

    @Test func aFrameIsThatOfARender() async throws {
        let plan = try plan()
        let frames = try LiveFrames(fonts: .bundled())
        let renderer = try FrameRenderer(plan, fonts: .bundled())
        // In no order, as a pointer moves.
        for index in [45, 0, 30, 59, 31, 45] {
            let live = try await frames.picture(at: index, of: LivePlan(plan, files: [:]))
            let single = try await renderer.picture(at: index)
            #expect(live.pixels == single.pixels, "\(index)")
        }
    }

    @Test func encodedFramesAreThoseOfTheStretch() async throws {
        guard let ffmpeg = Tool.find("ffmpeg") else { return }
        let plan = try plan()
        let frames = try LiveFrames(fonts: .bundled())
        let live = LivePlan(plan, files: [:])
        let coded = try await frames.encode(20..<35, of: live, quality: .lossless)
        #expect(coded.packets.count == 15)
        #expect(coded.packets.first?.isKey == true)
        #expect(coded.packets.map(\.presentation).sorted() == Array(0..<15))
        let file = folder.path("stretch.h264")
        let bytes = coded.video.extradata + coded.packets.flatMap(\.bytes)
        try Data(bytes).write(to: URL(filePath: file))
        let output = try Tool.run(
            ffmpeg, ["-v", "error", "-i", file, "-f", "rawvideo", "-pix_fmt", "yuv420p", "-"])
        let drawn = try await plan.drawn(20..<35)
        let wanted = drawn.flatMap { $0.luma + $0.cb + $0.cr }
        #expect(Array(output.standardOutput) == wanted)
    }

    @Test func aStampChangesWithWhatShows() throws {
        let (old, new) = (try plan("Abc"), try plan("Abd"))
        // The pictures were written anew, under other names.
        var same = old
        same.tracks[1] = new.tracks[1]
        let before = LivePlan(old, files: [:]).runs
        let after = LivePlan(same, files: [:]).runs
        #expect(before.map(\.frames) == [0..<25, 25..<35, 35..<40, 40..<50, 50..<60])
        #expect(after.map(\.frames) == before.map(\.frames))
        let changed = zip(before, after).filter { $0.stamp != $1.stamp }.map(\.0.frames)
        #expect(changed == [40..<50])
        // The same picture shows before and behind the words.
        #expect(before[2].stamp == before[4].stamp && Set(before.map(\.stamp)).count == 4)
    }

    @Test func aStampChangesWithItsFiles() throws {
        let plan = try plan()
        guard case .picture(let second) = plan.tracks[0].clips[1].content else { return }
        let before = LivePlan(plan, files: [second.path: "one"]).runs
        let after = LivePlan(plan, files: [second.path: "two"]).runs
        let changed = zip(before, after).filter { $0.stamp != $1.stamp }.map(\.0.frames)
        #expect(changed == [25..<35, 35..<40, 40..<50, 50..<60])
    }

    @Test func aSegmentThatMovesTheOthersLeavesThemAlone() throws {
        let plan = try plan()
        var more = plan
        // A clip before all others on the track, off the screen's time: places move by one.
        let extra = Clip.make(.pureRed, .whole(canvas), frames: 60..<60)
        more.tracks[0].clips.insert(extra, at: 0)
        more.tracks[0].transitions[0].from = 1
        more.tracks[0].transitions[0].to = 2
        let (before, after) = (LivePlan(plan, files: [:]).runs, LivePlan(more, files: [:]).runs)
        #expect(
            zip(before, after).filter { $0.stamp != $1.stamp }.map(\.0.frames) == [25..<35])
    }

    @Test func theSoundHasAStampOfItsOwn() throws {
        #expect(LivePlan(try plan(), files: [:]).soundStamp == nil)
    }
}
