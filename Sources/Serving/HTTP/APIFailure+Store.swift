import VideoAPI

extension APIFailure {
    /// What the store said, as an answer; what it says of the disk stays here.
    init(_ error: StoreError) {
        switch error.kind {
        case .unknownSession: self.init(.unknownSession, error.description)
        case .unknownJob: self.init(.notFound, error.description)
        case .noCredits: self.init(.noCredits, error.description)
        case .full(let seconds): self.init(.tooMany, error.description, retryAfter: seconds)
        case .stale, .noStep, .notProcessing: self.init(.conflict, error.description)
        case .unknownUser: self.init(.badToken, "this token is not known; ask for another")
        case .inUse, .newer, .database, .system, .unknownReservation:
            ServerLog.note(error.description)
            self.init(.failed, "the server could not do this; its own output says why")
        }
    }
}
