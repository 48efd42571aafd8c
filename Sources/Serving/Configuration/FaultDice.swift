import VideoAPI

/// Draws the faults of a plan, one for each request, from a generator with a seed.
actor FaultDice {
    private let plan: FaultPlan
    private var state: UInt64

    init(_ plan: FaultPlan) {
        self.plan = plan
        state = plan.seed
    }

    func next() -> APICode? {
        plan.faults.isEmpty ? nil : plan.fault(at: Double(draw() >> 11) * 0x1p-53)
    }

    /// SplitMix64 (Steele, Lea and Flood 2014).
    private func draw() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
