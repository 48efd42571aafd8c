import Testing

@testable import Editing

@Suite struct AdjustmentTests {
    @Test func adjustmentsSetAddAndMultiply() {
        #expect(Adjustment.set(3).applied(to: 8) == 3)
        #expect(Adjustment.add(-3).applied(to: 8) == 5)
        #expect(Adjustment.multiply(0.5).applied(to: 8) == 4)
    }
}
