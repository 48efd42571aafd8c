package import Foundation
import Networking

extension VideoAPIClient {
    /// Loads the file of a completed render to `place`, and tries the service's own address where
    /// the one that was named fails.
    package func download(
        _ status: RenderStatus, to place: URL,
        progress: @Sendable (_ done: Int, _ total: Int?) -> Void = { _, _ in }
    ) async throws {
        let own = try server.url("/api/render/proxy/\(ServerAddress.escape(status.id))/download")
        guard let link = status.url else {
            return try await download(own, to: place, size: status.size, progress)
        }
        let url = try server.resolve(link)
        do {
            try await download(url, to: place, size: status.size, progress)
        } catch let problem as ClientProblem {
            if case .local = problem { throw problem }
            do {
                try await download(own, to: place, size: status.size, progress)
            } catch is ClientProblem {
                // The first failure is that of the address that should have worked.
                throw problem
            }
        }
    }

    private func download(
        _ url: URL, to place: URL, size: Int?,
        _ progress: @Sendable (_ done: Int, _ total: Int?) -> Void
    ) async throws {
        let file = try Download(to: place)
        do {
            try await load(url, into: file, size: size, progress)
            try file.finish()
        } catch {
            file.discard()
            throw error
        }
    }

    /// Goes on after a break for as long as the file grows, and twice where it does not.
    private func load(
        _ url: URL, into file: Download, size: Int?,
        _ progress: @Sendable (_ done: Int, _ total: Int?) -> Void
    ) async throws {
        var attempts = Attempts()
        while true {
            let before = file.count
            do {
                try await loadOnce(url, into: file, size: size, progress)
                return
            } catch let fault as TransportFault {
                if fault.isCancelled { throw CancellationError() }
                if file.count > before { attempts = Attempts() }
                guard let pause = attempts.nextPause() else {
                    throw ClientProblem.unreachable(fault.words)
                }
                tell(.waiting(pause, fault.words))
                try await time.pause(pause)
            }
        }
    }

    private func loadOnce(
        _ url: URL, into file: Download, size: Int?,
        _ progress: @Sendable (_ done: Int, _ total: Int?) -> Void
    ) async throws {
        var request = TransportRequest("GET", url, headers: headers(for: url))
        // The length that is checked is that of the file, not of a packed form of it.
        request.headers["Accept-Encoding"] = "identity"
        request.headers.merge(file.resuming) { $1 }
        let answer = try await transport.send(request)
        if (500..<600).contains(answer.status) || answer.status == 416 {
            answer.chunks.stop()
            if answer.status == 416 { try file.restart() }
            throw TransportFault("the service answers \(answer.status)")
        }
        guard answer.status == 200 || answer.status == 206 else {
            answer.chunks.stop()
            throw ClientProblem.refused(
                APIFailure(code: answer.status, message: "the file can't be loaded"))
        }
        try file.begin(answer)
        defer { answer.chunks.stop() }
        for try await chunk in answer.chunks {
            try file.write(chunk)
            progress(file.count, file.total ?? size)
        }
        try check(file, size: size)
    }

    private func check(_ file: Download, size: Int?) throws {
        guard let whole = file.total ?? size else {
            guard file.count > 0 else { throw TransportFault("the file came empty") }
            return
        }
        guard file.count == whole else {
            let words = "\(file.count) of \(whole) bytes came"
            if file.count > whole { try file.restart() }
            throw TransportFault(words)
        }
    }
}
