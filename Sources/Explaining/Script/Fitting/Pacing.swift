import Foundation

/// The silences around spoken sentences, in milliseconds.
package struct Pacing: Hashable, Sendable {
    /// Before the first word.
    package var lead: Int

    /// Between two sentences of a beat.
    package var sentencePause: Int

    /// After the last sentence of a beat.
    package var beatPause: Int

    /// After the last sentence of all.
    package var hold: Int

    package init(lead: Int, sentencePause: Int, beatPause: Int, hold: Int) {
        self.lead = lead
        self.sentencePause = sentencePause
        self.beatPause = beatPause
        self.hold = hold
    }

    package static let tight = Pacing(lead: 150, sentencePause: 180, beatPause: 350, hold: 1200)
    package static let natural = Pacing(lead: 300, sentencePause: 300, beatPause: 600, hold: 1800)
    package static let loose = Pacing(lead: 400, sentencePause: 450, beatPause: 900, hold: 2600)

    /// Returns the pacing at `ease`: -1 tight, 0 natural, 1 loose.
    package static func at(_ ease: Double) -> Pacing {
        let end = ease < 0 ? tight : loose
        func mixed(_ path: KeyPath<Pacing, Int>) -> Int {
            let start = Double(natural[keyPath: path])
            let way = Double(end[keyPath: path]) - start
            return Int((start + way * min(abs(ease), 1)).rounded())
        }
        return Pacing(
            lead: mixed(\.lead), sentencePause: mixed(\.sentencePause),
            beatPause: mixed(\.beatPause), hold: mixed(\.hold))
    }
}
