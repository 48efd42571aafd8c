import FlyingFox
import Foundation
import Testing
import VideoAPI

@testable import Serving

@Suite struct FaultTests {
    @Test func aPlanIsCodesAndProbabilities() throws {
        let plan = try FaultPlan(parsing: "1001:0.1, 429:0.25")
        #expect(plan.faults.map(\.code) == [.badToken, .tooMany])
        #expect(plan.fault(at: 0.05) == .badToken)
        #expect(plan.fault(at: 0.2) == .tooMany)
        #expect(plan.fault(at: 0.35) == nil)
        #expect(try FaultPlan(parsing: "").faults.isEmpty)
    }

    @Test(arguments: ["1001", "7:0.1", "0:0.1", "1001:2", "1001:-1", "1001:x", "429:0.6,500:0.6"])
    func otherTextsAreErrors(text: String) {
        #expect(throws: FaultPlanError.self) { try FaultPlan(parsing: text) }
    }

    @Test func faultsComeAsOftenAsPlannedAndTheSameForASeed() async throws {
        let plan = try FaultPlan(parsing: "500:0.25")
        let (one, two) = (FaultDice(plan), FaultDice(plan))
        var (count, differ) = (0, 0)
        for _ in 0..<4000 {
            let (a, b) = (await one.next(), await two.next())
            count += a == nil ? 0 : 1
            differ += a == b ? 0 : 1
        }
        // Five standard deviations of a binomial distribution: 5 · √(4000 · 0.25 · 0.75) = 137.
        #expect(abs(count - 1000) < 137)
        #expect(differ == 0)
    }

    @Test(arguments: APICode.allCases.filter { $0 != .ok })
    func everyCodeCanBeInjected(code: APICode) async throws {
        let plan = try FaultPlan(parsing: "\(code.rawValue):1")
        let server = try ServerFixture { $0.faults = plan }
        let reply = try await server.call(
            .POST, "/api/auth/anonymous-token", headers: ["X-Client-Id": "a"])
        #expect(reply.status == code.status)
        #expect(try reply.code == code.rawValue)
        #expect(try await server.call(.GET, "/health").status == 200)
    }
}
