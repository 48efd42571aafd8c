import Foundation
import Synchronization
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What stands before a server and ends connections when it should not.
final class BreakingProxy: Sendable {
    let address: String
    private let listener: Int32
    private let server: RunningServer
    private let state: Mutex<State>

    private struct State {
        var random: UInt64
        var breaks = 0
        var open = 0
    }

    var breaks: Int { state.withLock { $0.breaks } }

    init(to server: RunningServer, seed: UInt64) throws {
        self.server = server
        state = Mutex(State(random: seed))
        listener = socket(AF_INET, RunningServer.stream, 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let result = withUnsafeMutablePointer(to: &place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
                bind(listener, place, length) == 0 && listen(listener, 16) == 0
                    && getsockname(listener, place, &length) == 0
            }
        }
        try #require(result)
        address = "http://127.0.0.1:\(UInt16(bigEndian: place.sin_port))"
        Thread.detachNewThread { [self] in accept() }
    }

    func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    /// Returns once the server has all that was said, and has answered it.
    func settle() async throws {
        while state.withLock({ $0.open }) > 0 { try await Task.sleep(for: .milliseconds(2)) }
    }

    private func accept() {
        while true {
            #if canImport(Glibc)
                let client = Glibc.accept(listener, nil, nil)
            #else
                let client = Darwin.accept(listener, nil, nil)
            #endif
            guard client >= 0 else { break }
            state.withLock { $0.open += 1 }
            Thread.detachNewThread { [self] in
                serve(client)
                state.withLock { $0.open -= 1 }
            }
        }
        close(listener)
    }

    private func serve(_ client: Int32) {
        guard let request = read(client) else {
            close(client)
            return
        }
        let fault = draw(12)
        if fault < 6 { state.withLock { $0.breaks += 1 } }
        switch fault {
        case 0: close(client)
        case 1:
            // The client has gone when the request arrives.
            close(client)
            usleep(20_000)
            _ = forward(request)
        case 2:
            _ = forward(request)
            close(client)
        case 3, 4, 5:
            let answer = forward(request)
            write(client, part(of: answer))
            if fault == 3 { reset(client) }
            if fault == 4 { shutdown(client, Int32(SHUT_WR)) }
            close(client)
        default:
            write(client, forward(request)[...])
            close(client)
        }
    }

    private func read(_ client: Int32) -> String? {
        var (bytes, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 65536))
        while true {
            let count = recv(client, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            bytes += buffer[..<count]
            let text = String(decoding: bytes, as: UTF8.self)
            guard let end = text.range(of: "\r\n\r\n") else { continue }
            let head = text[..<end.lowerBound]
            let length = head.firstMatch(of: /(?i)content-length: *(\d+)/).flatMap { Int($0.1) }
            if text[end.upperBound...].utf8.count >= length ?? 0 { return text }
        }
    }

    /// The server's answer; empty where there is none.
    private func forward(_ request: String) -> [UInt8] {
        let own = address.dropFirst("http://".count)
        var request = request.replacing(
            /(?i)\r\nconnection: [^\r]*/, with: "", maxReplacements: 1)
        request = request.replacing("Host: \(own)", with: "Host: \(server.host)")
        request = request.replacing("\r\n\r\n", with: "\r\nConnection: close\r\n\r\n")
        do {
            return Array(try server.talk(request, until: nil).utf8)
        } catch {
            return []
        }
    }

    /// Never less than the head: Foundation on Linux ends the process where a head is cut.
    private func part(of answer: [UInt8]) -> ArraySlice<UInt8> {
        let text = String(decoding: answer, as: UTF8.self)
        guard let end = text.range(of: "\r\n\r\n") else { return [] }
        let head = text[..<end.upperBound].utf8.count
        return answer.prefix(head + draw(UInt64(answer.count - head + 1)))
    }

    private func write(_ client: Int32, _ bytes: ArraySlice<UInt8>) {
        var rest = Array(bytes)
        while !rest.isEmpty {
            let count = send(client, rest, rest.count, RunningServer.noSignal)
            guard count > 0 else { return }
            rest.removeFirst(count)
        }
    }

    /// Has the connection end with a reset.
    private func reset(_ client: Int32) {
        var now = linger(l_onoff: 1, l_linger: 0)
        setsockopt(client, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
    }

    /// SplitMix64 (Steele, Lea and Flood 2014).
    private func draw(_ bound: UInt64) -> Int {
        let mixed = state.withLock { state in
            state.random &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state.random
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
        return Int(mixed % bound)
    }
}
