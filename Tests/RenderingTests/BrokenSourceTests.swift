import Foundation
import Media
import TestSupport
import Testing

@testable import Planning
@testable import Rendering

/// Files that break between planning and rendering.
struct BrokenSourceTests {
    private let canvas = Canvas(width: 160, height: 90, frameRate: FrameRate(10))

    private func plan(_ path: String, footage: Footage?, _ policy: SourceFailurePolicy)
        -> RenderPlan
    {
        let view = CropRectangle(centerX: 160, centerY: 100, width: 320, height: 180)
        let content = PictureContent(
            path: path, width: 320, height: 200, fit: .cover, move: .still(view), footage: footage)
        var plan = RenderPlan.make(
            canvas, frameCount: 30,
            tracks: [
                .make([
                    Clip(
                        id: "a", frames: 0..<30, span: Clip.Span(start: 0, end: 30),
                        content: .picture(content), placement: .whole(canvas), fade: .none)
                ])
            ])
        plan.onSourceFailure = policy
        plan.sourcePlaces = [path: DraftPlace(pointer: "/t/0/sg/0/src")]
        return plan
    }

    @Test(arguments: [nil, Footage(start: 0, length: 2)])
    func missingFileEndsTheRenderByDefault(footage: Footage?) async throws {
        let plan = plan("/nowhere/film.mp4", footage: footage, .fail)
        await #expect(throws: MediaError.self) {
            try await FrameRenderer(plan, fonts: .bundled()).picture(at: 0)
        }
    }

    @Test(
        arguments: [nil, Footage(start: 0, length: 2)], [SourceFailurePolicy.placeholder, .skip])
    func cardStandsInForWhatCannotBeOpened(
        footage: Footage?, policy: SourceFailurePolicy
    ) async throws {
        let plan = plan("/nowhere/film.mp4", footage: footage, policy)
        let frames = 0..<30
        let store = try ClipStore(plan, fonts: .bundled(), uses: [frames])
        let projection = FilmProjection(plan, try await store.clips(for: frames))
        let buffer = FrameBuffer(width: 160, height: 90)
        Compositor(plan).draw(3, clips: try projection.clips(at: 3), into: buffer.planes)
        let drawn = Drawn(buffer.planes)
        // A dark ground, and the lines of the sign in the middle.
        #expect(drawn.y(2, 2) < 70 && drawn.y(2, 2) > 30)
        #expect((drawn.luma.max() ?? 0) > 100)
        await store.add(projection.warnings)
        let notices = await store.notices
        #expect(notices.map(\.place.pointer) == ["/t/0/sg/0/src"])
        #expect(
            notices.first?.message.hasPrefix("/nowhere/film.mp4: it broke; a placeholder") == true)
    }

    /// A loop opens the file anew at its seam; by then it is gone.
    @Test func lastGoodFrameHoldsWhereAFilmBreaks() async throws {
        guard let film = Fixtures.shared("media/video/plain_30.mp4") else { return }
        let folder = try TemporaryFolder()
        let path = folder.path("film.mp4")
        try FileManager.default.copyItem(atPath: film.path, toPath: path)
        let plan = plan(path, footage: Footage(start: 0, length: 1, loops: true), .skip)
        let frames = 0..<30
        let store = try ClipStore(plan, fonts: .bundled(), uses: [frames])
        let projection = FilmProjection(plan, try await store.clips(for: frames))
        let compositor = Compositor(plan)
        func drawn(_ index: Int) throws -> Drawn {
            let buffer = FrameBuffer(width: 160, height: 90)
            compositor.draw(index, clips: try projection.clips(at: index), into: buffer.planes)
            return Drawn(buffer.planes)
        }
        let first = try drawn(0)
        let last = try drawn(9)
        #expect(first != last)
        try FileManager.default.removeItem(atPath: path)
        #expect(try drawn(10) == last)
        #expect(try drawn(15) == last)
        let warnings = projection.warnings.map(\.message)
        #expect(warnings.count == 1)
        #expect(warnings.first?.hasPrefix("it broke; its last good frame holds: ") == true)
    }

    @Test func cardsOfAllSizesAreDrawn() throws {
        for (width, height) in [(2, 2), (16, 300), (300, 16), (97, 61), (640, 360)] {
            let card = PlaceholderCard(width: width, height: height, words: nil)
            for y in 0..<height {
                for x in 0..<width {
                    let color = card.color(x: x, y: y)
                    #expect((0...3).allSatisfy { (0...1).contains(color[$0]) })
                }
            }
        }
    }
}
