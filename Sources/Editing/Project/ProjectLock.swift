import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#endif

/// The right to change a project, held by one process at a time.
///
/// It is a lock of the kernel (flock), so it ends with its process, however that ends.
struct ProjectLock: ~Copyable {
    private let descriptor: Int32

    /// Waits up to `patience` for the lock of `project`, and calls `onWait` once before it does.
    init(
        _ project: Project, patience: Duration, onWait: () -> Void
    ) throws(ProjectError) {
        let file = try Self.open(project.lock.path)
        let end = ContinuousClock.now + patience
        var isFirst = true
        while flock(file, LOCK_EX | LOCK_NB) != 0 {
            let reason = errno
            guard reason == EWOULDBLOCK || reason == EINTR, ContinuousClock.now < end else {
                close(file)
                throw Self.refusal(project, reason)
            }
            if isFirst { onWait() }
            isFirst = false
            usleep(20_000)
        }
        descriptor = file
    }

    deinit { close(descriptor) }

    private static func open(_ path: String) throws(ProjectError) -> Int32 {
        // Who may not write may still wait: a reader's lock excludes as well.
        for flags in [O_RDONLY | O_CREAT | O_CLOEXEC, O_RDONLY | O_CLOEXEC] {
            #if canImport(Darwin)
                let file = Darwin.open(path, flags, 0o666)
            #elseif canImport(Musl)
                let file = Musl.open(path, flags, 0o666)
            #else
                let file = Glibc.open(path, flags, 0o666)
            #endif
            if file >= 0 { return file }
        }
        throw .system(path, "can't open", errno)
    }

    private static func refusal(_ project: Project, _ reason: Int32) -> ProjectError {
        guard reason == EWOULDBLOCK || reason == EINTR else {
            return .system(project.lock.path, "can't lock", reason)
        }
        return ProjectError(
            .busy, at: project.folder.path,
            "another explainer is still at work in this folder; nothing was done",
            cure: "Try again when it is done.")
    }
}

extension ProjectError {
    /// What the system said about `path`.
    static func system(_ path: String, _ attempt: String, _ number: Int32) -> ProjectError {
        let cure =
            switch number {
            case EACCES, EPERM, EROFS: "Check who may write in this folder."
            case ENOSPC, EDQUOT: "Make room on this disk."
            default: ""
            }
        return ProjectError(
            .system, at: path, "\(attempt): \(String(cString: strerror(number)))", cure: cure)
    }
}
