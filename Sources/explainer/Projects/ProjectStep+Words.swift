import Editing

extension ProjectStep {
    /// What was asked for, in one line.
    var words: String {
        if let sentence {
            return "\"\(sentence.split(whereSeparator: \.isNewline).joined(separator: " "))\""
        }
        switch kind {
        case .new: return "project made"
        case .add: return "add " + (files ?? []).joined(separator: ", ")
        case .hand: return "draft.json changed by hand"
        case .startOver: return "start over"
        case .undo, .redo: return "\(kind.rawValue): back at step \(target ?? 0)"
        default: return (changes ?? [kind.rawValue]).joined(separator: "; ")
        }
    }

    /// What it changed, where that is more than `words` say.
    var details: [String] {
        switch kind {
        case .new, .hand, .startOver: []
        default: sentence == nil && files == nil ? [] : changes ?? []
        }
    }
}
