import CCurl

extension TransportFault {
    /// What libcurl says, without the address: it may hold a secret.
    init(_ code: CURLcode, isConnected: Bool) {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY:
            self.init("no such host is known", isUnsent: true)
        case CURLE_COULDNT_CONNECT:
            self.init("no server answers there", isUnsent: true)
        case CURLE_OPERATION_TIMEDOUT where !isConnected:
            self.init("no server answers there", isUnsent: true)
        case CURLE_OPERATION_TIMEDOUT:
            self.init("the server said nothing for too long")
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE:
            self.init("no secure connection could be made", isUnsent: true)
        case CURLE_URL_MALFORMAT:
            self.init("this is no address", isUnsent: true)
        case CURLE_GOT_NOTHING:
            self.init("the server closed without an answer")
        default:
            self.init("the connection broke (\(code.rawValue))")
        }
    }
}
