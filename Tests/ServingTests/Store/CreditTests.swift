import Foundation
import Testing
import VideoAPI

@testable import Serving

@Suite struct CreditTests {
    @Test func whatIsReservedIsFrozenAndTheTotalStays() throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        let user = try store.user()
        _ = try store.reserve(40, of: user)
        #expect(try store.credits(of: user) == CreditBalance(available: 60, frozen: 40))
    }

    @Test func settledCreditsAreSpentAndReleasedOnesComeBack() throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        let user = try store.user()
        let (spent, free) = try (store.reserve(30, of: user), store.reserve(20, of: user))
        try store.settle(spent)
        #expect(try store.credits(of: user) == CreditBalance(available: 50, frozen: 20))
        try store.release(free)
        #expect(try store.credits(of: user) == CreditBalance(available: 70, frozen: 0))
    }

    @Test func aReservationEndsOnce() throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        let user = try store.user()
        let held = try store.reserve(30, of: user)
        try store.release(held)
        #expect(refusal { try store.release(held) } == .unknownReservation)
        #expect(refusal { try store.settle(held) } == .unknownReservation)
        #expect(try store.credits(of: user) == CreditBalance(available: 100, frozen: 0))
    }

    @Test func nobodyReservesMoreThanThereIs() throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        let user = try store.user()
        _ = try store.reserve(61, of: user)
        #expect(refusal { _ = try store.reserve(40, of: user) } == .noCredits)
        #expect(refusal { _ = try store.reserve(-1, of: user) } == .noCredits)
        _ = try store.reserve(39, of: user)
        #expect(try store.credits(of: user) == CreditBalance(available: 0, frozen: 100))
        #expect(refusal { _ = try store.reserve(1, of: "anon_0") } == .unknownUser)
    }

    @Test func creditsOfWorkThatDiedAreFreeAfterANewStart() throws {
        let fixture = try StoreFixture()
        let (user, held): (String, String)
        do {
            let store = try fixture.open()
            user = try store.user()
            held = try store.reserve(40, of: user)
        }
        let again = try fixture.open()
        #expect(try again.credits(of: user) == CreditBalance(available: 100, frozen: 0))
        #expect(refusal { try again.settle(held) } == .unknownReservation)
    }

    @Test func manyWhoReserveAtOnceGetNoMoreThanThereIs() async throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        let user = try store.user()
        let granted = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<50 { group.addTask { (try? store.reserve(7, of: user)) != nil } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        // 14 · 7 = 98.
        #expect(granted == 14)
        #expect(try store.credits(of: user) == CreditBalance(available: 2, frozen: 98))
    }
}
