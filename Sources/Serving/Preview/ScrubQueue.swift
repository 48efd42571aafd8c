/// Lets the newest frame that a page wants be drawn, and those that it wanted before be left out.
///
/// While the pointer moves, a page wants more frames than can be drawn.
actor ScrubQueue {
    private struct Page {
        var newest: Int
        var lastUse: Int
    }

    /// Pages that closed are not heard of again.
    private static let mostPages = 64

    private var pages: [String: Page] = [:]
    private var uses = 0
    private var isBusy = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// Runs `work` when its turn comes, unless the page of `ticket` wants another frame by then.
    ///
    /// - Returns: nil where it was left out.
    /// - Throws: what the work throws.
    func run<Value: Sendable>(
        _ ticket: Ticket, _ work: @Sendable () async throws -> Value
    ) async throws -> Value? {
        note(ticket)
        while isBusy { await withCheckedContinuation { waiting.append($0) } }
        guard ticket.number >= pages[ticket.page]?.newest ?? 0 else {
            wakeNext()
            return nil
        }
        isBusy = true
        defer {
            isBusy = false
            wakeNext()
        }
        return try await work()
    }

    private func wakeNext() {
        // The last one that came is most likely the one that is wanted.
        waiting.popLast()?.resume()
    }

    private func note(_ ticket: Ticket) {
        uses += 1
        let newest = max(pages[ticket.page]?.newest ?? 0, ticket.number)
        pages[ticket.page] = Page(newest: newest, lastUse: uses)
        guard pages.count > Self.mostPages else { return }
        if let oldest = pages.min(by: { $0.value.lastUse < $1.value.lastUse }) {
            pages[oldest.key] = nil
        }
    }

    /// `PAGE.NUMBER`, as a page sends it.
    struct Ticket: Hashable, Sendable {
        let page: String
        let number: Int

        init?(_ text: String) {
            let parts = text.split(separator: ".")
            guard parts.count == 2, parts[0].utf8.count <= 64, let number = Int(parts[1]) else {
                return nil
            }
            page = String(parts[0])
            self.number = number
        }
    }
}
