/// Counts what goes on at the same time, in all and by name.
actor RequestBudget {
    private let limit: Int
    private var counts: [String: Int] = [:]

    init(limit: Int) { self.limit = limit }

    /// Takes a place for `name` and tells whether there was one.
    func enter(_ name: String = "") -> Bool {
        guard counts[name, default: 0] < limit else { return false }
        counts[name, default: 0] += 1
        return true
    }

    func leave(_ name: String = "") {
        let left = counts[name, default: 0] - 1
        counts[name] = left > 0 ? left : nil
    }
}
