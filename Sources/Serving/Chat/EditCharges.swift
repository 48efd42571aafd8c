import Synchronization

/// The sessions whose edits have been paid for.
final class EditCharges: Sendable {
    private let paid = Mutex<Set<String>>([])

    func isFirst(_ session: String) -> Bool { paid.withLock { !$0.contains(session) } }

    func note(_ session: String) { paid.withLock { _ = $0.insert(session) } }
}
