import Foundation
import Testing

@testable import Serving

@Suite struct JobTests {
    private static let now = StoreFixture.now

    @Test func aNewRenderWaitsAndIsFoundByBothItsNames() throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        let session = try store.newSession()
        guard case .new(let job) = try store.ask("render_1", in: session.id) else {
            Issue.record("it is not new")
            return
        }
        #expect(job.state == .pending)
        #expect(job.progress == 0)
        #expect(job.key.wholeMatch(of: /[A-Za-z0-9_-]{24}/) != nil)
        #expect(try store.job("render_1", of: session.user) == job)
        #expect(try store.job(key: job.key) == job)
        #expect(refusal { _ = try store.job("render_2", of: session.user) } == .unknownJob)
        #expect(refusal { _ = try store.job(key: "render_1") } == .unknownJob)
        #expect(refusal { _ = try store.ask("render_2", in: "1") } == .unknownSession)
    }

    @Test func anIdIsTheSameRenderOnlyWithTheSameContent() throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        let (session, other) = try (store.newSession().id, store.newSession().id)
        guard case .new(let job) = try store.ask("r", in: session) else {
            Issue.record("it is not new")
            return
        }
        #expect(try store.ask("r", in: session) == .existing(job))
        #expect(try store.ask("r", in: session, draft: "{ }") == .conflict)
        var low = RenderOrder()
        low.quality = .low
        #expect(try store.ask("r", in: session, order: low) == .conflict)
        #expect(try store.ask("r", in: other) == .conflict)
    }

    @Test func usersHaveIdsOfTheirOwn() throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        let (a, b) = try (store.newSession(store.user("a")), store.newSession(store.user("b")))
        _ = try store.ask("r", in: a.id)
        #expect(refusal { _ = try store.job("r", of: b.user) } == .unknownJob)
        guard case .new = try store.ask("r", in: b.id, draft: "[]") else {
            Issue.record("another user's id is in the way")
            return
        }
    }

    @Test func aTakenRenderCarriesWhatWasAskedFor() throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        let session = try store.newSession().id
        var order = RenderOrder()
        (order.width, order.quality) = (640, .medium)
        _ = try store.ask("r", in: session, draft: "the draft", order: order)
        let task = try #require(try store.takeNext())
        #expect(task.draft == "the draft")
        #expect(task.order == order)
        #expect(task.job.state == .processing)
        #expect(try store.takeNext() == nil)
    }

    @Test func progressOnlyGrowsAndEndsAtAHundred() throws {
        let fixture = try StoreFixture()
        let (store, job) = try Self.working(fixture)
        for (told, shown) in [(-5, 0), (30, 30), (20, 30), (130, 100)] {
            #expect(try store.report(told, of: job))
            #expect(try store.job(key: job.key).progress == shown)
        }
    }

    @Test func aCompletedRenderHasItsFileInPlace() throws {
        let fixture = try StoreFixture()
        let (store, job) = try Self.working(fixture)
        try Data("video".utf8).write(to: store.workingFile(of: job))
        let result = RenderedFile(duration: 2.5, size: 5)
        try store.complete(job, file: store.workingFile(of: job), result: result, now: Self.now)
        let done = try store.job(key: job.key)
        #expect(done.state == .completed)
        #expect(done.progress == 100)
        #expect(done.result == result)
        #expect(done.finished == Self.now)
        #expect(try Data(contentsOf: try #require(done.file)) == Data("video".utf8))
        #expect(try !store.report(50, of: job))
        #expect(refusal { try store.fail(job, "no", now: Self.now) } == .notProcessing)
    }

    @Test func aRenderWhoseFileIsMissingIsNotCompleted() throws {
        let fixture = try StoreFixture()
        let (store, job) = try Self.working(fixture)
        let result = RenderedFile(duration: 1, size: 1)
        #expect(
            refusal {
                try store.complete(
                    job, file: store.workingFile(of: job), result: result, now: Self.now)
            } == .system)
        #expect(try store.job(key: job.key).state == .processing)
    }

    @Test func aFailedRenderSaysWhy() throws {
        let fixture = try StoreFixture()
        let (store, job) = try Self.working(fixture)
        try store.fail(job, "no room", now: Self.now)
        let failed = try store.job(key: job.key)
        #expect(failed.state == .failed)
        #expect(failed.error == "no room")
        #expect(try store.takeNext() == nil)
    }

    @Test func aCancelledRenderIsNotTakenAndItsWorkerLearnsIt() throws {
        let fixture = try StoreFixture()
        let (store, job) = try Self.working(fixture)
        _ = try store.ask("waiting", in: job.session)
        for id in [job.id, "waiting"] {
            #expect(try store.cancel(id, of: job.user, now: Self.now).state == .cancelled)
        }
        #expect(try store.takeNext() == nil)
        #expect(try !store.report(50, of: job))
        try Data([1]).write(to: store.workingFile(of: job))
        #expect(
            refusal {
                try store.complete(
                    job, file: store.workingFile(of: job),
                    result: RenderedFile(duration: 1, size: 1), now: Self.now)
            } == .notProcessing)
        let left = try FileManager.default.contentsOfDirectory(
            atPath: store.folder.root.appending(path: "renders").path)
        #expect(left.isEmpty)
        #expect(refusal { _ = try store.cancel("x", of: job.user, now: Self.now) } == .unknownJob)
    }

    @Test func aFinishedRenderCanNotBeCancelled() throws {
        let fixture = try StoreFixture()
        let (store, job) = try Self.working(fixture)
        try store.fail(job, "no", now: Self.now)
        #expect(try store.cancel(job.id, of: job.user, now: Self.now).state == .failed)
    }

    @Test func theQueueIsBoundedInASessionAndInAll() throws {
        let fixture = try StoreFixture()
        var limits = StoreLimits()
        (limits.waitingInSession, limits.waiting, limits.retryAfter) = (2, 3, 7)
        let store = try fixture.open(limits)
        let (a, b) = try (store.newSession().id, store.newSession().id)
        _ = try (store.ask("1", in: a), store.ask("2", in: a))
        #expect(refusal { _ = try store.ask("3", in: a) } == .full(retryAfter: 7))
        _ = try store.ask("4", in: b)
        #expect(refusal { _ = try store.ask("5", in: b) } == .full(retryAfter: 7))
        // What is known is answered however full it is.
        guard case .existing = try store.ask("1", in: a) else {
            Issue.record("it is not known")
            return
        }
        _ = try store.takeNext()
        _ = try store.ask("3", in: a)
    }

    @Test func aRenderThatIsPutBackWaitsAgain() throws {
        let fixture = try StoreFixture()
        let (store, job) = try Self.working(fixture)
        _ = try store.report(40, of: job)
        try store.putBack(job)
        let waiting = try store.job(key: job.key)
        #expect(waiting.state == .pending && waiting.progress == 0)
        #expect(try store.takeNext()?.job.key == job.key)
    }

    /// A store with one render that is at work.
    private static func working(_ fixture: StoreFixture) throws -> (ServerStore, RenderJob) {
        let store = try fixture.open()
        _ = try store.ask("r", in: try store.newSession().id)
        return (store, try #require(try store.takeNext()).job)
    }
}
