import Foundation
import Testing
import VideoAPI

@testable import Serving

@Suite struct TokenTests {
    private static let now = StoreFixture.now
    private static let week = 604_800.0

    @Test func aTokenHasTheDocumentedShape() throws {
        let fixture = try StoreFixture()
        let grant = try fixture.open().grant(clientID: "a", now: Self.now)
        #expect(grant.token.wholeMatch(of: /nmv_usr_[A-Za-z0-9_-]{40}/) != nil)
        #expect(grant.userID.hasPrefix("anon_"))
        #expect(grant.credits == 100)
        // 1800000000 is 2027-01-15T08:00:00Z.
        #expect(grant.expiresAt == "2027-01-22T08:00:00Z")
    }

    @Test func aClientThatAsksAgainWithinSevenDaysGetsItsLiveToken() throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        let first = try store.grant(clientID: "a", now: Self.now)
        let later = Self.now.addingTimeInterval(Self.week - 1)
        #expect(try store.grant(clientID: "a", now: later) == first)
        #expect(try store.user(ofToken: first.token, now: later) == first.userID)
    }

    @Test func afterSevenDaysTheTokenIsAnotherAndTheUserTheSame() throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        let first = try store.grant(clientID: "a", now: Self.now)
        let later = Self.now.addingTimeInterval(Self.week)
        #expect(try store.user(ofToken: first.token, now: later) == nil)
        let second = try store.grant(clientID: "a", now: later)
        #expect(second.token != first.token)
        #expect(second.userID == first.userID)
        // Not even a clock that goes back revives it.
        #expect(try store.user(ofToken: first.token, now: Self.now) == nil)
    }

    @Test func clientsHaveUsersOfTheirOwn() throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        let (a, b) = try (
            store.grant(clientID: "a", now: Self.now), store.grant(clientID: "b", now: Self.now)
        )
        #expect(a.token != b.token)
        #expect(a.userID != b.userID)
        #expect(try store.user(ofToken: b.token, now: Self.now) == b.userID)
        #expect(try store.user(ofToken: "nmv_usr_", now: Self.now) == nil)
    }

    @Test func aTokenIsKnownAfterANewStart() throws {
        let fixture = try StoreFixture()
        let grant = try fixture.open().grant(clientID: "a", now: Self.now)
        #expect(try fixture.open().user(ofToken: grant.token, now: Self.now) == grant.userID)
    }
}
