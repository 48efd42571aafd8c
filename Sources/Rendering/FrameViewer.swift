import Foundation
import Media
package import Planning
package import Typesetting

/// Draws frames of a plan for somebody who looks around in it: what one needed is kept for the
/// next.
///
/// The samples are those of `FrameRenderer`.
package actor FrameViewer {
    private let plan: RenderPlan
    private let fonts: FontLibrary
    private let compositor: Compositor
    private let buffer: FrameBuffer
    private var store: ClipStore?

    /// Films play on as long as the same clips show.
    private var projection: FilmProjection?
    private var shown: [ClipKey] = []

    /// All that the store has prepared.
    private var held: Set<ClipKey> = []

    /// How many prepared clips are kept; long timelines must not fill the memory.
    private static let most = 48

    package init(_ plan: RenderPlan, fonts: FontLibrary) {
        self.plan = plan
        self.fonts = fonts
        compositor = Compositor(plan)
        buffer = FrameBuffer(width: plan.canvas.width, height: plan.canvas.height)
    }

    /// Returns frame `index` of the plan.
    ///
    /// - Throws: what decoding a picture throws.
    package func picture(at index: Int) async throws -> RGBPicture {
        do {
            return try await draw(index)
        } catch {
            // What failed is tried anew.
            (store, projection, held) = (nil, nil, [])
            throw error
        }
    }

    private func draw(_ index: Int) async throws -> RGBPicture {
        let keys = plan.clips(in: index..<index + 1)
        if projection == nil || keys != shown {
            let store = try store(for: keys)
            let clips = try await store.clips(for: index..<index + 1)
            projection = FilmProjection(plan, clips)
            shown = keys
        }
        let clips = try projection?.clips(at: index) ?? [:]
        compositor.draw(index, clips: clips, into: buffer.planes)
        return RGBPicture(buffer.planes)
    }

    private func store(for keys: [ClipKey]) throws -> ClipStore {
        held.formUnion(keys)
        if let store, held.count <= Self.most { return store }
        let new = try ClipStore(plan, fonts: fonts, uses: [])
        (store, held) = (new, Set(keys))
        return new
    }
}
