import Foundation
import Planning

extension EditWalk {
    /// Changes what is said, or who says it; the voice is made anew later.
    mutating func changeNarration(
        _ reference: Reference, _ change: SoundChange
    ) throws(EditProblem) {
        let isWords = if case .words = change { true } else { false }
        let things = try resolve(reference, isWords ? .single : .looks)
        let spoken = things.filter { thing in
            draft.tracks[thing.track].kind == .audio && says(thing, change)
        }
        guard !spoken.isEmpty else { throw .nothingToChange(operation) }
        for thing in spoken { try say(thing, change) }
    }

    /// Whether a change is about this sentence.
    private func says(_ thing: Thing, _ change: SoundChange) -> Bool {
        switch change {
        case .words: thing.kind(in: draft) == .narration || self[thing].text != nil
        case .replace(let old, _): self[thing].contains(old)
        default: self[thing].text != nil
        }
    }

    private mutating func say(_ thing: Thing, _ change: SoundChange) throws(EditProblem) {
        var segment = self[thing]
        let old = segment.text
        switch change {
        case .words(let words): segment.text = words
        case .replace(let old, let new): segment.text = segment.replacing(old, by: new)
        case .voice(let voice): segment.voice = voice
        default: break
        }
        guard segment != self[thing] else { return }
        guard thing.isLengthKnown else { throw .unknownLength(name: thing.name) }
        // Nobody else can tell how long it lasts, until it is made.
        segment.duration = thing.duration
        segment.forgetVoice()
        self[thing] = segment
        guard let old, let new = segment.text, new != old else { return }
        for caption in draft.things(.caption, material: material)
        where self[caption].text == old {
            self[caption].say(new)
        }
    }
}

extension Draft.Segment {
    /// Takes away the sound that was made for its words.
    fileprivate mutating func forgetVoice() {
        (source, sourceStart, words, loop) = (nil, nil, nil, nil)
        if voice == nil { voice = "auto" }
    }
}
