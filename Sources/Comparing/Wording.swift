import Foundation

/// Numbers as people read them.
package enum Wording {
    /// A number with at most `digits` behind the point and no zeros at its end.
    package static func number(_ value: Double, digits: Int) -> String {
        guard value.isFinite else { return value > 0 ? "∞" : value < 0 ? "−∞" : "–" }
        var text = String(format: "%.\(digits)f", value)
        if text.contains(".") {
            while text.hasSuffix("0") { text.removeLast() }
            if text.hasSuffix(".") { text.removeLast() }
        }
        if text == "-0" { return "0" }
        return text.replacingOccurrences(of: "-", with: "−")
    }

    /// A number with exactly `digits` behind the point.
    package static func fixed(_ value: Double, digits: Int) -> String {
        guard value.isFinite else { return number(value, digits: 0) }
        let text = String(format: "%.\(digits)f", value)
        let isZero = !text.contains { ("1"..."9").contains($0) }
        return isZero
            ? text.replacingOccurrences(of: "-", with: "")
            : text.replacingOccurrences(of: "-", with: "−")
    }

    /// A moment of a timeline: "1:04.25".
    package static func moment(_ seconds: Double) -> String {
        guard seconds.isFinite else { return "–" }
        let hundredths = Int((abs(seconds) * 100).rounded())
        let sign = seconds < 0 && hundredths > 0 ? "−" : ""
        let (minutes, rest) = (hundredths / 6000, hundredths % 6000)
        return sign + String(format: "%d:%02d.%02d", minutes, rest / 100, rest % 100)
    }

    /// A number of bytes: "12.4 MB".
    package static func size(_ bytes: Double) -> String {
        if bytes >= 1e9 { return fixed(bytes / 1e9, digits: 2) + " GB" }
        if bytes >= 1e6 { return fixed(bytes / 1e6, digits: 2) + " MB" }
        return bytes >= 1e3 ? fixed(bytes / 1e3, digits: 1) + " kB" : "\(Int(bytes)) B"
    }

    /// A rate of bits: "4.1 Mbit/s".
    package static func rate(_ bits: Double) -> String {
        bits >= 1e6
            ? fixed(bits / 1e6, digits: 2) + " Mbit/s" : fixed(bits / 1e3, digits: 0) + " kbit/s"
    }
}
