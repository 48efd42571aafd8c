package import Foundation

/// How a server is set up.
///
/// It always listens on 127.0.0.1 alone.
package struct ServerConfiguration: Hashable, Sendable {
    /// 0 lets the system choose; `VideoAPIServer.address` tells which it became.
    package var port: UInt16 = 8787
    /// Where sessions, files and renders are kept.
    package var dataFolder: URL
    /// The largest upload in bytes, all files of a request together.
    package var maxUpload = 200_000_000
    /// Whether a request without a token is taken as one of the local user.
    package var allowsAnonymous = false
    /// The token of the local user, which is always good; nil for none.
    package var token: String?
    /// Whether the rules of the hosted service hold: attribution, credits, one token a week.
    package var strict = false
    package var faults = FaultPlan()
    /// Whether files are loaded from addresses of the internet where a client asks for that.
    package var allowsNetwork = false
    /// Whether event lines carry `type`, `text`, `name` beside the event's own keys.
    package var addsEventKeys = true
    package var limits = Limits()

    package init(dataFolder: URL) { self.dataFolder = dataFolder }

    /// What a client may take.
    package struct Limits: Hashable, Sendable {
        /// Requests that are answered at the same time.
        package var requests = 64
        /// Connections that wait for bytes at the same time.
        package var connections = 128
        /// Streams and uploads of one session at the same time.
        package var perSession = 8
        /// Messages of a session that wait for their turn.
        package var queuedMessages = 8
        /// Bytes of a request's header fields and target.
        package var headerBytes = 16_384
        /// Bytes of a JSON body.
        package var jsonBytes = 16 << 20
        /// Files in one upload.
        package var filesPerUpload = 64
        /// Seconds that a connection may say nothing while it is read or written.
        package var silence = 30.0
        /// Seconds a request has to arrive as a whole, and its handler to begin an answer.
        ///
        /// Each request leaves a timer of a few hundred bytes behind for so long.
        package var arrival = 240.0
        /// Uploads that are loaded from addresses at the same time.
        package var loads = 4
        /// Seconds that one of its files may take.
        package var loading = 120.0
        /// Seconds between heartbeats of a stream.
        package var heartbeat = 15.0

        /// Seconds that requests have to end when the server stops.
        package var farewell = 1.0

        package init() {}
    }
}
