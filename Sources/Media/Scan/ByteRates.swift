/// Bytes by the second in which they are needed.
struct ByteRates {
    private var bytes: [Double] = []

    /// A day: a stamp beyond it is a mistake, not a length.
    private static let longest = 86_400

    mutating func add(_ count: Int, at time: Double) {
        guard time.isFinite, time < Double(Self.longest) else { return }
        let second = max(Int(time.rounded(.down)), 0)
        if second >= bytes.count {
            bytes += [Double](repeating: 0, count: second + 1 - bytes.count)
        }
        bytes[second] += Double(count)
    }

    /// Returns the rate in each second of a file of `seconds`.
    func rates(seconds: Double) -> [Double] {
        let whole = Int(seconds.rounded(.down))
        guard seconds.isFinite, whole < bytes.count, whole >= 0 else { return bytes }
        let rest = seconds - Double(whole)
        let tail = bytes[whole...].reduce(0, +)
        if rest >= 0.25 || whole == 0 { return bytes[..<whole] + [tail / max(rest, 0.04)] }
        var rates = Array(bytes[..<whole])
        rates[whole - 1] = (rates[whole - 1] + tail) / (1 + rest)
        return rates
    }
}
