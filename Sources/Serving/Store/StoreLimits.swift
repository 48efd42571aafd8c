/// How much the server's memory takes.
package struct StoreLimits: Hashable, Sendable {
    /// Renders of one session that wait.
    package var waitingInSession = 5
    /// Renders that wait in all.
    package var waiting = 100
    /// How often a render is begun that ends with the death of the server.
    package var attempts = 3
    /// Seconds after which a client that was refused may ask again.
    package var retryAfter = 30
    /// Credits of a new user.
    package var credits = 100
    /// Seconds that a token lives.
    package var tokenLife = 7 * 24 * 3600

    package init() {}
}
