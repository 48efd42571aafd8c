import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The network.
///
/// It follows redirects on the same host only, keeps no cookies and no cache, and holds at most a
/// few megabytes of a body that nobody has taken yet. On Linux Foundation itself ends the process
/// where a plain connection ends in the middle of an answer's head.
package struct URLSessionTransport: Transport {
    package init() {}

    package func send(
        _ request: TransportRequest
    ) async throws(TransportFault) -> TransportAnswer {
        let exchange = StreamedExchange(request)
        do {
            return try await exchange.start(Self.urlRequest(request))
        } catch let fault as TransportFault {
            throw fault
        } catch {
            throw TransportFault(error)
        }
    }

    private static func urlRequest(_ request: TransportRequest) -> URLRequest {
        var result = URLRequest(
            url: request.url, cachePolicy: .reloadIgnoringLocalCacheData,
            timeoutInterval: request.patience)
        result.httpMethod = request.method
        result.httpShouldHandleCookies = false
        for (name, value) in request.headers { result.setValue(value, forHTTPHeaderField: name) }
        if case .bytes(let bytes) = request.body { result.httpBody = Data(bytes) }
        if case .form(let form) = request.body {
            result.setValue(form.contentType, forHTTPHeaderField: "Content-Type")
        }
        return result
    }
}

extension TransportFault {
    /// What `error` says of the network, without the address: it may hold a secret.
    init(_ error: any Error) {
        if let fault = error as? TransportFault {
            self = fault
            return
        }
        guard let error = error as? URLError else {
            self.init("\(error)", isCancelled: error is CancellationError)
            return
        }
        switch error.code {
        case .cancelled: self.init("cancelled", isCancelled: true)
        case .cannotConnectToHost: self.init("no server answers there", isUnsent: true)
        case .cannotFindHost, .dnsLookupFailed:
            self.init("no such host is known", isUnsent: true)
        case .timedOut: self.init("the server said nothing for too long")
        case .notConnectedToInternet: self.init("there is no network", isUnsent: true)
        case .secureConnectionFailed, .serverCertificateUntrusted,
            .serverCertificateHasBadDate, .serverCertificateHasUnknownRoot:
            self.init("no secure connection could be made", isUnsent: true)
        default: self.init("the connection broke (\(error.code.rawValue))")
        }
    }
}
