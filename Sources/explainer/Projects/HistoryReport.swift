import Editing
import Foundation

/// A project's steps for people, the oldest first.
struct HistoryReport {
    private let history: ProjectHistory
    private let isChangedByHand: Bool

    init(_ history: ProjectHistory, isChangedByHand: Bool) {
        self.history = history
        self.isChangedByHand = isChangedByHand
    }

    var lines: [String] {
        let width = String(history.steps.count).count
        var lines: [String] = []
        for step in history.steps {
            let number = String(step.number)
            let padding = String(repeating: " ", count: width - number.count)
            let mark = step.number == history.current.number ? ">" : " "
            let head = "\(mark) \(padding)\(number)  \(Self.format.string(from: step.time))  "
            lines.append(head + step.words + remark(on: step))
            let indent = String(repeating: " ", count: head.count + 2)
            lines += step.details.map { indent + $0 }
        }
        if isChangedByHand {
            lines.append(
                "draft.json was changed by hand since; the next command that changes the project "
                    + "makes that a step")
        }
        return lines
    }

    private func remark(on step: ProjectStep) -> String {
        if history.isUndone(step) { return "  (undone; redo brings it back)" }
        return history.isDropped(step) ? "  (undone and replaced)" : ""
    }

    /// Local time, in figures that sort.
    private static let format = {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.dateFormat = "yyyy-MM-dd HH:mm"
        return format
    }()
}
