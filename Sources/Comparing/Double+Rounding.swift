extension Double {
    /// The nearest of the fractions whose denominator is `parts`; never −0, which JSON would show.
    func rounded(toParts parts: Double) -> Double { (self * parts).rounded() / parts + 0 }
}
