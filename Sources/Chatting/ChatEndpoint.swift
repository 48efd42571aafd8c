package import Foundation
import Networking

/// A language model at an address that speaks OpenAI's chat protocol.
package struct ChatEndpoint: Sendable {
    private let address: URL
    private let model: String
    private let timeout: Double
    private let name: String

    /// What is sent as a bearer token; nil where none may be.
    let key: String?

    /// The largest answer that is read, in bytes.
    static let largestAnswer = 1 << 20

    /// Creates the endpoint at `url`, as "http://localhost:11434/v1".
    ///
    /// - Parameters:
    ///   - url: the base address; "/chat/completions" is added.
    ///   - model: the model's name as the endpoint knows it.
    ///   - key: sent as a bearer token; never over plain HTTP to another machine.
    ///   - timeout: for the whole exchange, in seconds.
    ///   - name: what errors call the model: "script model".
    /// - Throws: `ChatError` where `url` is no HTTP address or `model` is empty.
    package init(
        url: URL, model: String, key: String?, timeout: Double, name: String
    ) throws(ChatError) {
        guard let scheme = url.scheme?.lowercased(), ["http", "https"].contains(scheme),
            let host = url.host(), !host.isEmpty
        else {
            throw ChatError(
                "The address of the \(name) is no HTTP address; "
                    + "give one as http://localhost:11434/v1.")
        }
        guard !model.isEmpty else {
            throw ChatError("The \(name) has no name; give one with --script-model.")
        }
        let isLoopback = ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host.lowercased())
        address = url.appending(path: "chat/completions")
        self.model = model
        self.key = scheme == "https" || isLoopback ? key : nil
        self.timeout = timeout
        self.name = name
    }

    /// Asks once and returns the text that the model wrote.
    ///
    /// - Throws: `ChatError` where no such text came, `CancellationError`.
    package func answer(to request: ChatRequest) async throws -> String {
        let bytes = try await exchange(request.body(model: model))
        return try ChatCompletion.content(of: bytes, from: name)
    }

    /// Posts `body` and returns the answer's bytes.
    private func exchange(_ body: Data) async throws -> [UInt8] {
        let request = post(body)
        return try await withThrowingTaskGroup(of: [UInt8].self) { group in
            group.addTask { try await load(request) }
            group.addTask { [timeout, name] in
                try await Task.sleep(for: .seconds(timeout))
                throw ChatError(
                    "The \(name) gave no answer within \(Int(timeout.rounded(.up))) s.")
            }
            defer { group.cancelAll() }
            return try await group.next() ?? []
        }
    }

    private func post(_ body: Data) -> TransportRequest {
        var request = TransportRequest(
            "POST", address, headers: ["Content-Type": "application/json"])
        request.body = .bytes(Array(body))
        request.patience = timeout
        if let key { request.headers["Authorization"] = "Bearer \(key)" }
        return request
    }

    private func load(_ request: TransportRequest) async throws -> [UInt8] {
        do {
            // The key and the facts are for the address that was named, and for no other one.
            let answer = try await CurlTransport(redirects: .none).send(request)
            guard answer.status == 200 else { throw ChatError.status(answer.status, of: name) }
            return try await answer.body(limit: Self.largestAnswer)
        } catch let fault as TransportFault {
            try Task.checkCancellation()
            guard !fault.isTooLong else {
                throw ChatError("The answer of the \(name) is longer than one can be.")
            }
            let host = request.url.host() ?? "its address"
            throw ChatError("The \(name) at \(host) can't be reached.")
        }
    }
}
