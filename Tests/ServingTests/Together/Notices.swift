import Synchronization
import VideoAPI

/// What a client told while it recovered.
final class Notices: Sendable {
    private let list = Mutex<[ClientNotice]>([])

    var all: [ClientNotice] { list.withLock { $0 } }

    func take(_ notice: ClientNotice) { list.withLock { $0.append(notice) } }
}
