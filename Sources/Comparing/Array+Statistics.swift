extension [Double] {
    /// The value in the middle, of an even number the mean of both; nil for none.
    var median: Double? {
        guard !isEmpty else { return nil }
        let sorted = sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }

    /// Nil for none.
    var mean: Double? { isEmpty ? nil : reduce(0, +) / Double(count) }
}
