import ArgumentParser
import Foundation
import Rendering
import Synchronization

/// How progress is shown.
enum ProgressStyle: String, ExpressibleByArgument, CaseIterable {
    /// A bar on a terminal, JSON lines otherwise.
    case auto
    /// One JSON object a line on standard output.
    case json
    /// Nothing.
    case none
}

/// Shows how far a render has come, a few times a second.
final class ProgressReporter: Sendable {
    private enum Look: Sendable {
        case bar
        case json
        case silent
    }

    private struct State {
        var lastShown: ContinuousClock.Instant?
        var done = 0
    }

    private let look: Look
    private let start = ContinuousClock.now
    private let state = Mutex(State())

    /// Reading, drawing and closing take about this share of the time each.
    private static let weights = (reading: 0.02, frames: 0.96, finishing: 0.02)

    init(_ style: ProgressStyle) {
        look =
            switch style {
            case .none: .silent
            case .json: .json
            case .auto: Console.isErrorTerminal ? .bar : .json
            }
    }

    /// Whether standard output carries JSON lines.
    var isJSON: Bool { look == .json }

    func show(_ progress: RenderProgress) {
        switch progress {
        case .readingSound: step("read", share: 0)
        case .frames(let done, let total): frames(done, total)
        case .finishing: step("mux", share: Self.weights.reading + Self.weights.frames)
        case .done: clear()
        }
    }

    /// Takes the bar off the screen.
    func clear() {
        if look == .bar { Console.status("\r\u{1B}[K") }
    }

    /// Shows a phase and its share of the whole, 0 to 1.
    func step(_ phase: String, share: Double) {
        switch look {
        case .bar: Console.status(bar(phase, share: share, detail: ""))
        case .json: Console.print(#"{"phase":"\#(phase)","progress":\#(rounded(share))}"#)
        case .silent: break
        }
    }

    private func frames(_ done: Int, _ total: Int) {
        let isDue = state.withLock { state in
            // Workers report side by side; a smaller count that comes late is left out.
            guard done > state.done else { return false }
            state.done = done
            let now = ContinuousClock.now
            if let last = state.lastShown, now - last < .milliseconds(250), done < total {
                return false
            }
            state.lastShown = now
            return true
        }
        guard isDue, look != .silent else { return }
        let elapsed = (ContinuousClock.now - start) / .seconds(1)
        let rate = Double(done) / max(elapsed, 1e-3)
        let remaining = Double(total - done) / rate
        let share = Self.weights.reading + Self.weights.frames * Double(done) / Double(total)
        if look == .bar {
            let detail = String(
                format: "%d/%d frames  %.1f fps  ETA %.0f s", done, total, rate, remaining)
            Console.status(bar("frames", share: share, detail: detail))
        } else {
            Console.print(
                #"{"phase":"frames","progress":\#(rounded(share)),"frame":\#(done),"frames":\#(total)"#
                    + #","fps":\#(rounded(rate)),"eta":\#(rounded(remaining))}"#)
        }
    }

    private func bar(_ phase: String, share: Double, detail: String) -> String {
        let width = 28
        let filled = Int(share * Double(width))
        let line =
            String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        return String(format: "\r\u{1B}[K%3.0f%% ", share * 100) + line + "  "
            + (detail.isEmpty ? phase : detail)
    }

    private func rounded(_ value: Double) -> String { String(format: "%.3f", value) }
}
