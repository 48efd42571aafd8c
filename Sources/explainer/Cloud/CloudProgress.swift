import Foundation
import Planning
import Synchronization
import VideoAPI

/// Shows how far an export has come.
final class CloudProgress: Sendable {
    private let reporter: ProgressReporter
    private let loaded = Mutex(-1)

    init(_ style: ProgressStyle) { reporter = ProgressReporter(style) }

    func show(_ event: ExportEvent) {
        switch event {
        case .submitted(let id):
            // Kept on the screen: with it, a closed terminal loses nothing.
            note("render \(id); \"explainer cloud export --resume \(id)\" finds it again")
        case .status(let status):
            reporter.step("render", share: Double(status.progress) / 100)
        case .again(let reason): note("\(reason): trying once more")
        }
    }

    /// Shows each whole percent once, of what comes or goes.
    func loading(_ done: Int, of total: Int?, phase: String = "load") {
        guard let total, total > 0 else { return }
        let percent = min(done * 100 / total, 100)
        let isNew = loaded.withLock { last in
            defer { last = percent }
            return percent != last
        }
        if isNew { reporter.step(phase, share: Double(percent) / 100) }
    }

    func clear() { reporter.clear() }

    func finish(_ status: RenderStatus, file: String?) {
        clear()
        guard !reporter.isJSON else {
            let line = JSON.object([
                "phase": .string("done"), "id": .string(status.id),
                "url": status.url.map { .string($0) }, "file": file.map { .string($0) },
            ])
            let text = JSONWriter.text(of: line).split(separator: "\n")
            Console.print(text.map { $0.trimmingCharacters(in: .whitespaces) }.joined())
            return
        }
        let place = file.map { "\($0): loaded" } ?? status.url.map { "done: \($0)" }
        Console.print(ReportText.printable(place ?? "done: render \(status.id)"))
    }

    private func note(_ words: String) {
        clear()
        Console.error(ReportText.printable(words))
    }
}
