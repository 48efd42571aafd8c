import Foundation
import Synchronization

/// Counts finished frames of all workers.
final class FrameCounter: Sendable {
    private let done = Atomic(0)
    private let total: Int
    private let report: @Sendable (RenderProgress) -> Void

    init(total: Int, report: @escaping @Sendable (RenderProgress) -> Void) {
        self.total = total
        self.report = report
    }

    /// Counts `more` frames and reports the new number.
    func count(_ more: Int = 1) {
        let (_, count) = done.add(more, ordering: .relaxed)
        report(.frames(done: count, total: total))
    }
}
