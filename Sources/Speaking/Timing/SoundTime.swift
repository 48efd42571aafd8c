/// Seconds of a recording counted without its pauses.
struct SoundTime {
    let envelope: EnergyEnvelope

    /// The pauses, as steps of the envelope.
    let pauses: [Range<Int>]

    /// For each step of the envelope and its end: how many steps before it sound.
    private let counts: [Int]

    init(_ envelope: EnergyEnvelope, pausesAtLeast milliseconds: Int) {
        self.envelope = envelope
        pauses = envelope.pauses(atLeast: milliseconds)
        var isSilent = [Bool](repeating: true, count: envelope.levels.count)
        for step in envelope.active { isSilent[step] = false }
        for pause in pauses { for step in pause { isSilent[step] = true } }
        counts = isSilent.reduce(into: [0]) { counts, silent in
            counts.append((counts.last ?? 0) + (silent ? 0 : 1))
        }
    }

    /// Seconds of sound in all.
    var total: Double { seconds(before: envelope.levels.count) }

    /// Returns the seconds of sound before `step`.
    func seconds(before step: Int) -> Double {
        Double(counts[min(max(step, 0), counts.count - 1)] * EnergyEnvelope.step) / 1_000
    }

    /// Returns the first step before which `seconds` of sound lie.
    func step(at seconds: Double) -> Int {
        let wanted = Int((seconds * 1_000 / Double(EnergyEnvelope.step)).rounded())
        var low = 0
        var high = counts.count - 1
        while low < high {
            let middle = (low + high) / 2
            if counts[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The pauses as the matcher takes them.
    var matchable: [PauseMatcher.Pause] {
        pauses.map {
            PauseMatcher.Pause(
                time: seconds(before: $0.lowerBound),
                length: Double($0.count * EnergyEnvelope.step) / 1_000)
        }
    }
}
