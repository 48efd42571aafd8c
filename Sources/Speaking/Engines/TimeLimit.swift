/// How long an engine may take before it is taken for hung.
package struct TimeLimit: Hashable, Sendable {
    /// For starting up, in seconds.
    package var start: Double

    /// For each second of speech that the text will probably give, in seconds.
    package var perSecond: Double

    package init(start: Double, perSecond: Double) {
        self.start = start
        self.perSecond = perSecond
    }

    func seconds(for sentences: [String], rate: Double) -> Double {
        let speech = sentences.reduce(0) { $0 + ReadingPace.seconds($1, rate: rate) }
        return start + perSecond * speech
    }
}
