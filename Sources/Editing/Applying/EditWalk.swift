import Foundation
import Planning

/// One operation on its way through a draft.
struct EditWalk {
    var draft: Draft
    let material: any EditMaterial

    /// What is being done; problems name it.
    let operation: EditOperation

    mutating func run() throws(EditProblem) {
        switch operation {
        case .whole(let change): try changeWhole(change)
        case .picture(let reference, let change): try changePictures(reference, change)
        case .order(let change): try changeOrder(change)
        case .transition(let cuts, let change): try changeTransitions(cuts, change)
        case .text(let reference, let change): try changeTexts(reference, change)
        case .addText(let text): try add(text)
        case .sound(let reference, let change): try changeSounds(reference, change)
        case .music(let choice): try changeMusic(choice)
        case .addSound(let source, let role, let time):
            try addSound(source, role: role, at: time)
        case .remove(let reference): try remove(reference)
        case .cutOut(let range): try cutOut(range)
        case .fade(let reference, let entrance, let exit):
            try fade(reference, entrance: entrance, exit: exit)
        case .fadeWhole(let entrance, let exit): try fadeWhole(entrance: entrance, exit: exit)
        case .timing(let reference, let start, let length):
            try time(reference, start: start, length: length)
        case .hide(let reference, let isHidden): try hide(reference, isHidden)
        }
    }

    func resolve(
        _ reference: Reference, _ use: Reference.Use
    ) throws(EditProblem) -> [Thing] {
        try draft.resolve(reference, for: use, material: material)
    }

    /// Returns the one thing that `reference` means.
    func resolveOne(_ reference: Reference) throws(EditProblem) -> Thing {
        let things = try resolve(reference, .single)
        guard things.count == 1 else { throw .which(reference, names: things.map(\.name)) }
        return things[0]
    }

    subscript(thing: Thing) -> Draft.Segment {
        get { draft.tracks[thing.track].segments[thing.segment] }
        set { draft.tracks[thing.track].segments[thing.segment] = newValue }
    }

    func spans(_ track: Int) -> [Span] { draft.spans(of: track, material: material) }

    /// How long the source of a segment lasts; nil for stills and what can't be read.
    func sourceLength(of segment: Draft.Segment) -> Int? {
        draft.source(of: segment).flatMap { material.milliseconds(of: $0) }
    }

    /// The length of the whole in milliseconds.
    var wholeLength: Int { draft.wholeLength(material: material) }
}
