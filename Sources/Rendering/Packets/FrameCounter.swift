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

    /// Counts one more frame and reports the new number.
    func count() {
        let (_, count) = done.add(1, ordering: .relaxed)
        report(.frames(done: count, total: total))
    }
}
