import Foundation
import VideoAPI

/// Hands out tokens and knows whose they are.
actor TokenDesk {
    /// No client can send this as its id: ids have no spaces.
    private static let local = "the local user"

    private let configuration: ServerConfiguration
    private let store: ServerStore
    private var served: Set<String> = []

    init(_ configuration: ServerConfiguration, store: ServerStore) {
        self.configuration = configuration
        self.store = store
    }

    /// - Throws: `tooMany` in strict mode, where the client has a token already.
    func grant(_ client: String, now: Date) throws(APIFailure) -> TokenGrant {
        let grant = try Self.stored { () throws(StoreError) in
            try store.grant(clientID: client, now: now)
        }
        guard configuration.strict else { return grant }
        let life = TimeInterval(store.limits.tokenLife)
        let isNew = grant.expiresAt == now.addingTimeInterval(life).formatted(.iso8601)
        guard isNew, served.insert(client).inserted else {
            throw APIFailure(
                .tooMany, "this client has a token already, and gets one in 7 days",
                retryAfter: 30)
        }
        return grant
    }

    /// - Throws: `badToken` where the token is missing, unknown, or has expired.
    func user(_ token: String?, now: Date) throws(APIFailure) -> String {
        guard let token, !token.isEmpty else {
            if configuration.allowsAnonymous { return try localUser(now) }
            throw APIFailure(.badToken, "the token is missing: send \"Authorization: Bearer …\"")
        }
        if let own = configuration.token, Self.isSame(own, token) { return try localUser(now) }
        let user = try Self.stored { () throws(StoreError) in
            try store.user(ofToken: token, now: now)
        }
        guard let user else {
            throw APIFailure(.badToken, "the token is unknown or has expired; ask for another")
        }
        return user
    }

    private func localUser(_ now: Date) throws(APIFailure) -> String {
        try Self.stored { () throws(StoreError) in
            try store.grant(clientID: Self.local, now: now).userID
        }
    }

    /// Compares without telling by its time where the two differ.
    private static func isSame(_ a: String, _ b: String) -> Bool {
        let (a, b) = (Array(a.utf8), Array(b.utf8))
        return a.count == b.count && zip(a, b).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func stored<Value>(
        _ value: () throws(StoreError) -> Value
    ) throws(APIFailure) -> Value {
        do {
            return try value()
        } catch {
            throw APIFailure(error)
        }
    }
}
