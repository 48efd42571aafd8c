import Foundation
import Planning
import Rendering

/// A preview on the screen: what shows, what was pressed, and what has to be done about it.
@MainActor final class PreviewSession {
    let input: DraftArguments
    var screen = PreviewScreen(ProcessInfo.processInfo.environment)
    var keys = PreviewKeys()

    /// What is shown; nil before there is anything.
    var shown: PreviewedDraft?
    var frame = 0
    var clock: PreviewClock?
    var note: String? = PreviewStatus.keys
    var problem: String?
    var isOver = false

    private let start: TimePoint?
    private var watch = FileWatch()
    private var lastLook = ContinuousClock.now
    private var loading: PreviewLoading?

    /// What is to be loaded once the present work is done.
    private var next: Load?

    private var picture: RGBPicture?

    /// What is no longer true on the screen.
    var isStale = true
    private var isCleared = true

    private enum Load { case file, size }

    /// Milliseconds between two looks at the files.
    private static let pace = 100

    /// Milliseconds that the terminal's answer is waited for before something shows.
    private static let patience = 300

    init(_ input: DraftArguments, at start: TimePoint?) {
        self.input = input
        self.start = start
    }

    func run() async {
        watch.watch([input.url.path])
        _ = screen.update(keys.answer)
        await ask()
        load(.file)
        while !isOver {
            for key in read(milliseconds: pause) { await take(key) }
            resize()
            follow()
            collect()
            advance()
            if isStale { await draw() }
        }
        loading?.cancel()
        Console.draw(screen.clearing)
    }

    /// Asks what the terminal can, and gives it some time to say.
    private func ask() async {
        guard screen.asks else { return }
        Console.draw(TerminalAnswer.question)
        let end = ContinuousClock.now + .milliseconds(Self.patience)
        while !keys.answer.isWhole, !isOver, ContinuousClock.now < end {
            for key in read(milliseconds: 20) { await take(key) }
        }
    }

    // MARK: - Waiting

    private var pause: Int {
        if keys.isWaiting { return 50 }
        if isStale { return 0 }
        if let clock { return min(clock.wait(after: frame), Self.pace) }
        return loading == nil ? Self.pace : 20
    }

    /// Waits for keys, and leaves where the terminal is gone.
    private func read(milliseconds: Int) -> [PreviewKey] {
        var place = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        let ready = poll(&place, 1, Int32(milliseconds))
        if ready == 0 { return keys.giveUp() }
        guard ready > 0 else {
            if errno != EINTR { isOver = true }
            return []
        }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = Foundation.read(STDIN_FILENO, &bytes, bytes.count)
        if count <= 0, count == 0 || errno != EINTR { isOver = true }
        return keys.take(Array(bytes.prefix(max(count, 0))))
    }

    // MARK: - Following

    /// Another window, or an answer that came late, is another size.
    private func resize() {
        guard screen.update(keys.answer) else { return }
        isCleared = true
        isStale = true
        load(.size)
    }

    private func follow() {
        guard ContinuousClock.now - lastLook >= .milliseconds(Self.pace) else { return }
        lastLook = .now
        if watch.hasChanged() { load(.file) }
    }

    func reload() { load(.file) }

    private func load(_ what: Load) {
        isStale = true
        guard loading == nil else {
            if next != .file { next = what }
            return
        }
        let known = what == .size ? shown?.draft : nil
        let screen = screen
        loading = PreviewLoading(input, known: known) { screen.plannedSize($0, $1) }
    }

    private func collect() {
        guard let outcome = loading?.outcome else { return }
        loading = nil
        watch.watch(outcome.paths.union(shown?.plan.sources ?? []))
        isStale = true
        switch outcome.draft {
        case .success(let draft):
            place(draft)
            problem = nil
        case .failure(let error):
            problem = Failure.words(for: error)
            note = nil
            if picture == nil { isCleared = true }
        }
        if let what = next {
            next = nil
            load(what)
        }
    }

    /// Shows `draft`, at the same time as the one before.
    private func place(_ draft: PreviewedDraft) {
        let rate = draft.plan.canvas.frameRate
        if let old = shown?.plan.canvas.frameRate {
            let time = Double(frame) / old.framesPerSecond
            frame = Int((time * rate.framesPerSecond).rounded())
        } else {
            frame = start?.frame(at: rate) ?? 0
        }
        if let old = shown?.plan.canvas, old != draft.plan.canvas { isCleared = true }
        shown = draft
        frame = min(frame, draft.plan.frameCount - 1)
        if clock != nil { clock = PreviewClock(from: frame, at: rate) }
    }

    private func advance() {
        guard let clock, let shown else { return }
        let due = min(clock.frame, shown.plan.frameCount - 1)
        guard due != frame || due == shown.plan.frameCount - 1 else { return }
        if due == shown.plan.frameCount - 1 { self.clock = nil }
        frame = due
        isStale = true
    }

    // MARK: - Drawing

    func clear() {
        isCleared = true
        isStale = true
    }

    func draw() async {
        isStale = false
        var failure: String?
        if let shown {
            do {
                picture = try await shown.picture(at: frame)
            } catch {
                failure = Failure.words(for: error)
            }
        }
        var text = "\u{1B}[?2026h"
        if isCleared { text += screen.clearing }
        isCleared = false
        do {
            if let picture {
                text += try screen.drawing(of: picture)
            } else if let words = problem ?? failure {
                text += screen.drawing(of: words)
            }
        } catch {
            failure = failure ?? Failure.words(for: error)
        }
        text += screen.drawing(of: status(failure).lines(columns: screen.columns))
        Console.draw(text + "\u{1B}[?2026l")
    }

    private func status(_ failure: String?) -> PreviewStatus {
        var status = PreviewStatus()
        if let shown {
            status.frame = frame
            status.count = shown.plan.frameCount
            status.rate = shown.plan.canvas.frameRate
            status.borders = shown.borders
            status.labels = shown.labels(at: frame)
            status.notices = shown.plan.notices.count
        }
        status.isPlaying = clock != nil
        status.work = loading == nil ? nil : "reading"
        status.note = note
        status.problem = problem ?? failure
        return status
    }
}
