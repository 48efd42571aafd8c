/// What `--fail-under` asks for: bars by name, as `ssim=0.97,loudness=1`.
package struct Thresholds: Hashable, Sendable {
    /// A value of the report that can have a bar.
    package enum Key: String, Hashable, Sendable, CaseIterable {
        case psnr, ssim
        case msSSIM = "ms_ssim"
        case vmaf, sharpness, colour, offset, drift, loudness, peak, tremble, banding, clicks
        case dropped, duplicated, black, frozen, silence, caption, findings
    }

    package struct Bar: Hashable, Sendable {
        package var key: Key
        package var value: Double
    }

    /// A bar that is not kept.
    package struct Failure: Hashable, Sendable {
        package var bar: Bar
        /// Nil where the value could not be measured, which fails too.
        package var measured: Double?

        /// "ssim is 0.9412, below 0.97".
        package var message: String {
            let name = bar.key.rawValue
            guard let measured else { return "\(name) could not be measured" + bar.key.need }
            let side = bar.key.isMinimum ? "below" : "above"
            return "\(name) is \(Self.short(measured)), \(side) \(Self.short(bar.value))"
        }

        private static func short(_ value: Double) -> String { Wording.number(value, digits: 4) }
    }

    /// What can't be understood, as a sentence.
    package struct ParseError: Error, Hashable, Sendable, CustomStringConvertible {
        package var description: String
    }

    package var bars: [Bar] = []

    package init() {}

    /// Reads a list of `key=number` with commas between.
    package init(parsing text: String) throws(ParseError) {
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let sides = part.split(separator: "=", omittingEmptySubsequences: false)
            let name = sides[0].filter { $0 != " " }
            guard let key = Key(rawValue: name) else {
                let known = Key.allCases.map(\.rawValue).joined(separator: ", ")
                throw ParseError(description: "there is no value \"\(name)\"; known are \(known)")
            }
            guard sides.count == 2, let value = Double(sides[1].filter { $0 != " " }),
                value.isFinite
            else { throw ParseError(description: "\(name) needs a number, as \(key.example)") }
            bars.append(Bar(key: key, value: value))
        }
    }

    /// Returns the bars that `comparison` does not keep, in their order.
    package func failures(of comparison: Comparison) -> [Failure] {
        bars.compactMap { bar in
            let measured = bar.key.value(in: comparison)
            let isKept = measured.map {
                bar.key.isMinimum ? $0 >= bar.value : $0 <= bar.value
            }
            return isKept == true ? nil : Failure(bar: bar, measured: measured)
        }
    }
}
