import Editing
import Foundation
import Planning
import Rendering

/// Small frames of a project between the lines of a chat.
struct Preview {
    private let project: Project
    private let terminal: PictureTerminal

    /// Pixels.
    private static let width = 480

    /// Nil where the terminal shows no pictures.
    init?(_ project: Project) {
        guard Console.isOutputTerminal,
            let terminal = PictureTerminal(ProcessInfo.processInfo.environment)
        else { return nil }
        self.project = project
        self.terminal = terminal
    }

    /// Shows the frame at `time`, the last one where the timeline ends before; nil for its middle.
    func show(at time: TimePoint?) async throws {
        var input = DraftArguments(draft: project.draft.path)
        let draft = try input.read()
        input.size = Self.size(for: draft)
        let (plan, fonts) = try input.plan(draft)
        let frame = time?.frame(at: plan.canvas.frameRate) ?? plan.frameCount / 2
        let index = min(frame, plan.frameCount - 1)
        let picture = try await input.blamingSources(of: plan) {
            try await FrameRenderer(plan, fonts: fonts).picture(at: index)
        }
        Console.draw(terminal.text(for: try picture.png()))
    }

    private static func size(for draft: Draft) -> CanvasSize? {
        let (width, height) = (draft.metadata.width ?? 1920, draft.metadata.height ?? 1080)
        let side = max(width, height)
        guard side > Self.width else { return nil }
        func scaled(_ length: Int) -> Int { max(16, length * Self.width / side / 2 * 2) }
        return CanvasSize(parsing: "\(scaled(width))x\(scaled(height))")
    }
}
