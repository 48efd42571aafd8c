import Foundation

/// Reads "undo 3 steps", "redo", "start over": they stand alone in a sentence.
enum HistoryReader {
    static func read(_ tokens: [Token]) -> HistoryRequest? {
        var clause = Clause(tokens)
        let word = clause.take { if case .history(let word) = $0 { word } else { nil } }
        guard let word else { return nil }
        // "undo that and start over" asks for one walk only.
        var count = 1
        if word == .startOver {
            clause.takeAll(.whole)
            clause.takeAll(.pronoun)
        } else if let amount = clause.takeCount() {
            count = amount
        }
        clause.takeAll(.steps)
        clause.takeAll(.pronoun)
        clause.takeAllMeasures()
        _ = clause.take { if case .ordinal(-1) = $0 { true } else { nil } }
        while clause.takeVerb(.set, .move, .add) != nil {}
        guard clause.isSpent, count >= 1 else { return nil }
        switch word {
        case .undo: return .undo(count)
        case .redo: return .redo(count)
        case .startOver: return .startOver
        }
    }
}

extension Clause {
    fileprivate mutating func takeCount() -> Int? {
        take { meaning -> Int? in
            switch meaning {
            case .number(let value) where value >= 1 && value <= 1000: Int(value)
            case .factor(let value) where value >= 1 && value <= 1000: Int(value)
            default: nil
            }
        }
    }
}
