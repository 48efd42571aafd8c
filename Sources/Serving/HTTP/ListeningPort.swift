import Synchronization

/// The port that is listened on, once it is known.
final class ListeningPort: Sendable {
    private let port: Mutex<UInt16?>

    init(_ port: UInt16? = nil) { self.port = Mutex(port) }

    var number: UInt16? { port.withLock { $0 } }

    func set(_ number: UInt16) { port.withLock { $0 = number } }
}
