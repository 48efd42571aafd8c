package import Foundation

/// Sends one request and gives the answer piece by piece.
///
/// What talks over HTTP stands on this alone, so that tests can stand in for the network.
package protocol Transport: Sendable {
    /// Returns as soon as the status and the headers are there.
    ///
    /// - Throws: where no answer came, also after cancellation.
    func send(_ request: TransportRequest) async throws(TransportFault) -> TransportAnswer
}

/// Why no answer came, or not all of it.
package struct TransportFault: Error, Hashable, Sendable {
    package var words: String
    /// Whether the request surely never reached the server.
    package var isUnsent = false
    package var isCancelled = false
    /// Whether the answer was longer than its reader takes.
    package var isTooLong = false

    package init(_ words: String, isUnsent: Bool = false, isCancelled: Bool = false) {
        self.words = words
        self.isUnsent = isUnsent
        self.isCancelled = isCancelled
    }
}

/// One HTTP request.
package struct TransportRequest: Sendable {
    package enum Body: Sendable {
        case none
        case bytes([UInt8])
        /// A form with one file, read while it is sent.
        case form(MultipartFile)
    }

    package var method: String
    package var url: URL
    package var headers: [String: String]
    package var body = Body.none
    /// Told how many bytes of a form's file were read to be sent, from another thread.
    package var sending: (@Sendable (Int) -> Void)?
    /// Seconds without any byte after which the request has failed.
    package var patience = 60.0
    /// Seconds that all of it may take; nil for as long as bytes come.
    package var longest: Double?

    package init(_ method: String, _ url: URL, headers: [String: String] = [:]) {
        self.method = method
        self.url = url
        self.headers = headers
    }
}

/// What came back: the head, and the body as it arrives.
package struct TransportAnswer: Sendable {
    package var status: Int
    /// Names in lower case.
    package var headers: [String: String]
    package var chunks: ChunkStream
    /// Where it came from in the end, after redirects; nil where nobody says.
    package var url: URL?

    package init(
        status: Int, headers: [String: String], chunks: ChunkStream, url: URL? = nil
    ) {
        self.status = status
        self.headers = headers
        self.chunks = chunks
        self.url = url
    }

    /// Reads the body to its end.
    ///
    /// - Throws: a fault of the network, or where the body is longer than `limit`.
    package func body(limit: Int) async throws -> [UInt8] {
        var body: [UInt8] = []
        for try await chunk in chunks {
            guard body.count + chunk.count <= limit else {
                chunks.stop()
                var fault = TransportFault("the answer is longer than \(limit) bytes")
                fault.isTooLong = true
                throw fault
            }
            body += chunk
        }
        return body
    }
}
