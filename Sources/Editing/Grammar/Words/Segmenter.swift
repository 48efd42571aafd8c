import Foundation

/// Divides a run of Chinese into words: the way that leaves the fewest signs unknown, then the one
/// with the fewest words.
///
/// The longest word first would read 加黑|场过渡 where 加|黑场过渡 is meant.
struct Segmenter {
    private let characters: [Character]
    private let names: NameTable

    init(_ characters: [Character], names: NameTable) {
        self.characters = characters
        self.names = names
    }

    /// What an unknown sign costs, in words.
    private static let costOfUnknown = 12

    /// The longest run that is divided at once; Chinese has no clauses that are longer.
    private static let longestRun = 120

    /// Returns the length of the word at each place of the run of ideographs that begins at `start`
    /// where a word begins.
    func lengths(from start: Int) -> [Int: Int] {
        var end = start
        while end < characters.count, end - start < Self.longestRun,
            PhraseFinder.isIdeograph(characters[end])
        { end += 1 }
        var best = [(cost: Int, length: Int)](repeating: (0, 0), count: end - start + 1)
        for place in stride(from: end - 1, through: start, by: -1) {
            var choice = (cost: Self.costOfUnknown + best[place + 1 - start].cost, length: 1)
            for length in candidates(at: place) {
                // A number may go on behind the run: 第3秒.
                let rest = min(place + length, end) - start
                let cost = 1 + best[rest].cost
                if cost < choice.cost || cost == choice.cost && length > choice.length {
                    choice = (cost, length)
                }
            }
            best[place - start] = choice
        }
        var lengths: [Int: Int] = [:]
        var place = start
        while place < end {
            let length = best[place - start].length
            lengths[place] = length
            place += max(length, 1)
        }
        return lengths
    }

    private func candidates(at place: Int) -> [Int] {
        var lengths = PhraseFinder.chineseLengths(in: characters, at: place)
        if let (length, _) = names.longest(in: characters, at: place) { lengths.append(length) }
        if let number = NumberReader(characters, at: place).read() { lengths.append(number.length) }
        return lengths
    }
}
