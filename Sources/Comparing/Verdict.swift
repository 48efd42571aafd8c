import Foundation

extension Comparison.Verdict {
    /// Judges by the findings and values of `comparison`, whose own verdict is not looked at.
    ///
    /// The same are two in which nothing was found that a viewer could notice.
    package init(of comparison: Comparison) {
        let noticed = comparison.findings.filter { $0.severity != .info }
        same = noticed.isEmpty
        guard !same else {
            why = Self.sameness(comparison)
            return
        }
        guard comparison.alignment.same_picture != false else {
            why = Self.strangeness(comparison)
            return
        }
        let arguments = Argument.all(of: comparison)
        let against = (
            a: arguments.filter { $0.speaksAgainst == .a },
            b: arguments.filter { $0.speaksAgainst == .b }
        )
        // Small differences decide only between those whose faults are equal.
        let faults = Self.weights(arguments.filter { $0.weight >= 1 })
        let weights =
            abs(faults.a - faults.b) >= Self.clear ? faults : Self.weights(arguments)
        guard abs(weights.a - weights.b) >= Self.clear else {
            let what = Self.list(noticed.map(\.kind.title))
            why =
                arguments.isEmpty
                ? "They differ in \(what), which speaks against neither."
                : "They differ in \(what), but neither is clearly better."
            return
        }
        better = weights.a < weights.b ? "a" : "b"
        let (winner, loser) = better == "a" ? ("A", "B") : ("B", "A")
        let excuses = Self.reasons(better == "a" ? against.a : against.b, winner)
        why = Self.reasons(better == "a" ? against.b : against.a, loser)
        why += excuses.isEmpty ? "." : "; yet \(excuses)."
    }

    private static func weights(_ arguments: [Argument]) -> (a: Double, b: Double) {
        func weight(_ side: Argument.Side) -> Double {
            arguments.filter { $0.speaksAgainst == side }.map(\.weight).reduce(0, +)
        }
        return (weight(.a), weight(.b))
    }

    /// The least difference in weight that makes one of them better.
    private static let clear = 0.75

    /// The three heaviest, as clauses about `side`: "B trembles and is blurred".
    private static func reasons(_ arguments: [Argument], _ side: String) -> String {
        let heaviest = arguments.sorted { $0.weight > $1.weight }.map(\.clause)
        let once = heaviest.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return once.isEmpty ? "" : "\(side) " + list(Array(once.prefix(3)))
    }

    private static func strangeness(_ comparison: Comparison) -> String {
        let sound =
            switch comparison.alignment.same_sound {
            case true?: ", though they sound alike"
            case false?: " and sound different, too"
            case nil: ""
            }
        return "They show different things\(sound): neither can be called better."
    }

    private static func sameness(_ comparison: Comparison) -> String {
        let picture = comparison.picture
        let values = [
            picture?.ssim_y.map { "SSIM \(Wording.fixed($0, digits: 4))" },
            picture?.psnr_y.map { "PSNR \(Wording.fixed($0, digits: 1)) dB" },
            picture == nil && comparison.sound != nil ? "only the sound could be compared" : nil,
            picture != nil && comparison.sound == nil ? "only the picture could be compared" : nil,
        ].compactMap { $0 }
        let details = values.isEmpty ? "" : " (" + values.joined(separator: ", ") + ")"
        return "No difference was found that a viewer could notice\(details)."
    }

    /// "x", "x and y", "x, y and z"; what comes twice stands once.
    private static func list(_ words: [String]) -> String {
        let once = words.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        guard once.count > 1, let last = once.last else { return once.first ?? "" }
        return once.dropLast().joined(separator: ", ") + " and " + last
    }
}
