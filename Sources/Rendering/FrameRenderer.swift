import Foundation
import Media
package import Planning
package import Typesetting

/// Renders single frames as RGB pictures: posters, contact sheets, tests.
///
/// The samples are those that a render hands to its encoder.
package struct FrameRenderer: Sendable {
    private let plan: RenderPlan
    private let fonts: FontLibrary

    package init(_ plan: RenderPlan, fonts: FontLibrary) {
        self.plan = plan
        self.fonts = fonts
    }

    /// Returns frame `index` of the plan.
    ///
    /// - Throws: what decoding a picture throws.
    package func picture(at index: Int) async throws -> RGBPicture {
        let frames = index..<index + 1
        let store = try ClipStore(plan, fonts: fonts, uses: [frames])
        let clips = try await store.clips(for: frames)
        let buffer = FrameBuffer(width: plan.canvas.width, height: plan.canvas.height)
        let shown = try FilmProjection(plan, clips).clips(at: index)
        Compositor(plan).draw(index, clips: shown, into: buffer.planes)
        return RGBPicture(buffer.planes)
    }

    /// Draws `frames` one after the other without encoding and returns the seconds that the drawing
    /// took; decoding and preparing stills is not counted, playing films is.
    package func secondsToCompose(_ frames: Range<Int>) async throws -> Double {
        let store = try ClipStore(plan, fonts: fonts, uses: [frames])
        let clips = try await store.clips(for: frames)
        return try compose(frames, clips)
    }

    private func compose(
        _ frames: Range<Int>, _ clips: [ClipKey: PreparedClip]
    ) throws -> Double {
        let compositor = Compositor(plan)
        let buffer = FrameBuffer(width: plan.canvas.width, height: plan.canvas.height)
        let clock = ContinuousClock()
        let projection = FilmProjection(plan, clips)
        let elapsed = try clock.measure {
            for index in frames {
                let shown = try projection.clips(at: index)
                compositor.draw(index, clips: shown, into: buffer.planes)
            }
        }
        return elapsed / .seconds(1)
    }
}
