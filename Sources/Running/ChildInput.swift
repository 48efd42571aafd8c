import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#endif

/// Bytes that flow to another program's standard input.
///
/// A socket, not a pipe: to write to a program that is gone is an error then, and never a signal
/// that would end this one.
package final class ChildInput {
    /// The end that the program reads; to be closed here once it was started.
    private var theirs: Int32
    private let ours: Int32

    /// Nil where the system gives no socket.
    package init?() {
        var ends: [Int32] = [-1, -1]
        #if canImport(Glibc)
            let kind = Int32(SOCK_STREAM.rawValue)
        #else
            let kind = SOCK_STREAM
        #endif
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
        (ours, theirs) = (ends[0], ends[1])
        // Another program that is started meanwhile must not keep them open.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(ours, F_SETFL, O_NONBLOCK)
        #if canImport(Darwin)
            var isOn: Int32 = 1
            _ = setsockopt(
                ours, SOL_SOCKET, SO_NOSIGPIPE, &isOn, socklen_t(MemoryLayout<Int32>.size))
        #endif
    }

    deinit {
        close(ours)
        if theirs >= 0 { close(theirs) }
    }

    /// Starts a program by `start`, which gets the stream to read from.
    package func feed<Started>(_ start: (Child.Stream) -> Started) -> Started {
        defer {
            close(theirs)
            theirs = -1
        }
        return start(.descriptor(theirs))
    }

    /// Writes all of `bytes`, waiting for the program to take them.
    ///
    /// - Returns: whether it took them: not where it is gone, took none for `patience` seconds, or
    ///   the task was cancelled.
    package func write(_ bytes: UnsafeRawBufferPointer, patience: Double) -> Bool {
        var rest = bytes
        var deadline = ContinuousClock.now + .seconds(patience)
        while !rest.isEmpty {
            let count = send(ours, rest.baseAddress, rest.count, Self.flags)
            if count > 0 {
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
                deadline = ContinuousClock.now + .seconds(patience)
                continue
            }
            let code = errno
            guard count < 0, [EAGAIN, EWOULDBLOCK, EINTR, ENOBUFS].contains(code),
                ContinuousClock.now < deadline, !Task.isCancelled
            else { return false }
            var waiting = pollfd(fd: ours, events: Int16(POLLOUT), revents: 0)
            _ = poll(&waiting, 1, 100)
        }
        return true
    }

    /// Lets the program read the end.
    package func finish() { _ = shutdown(ours, Int32(SHUT_WR)) }

    #if canImport(Darwin)
        private static let flags: Int32 = 0
    #else
        private static let flags = Int32(MSG_NOSIGNAL)
    #endif
}
