/// Calls a function once its last owner is gone.
final class EndSignal: Sendable {
    private let signal: @Sendable () -> Void

    init(_ signal: @escaping @Sendable () -> Void) { self.signal = signal }

    deinit { signal() }
}
