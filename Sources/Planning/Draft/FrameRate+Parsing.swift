import Foundation

extension FrameRate {
    /// Parses `30`, `12.5`, `29.97` or `30000/1001`; nil outside 1...240 frames a second.
    ///
    /// 23.976, 29.97 and 59.94 mean NTSC's fractions.
    package init?(parsing text: String) {
        let rate: (Int, Int)
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        if parts.count == 2 {
            guard let numerator = Int(parts[0]), let denominator = Int(parts[1]) else { return nil }
            rate = (numerator, denominator)
        } else {
            guard let number = Self.decimal(text) else { return nil }
            rate = number
        }
        guard rate.0 > 0, rate.1 > 0, rate.0 <= 1_000_000, rate.1 <= 1_000_000,
            (1...240).contains(Double(rate.0) / Double(rate.1))
        else { return nil }
        self.init(rate.0, rate.1)
    }

    private static func decimal(_ text: String) -> (Int, Int)? {
        guard text.utf8.allSatisfy({ "0123456789.eE+-".utf8.contains($0) }),
            let fraction = JSONNumber(literal: text).fraction
        else { return nil }
        let double = Double(fraction.numerator) / Double(fraction.denominator)
        for nominal in [24, 30, 60] {
            let exact = Double(nominal * 1000) / 1001
            let short = (exact * 100).rounded() / 100
            let long = (exact * 1000).rounded() / 1000
            if double == short || double == long { return (nominal * 1000, 1001) }
        }
        return fraction
    }
}
