import CCurl
import Foundation

/// The work of a transfer, on the one thread that has it.
final class CurlTransfer {
    private static let longestConnecting = 30.0

    private let request: TransportRequest
    private let exchange: CurlExchange
    private let addresses: AddressRule
    private let easy: UnsafeMutableRawPointer
    private var fields: UnsafeMutablePointer<curl_slist>?
    private var head = ResponseHead()
    private var body: BodyReader
    private var isPaused = false
    private var lastByte = ContinuousClock.now
    /// What went wrong in a callback, of which libcurl knows nothing.
    private var fault: TransportFault?

    init(
        _ request: TransportRequest, of exchange: CurlExchange, _ addresses: AddressRule
    ) throws(TransportFault) {
        guard let easy = curl_easy_init() else {
            throw TransportFault("the network can't be used", isUnsent: true)
        }
        self.request = request
        self.exchange = exchange
        self.addresses = addresses
        self.easy = easy
        do {
            body = try BodyReader(request)
        } catch {
            curl_easy_cleanup(easy)
            throw TransportFault("the file can't be read", isUnsent: true)
        }
    }

    deinit {
        curl_easy_cleanup(easy)
        curl_slist_free_all(fields)
    }

    /// Moves the bytes until all have come; returns why not where they have not.
    func run(in multi: UnsafeMutableRawPointer) throws(TransportFault) -> TransportFault? {
        try setUp()
        guard curl_multi_add_handle(multi, easy) == CURLM_OK else {
            throw TransportFault("the network can't be used", isUnsent: true)
        }
        defer { curl_multi_remove_handle(multi, easy) }
        let patience = Duration.seconds(request.patience)
        lastByte = .now
        let latest = request.longest.map { lastByte + .seconds($0) }
        while true {
            if exchange.isStopped { return TransportFault("cancelled", isCancelled: true) }
            goOn()
            var running: Int32 = 0
            guard curl_multi_perform(multi, &running) == CURLM_OK else {
                return TransportFault("the connection broke")
            }
            if running == 0 { return end(ccurl_result(multi)) }
            if !isPaused, ContinuousClock.now - lastByte > patience {
                return TransportFault("the server said nothing for too long")
            }
            if let latest, .now > latest { return TransportFault("it takes too long to load") }
            curl_multi_poll(multi, nil, 0, 500, nil)
        }
    }

    /// Takes more of the answer where there is room again.
    private func goOn() {
        guard isPaused, exchange.hasRoom else { return }
        isPaused = false
        lastByte = .now
        curl_easy_pause(easy, Int32(CCURL_CONTINUE))
    }

    private func end(_ code: Int32) -> TransportFault? {
        if let fault { return fault }
        guard code != CURLE_OK.rawValue else { return nil }
        let isConnected = ccurl_connect_time(easy) > 0
        return TransportFault(CURLcode(UInt32(max(code, 0))), isConnected: isConnected)
    }

    // MARK: - Options

    private func setUp() throws(TransportFault) {
        try check(ccurl_set_text(easy, CURLOPT_URL, request.url.absoluteString))
        // Bodies of HTTP/2 may have to be sent again, which those read from files can't.
        try check(
            ccurl_set_number(easy, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1))
        try check(ccurl_set_number(easy, CURLOPT_NOSIGNAL, 1))
        try check(ccurl_set_number(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1))
        let connecting = min(request.patience, Self.longestConnecting)
        try check(ccurl_set_number(easy, CURLOPT_CONNECTTIMEOUT_MS, Int(connecting * 1000)))
        // A proxy would look names up itself, where no rule sees what comes of it.
        if !addresses.allowsProxies { try check(ccurl_set_text(easy, CURLOPT_PROXY, "")) }
        try setMethod()
        try setFields()
        try check(
            ccurl_set_callbacks(
                easy, Unmanaged.passUnretained(self).toOpaque(),
                { CurlTransfer.of($3).takeHeader($0, $2) },
                { CurlTransfer.of($3).takeBody($0, $2) },
                { CurlTransfer.of($3).giveBody($0, $1 * $2) },
                { context, _, address in CurlTransfer.of(context).open(address) }))
    }

    private func setMethod() throws(TransportFault) {
        if request.method == "GET", body.length == 0 { return }
        if request.method == "HEAD" { return try check(ccurl_set_number(easy, CURLOPT_NOBODY, 1)) }
        try check(ccurl_set_number(easy, CURLOPT_POST, 1))
        try check(ccurl_set_size(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.length)))
        try check(ccurl_set_text(easy, CURLOPT_CUSTOMREQUEST, request.method))
    }

    private func setFields() throws(TransportFault) {
        var headers = request.headers
        if case .form(let form) = request.body { headers["Content-Type"] = form.contentType }
        // Without a value libcurl leaves out what it would add itself.
        for (name, value) in ["Expect": "", "Content-Type": "", "User-Agent": "explainer"]
        where !headers.keys.contains(where: { $0.lowercased() == name.lowercased() }) {
            headers[name] = value
        }
        for (name, value) in headers {
            let line = value.isEmpty ? "\(name):" : "\(name): \(value)"
            guard !line.utf8.contains(where: { $0 < 32 && $0 != 9 }) else {
                throw TransportFault("a header field has a line break", isUnsent: true)
            }
            guard let list = curl_slist_append(fields, line) else {
                throw TransportFault("there is no memory left", isUnsent: true)
            }
            fields = list
        }
        try check(ccurl_set_headers(easy, fields))
    }

    private func check(_ code: CURLcode) throws(TransportFault) {
        guard code == CURLE_OK else { throw TransportFault(code, isConnected: false) }
    }

    // MARK: - Callbacks

    private static func of(_ context: UnsafeMutableRawPointer?) -> CurlTransfer {
        guard let context else {
            preconditionFailure("libcurl calls with the context that was set")
        }
        return Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
    }

    private func takeHeader(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        lastByte = .now
        let wasWhole = head.isWhole
        head.take(
            String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self))
        if head.isWhole, !wasWhole { exchange.begin(head, from: request.url) }
        return count
    }

    private func takeBody(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        guard exchange.hasRoom else {
            isPaused = true
            return Int(CCURL_PAUSE_WRITING)
        }
        lastByte = .now
        exchange.add(UnsafeRawBufferPointer(start: bytes, count: count))
        return count
    }

    private func giveBody(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        lastByte = .now
        do {
            return try body.read(into: UnsafeMutableRawBufferPointer(start: bytes, count: count))
        } catch {
            fault = TransportFault("the file can't be read, or became shorter")
            return Int(CCURL_ABORT_READING)
        }
    }

    /// Opens a socket where the address may be reached; it is the one that is connected to.
    private func open(_ address: UnsafeMutablePointer<curl_sockaddr>?) -> curl_socket_t {
        guard let address else { return -1 }
        guard addresses.allows(IPAddress(address)) else {
            fault = TransportFault(AddressRule.refusal, isUnsent: true)
            return -1
        }
        // An address that was tried before may have been another one of the same name.
        fault = nil
        let facts = address.pointee
        return socket(facts.family, facts.socktype, facts.protocol)
    }
}
