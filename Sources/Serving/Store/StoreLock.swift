import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#endif

/// The right to a data folder, held by one server at a time.
///
/// It is a lock of the kernel (flock), so it ends with its process, however that ends.
final class StoreLock: Sendable {
    private let descriptor: Int32

    init(_ folder: URL) throws(StoreError) {
        let path = folder.appending(path: "lock").path
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .system(path, "can't open", errno) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno
            close(file)
            guard reason == EWOULDBLOCK else { throw .system(path, "can't lock", reason) }
            throw StoreError(
                .inUse, "\(folder.path): another server works in this folder",
                cure: "Stop it, or give this one a folder of its own.")
        }
        descriptor = file
    }

    deinit { close(descriptor) }
}
