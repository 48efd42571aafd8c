import Foundation
import Planning

extension PreviewSession {
    /// Does what `key` asks for.
    func take(_ key: PreviewKey) async {
        isStale = true
        note = nil
        switch key {
        case .frameBack: go(by: -1)
        case .frameOn: go(by: 1)
        case .secondBack: go(by: -second)
        case .secondOn: go(by: second)
        case .start: go(to: 0)
        case .end: go(to: .max)
        case .borderBack: go(to: shown?.borders.last { $0 < frame } ?? 0)
        case .borderOn: go(to: shown?.borders.first { $0 > frame } ?? .max)
        case .play: play()
        case .snapshot: await snapshot()
        case .reload: reload()
        case .help: note = PreviewStatus.keys
        case .redraw: clear()
        case .suspend: suspend()
        case .quit: isOver = true
        }
    }

    /// Frames in a second, at least 1.
    private var second: Int {
        max(Int((shown?.plan.canvas.frameRate.framesPerSecond ?? 1).rounded()), 1)
    }

    private func go(by count: Int) { go(to: frame + count) }

    /// Goes to a frame, or the nearest there is, and stands still.
    private func go(to target: Int) {
        clock = nil
        frame = min(max(target, 0), (shown?.plan.frameCount ?? 1) - 1)
    }

    private func play() {
        guard clock == nil, let plan = shown?.plan else { return clock = nil }
        if frame == plan.frameCount - 1 { frame = 0 }
        clock = PreviewClock(from: frame, at: plan.canvas.frameRate)
    }

    private func snapshot() async {
        clock = nil
        guard let shown else { return }
        note = "drawing frame \(frame) at full size"
        await draw()
        isStale = true
        do {
            let picture = try await shown.snapshot(at: frame)
            note = try PreviewSnapshot.write(picture, of: input.url, frame: frame) + " written"
        } catch {
            note = Failure.words(for: error)
        }
    }

    /// Gives the terminal back for as long as the process is stopped.
    private func suspend() {
        clock = nil
        TerminalMode.suspend()
        TerminalMode.look()
        clear()
    }
}
