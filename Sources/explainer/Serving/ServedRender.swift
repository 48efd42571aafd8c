import Foundation
import Media
import Planning
import Rendering
import Serving
import Typesetting

/// One render that the server was asked for.
struct ServedRender {
    /// Its sources count from `folder`.
    let draft: Draft
    let folder: String
    let order: RenderOrder

    /// Returns the draft with the sentences spoken that no sound is there for yet.
    func narrated() async throws -> Draft {
        guard !draft.unspokenLines.isEmpty else { return draft }
        let place = URL(filePath: folder).appending(path: "draft.json")
        let spoken = try await DraftNarration(draft, at: place).spoken()
        let planner = Planner(folder: folder, inspector: FileInspector())
        return planner.speaking(draft, spoken.lines)
    }

    /// Renders the draft that `narrated()` returned.
    func run(
        _ narrated: Draft, to output: String, workers: Int,
        progress: @escaping @Sendable (Double) -> Void
    ) async throws -> RenderedFile {
        let fonts = try DraftArguments.fonts()
        let planner = Planner(
            folder: folder, inspector: FileInspector(),
            options: .init(
                canvas: try canvas(), frameRate: rate, fontFamilies: fonts.families))
        let plan = try planner.plan(narrated)
        let render = Render(
            plan, fonts: fonts, format: .mp4, quality: order.quality.video, workers: workers)
        _ = try await render.run(to: output) { progress($0.share) }
        let attributes = try FileManager.default.attributesOfItem(atPath: output)
        let seconds = Double(plan.frameCount) / plan.canvas.frameRate.framesPerSecond
        return RenderedFile(duration: seconds, size: (attributes[.size] as? Int) ?? 0)
    }

    private func canvas() throws -> CanvasSize? {
        guard let width = order.width, let height = order.height else { return nil }
        guard let size = CanvasSize(parsing: "\(width)x\(height)") else {
            throw Failure(
                "the size \(width)x\(height) can't be made; give even sides of 16 to 8192 pixels",
                .input)
        }
        return size
    }

    private var rate: FrameRate? {
        order.framesPerSecond.flatMap { FrameRate(parsing: String($0)) }
    }
}

extension RenderOrder.Quality {
    fileprivate var video: VideoQuality {
        switch self {
        case .low: .draft
        case .medium: .standard
        case .high: .high
        }
    }
}

extension RenderProgress {
    /// How much of the work is done, 0...1; reading, drawing and closing take about 2, 96 and 2 %.
    var share: Double {
        switch self {
        case .readingSound: 0
        case .frames(let done, let total): 0.02 + 0.96 * Double(done) / Double(max(total, 1))
        case .finishing: 0.98
        case .done: 1
        }
    }
}
