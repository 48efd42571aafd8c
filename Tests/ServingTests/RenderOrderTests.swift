import Foundation
import Testing

@testable import Serving

@Suite struct RenderOrderTests {
    @Test func anOrderSurvivesItsStorage() throws {
        var order = RenderOrder()
        order.quality = .low
        order.width = 320
        let data = try JSONEncoder().encode(order)
        #expect(try JSONDecoder().decode(RenderOrder.self, from: data) == order)
    }
}
