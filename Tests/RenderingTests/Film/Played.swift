import Foundation
import Media
import TestSupport

@testable import Planning
@testable import Rendering

extension RenderPlan {
    /// Draws frames, films included, in the order given, as one worker of a render would.
    func played(_ frames: [Int]) async throws -> [Drawn] {
        let range = (frames.min() ?? 0)..<(frames.max() ?? 0) + 1
        let store = try ClipStore(self, fonts: .bundled(), uses: [range])
        let clips = try await store.clips(for: range)
        let projection = FilmProjection(self, clips)
        let buffer = FrameBuffer(width: canvas.width, height: canvas.height)
        let compositor = Compositor(self)
        return try frames.map {
            compositor.draw($0, clips: try projection.clips(at: $0), into: buffer.planes)
            return Drawn(buffer.planes)
        }
    }

    func played(at index: Int = 0) async throws -> Drawn { try await played([index])[0] }

    /// A film of its own size from `start` seconds on, alone on its canvas.
    static func film(
        _ info: FilmInfo, _ path: String, rate: FrameRate = FrameRate(25), start: Double = 0,
        background: Color = .black
    ) -> RenderPlan {
        let canvas = Canvas.make(info.width, info.height, rate: rate, background: background)
        return .make(
            canvas,
            clips: [
                .make(
                    .picture(.film(info, path, start: start)), .whole(canvas), frames: 0..<1000)
            ])
    }
}

extension PictureContent {
    /// A film, seen whole and still unless a move is given.
    static func film(
        _ info: FilmInfo, _ path: String, start: Double = 0, fit: Fit = .cover,
        move: KenBurnsMove? = nil
    ) -> PictureContent {
        let (width, height) = (Double(info.width), Double(info.height))
        let whole = CropRectangle(
            centerX: width / 2, centerY: height / 2, width: width, height: height)
        return PictureContent(
            path: path, width: info.width, height: info.height, fit: fit,
            move: move ?? .still(whole),
            footage: Footage(
                start: start, lead: info.lead, length: info.end - info.lead))
    }
}
