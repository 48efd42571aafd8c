import Foundation
import Planning

extension EditWalk {
    mutating func changePictures(
        _ reference: Reference, _ change: PictureChange
    ) throws(EditProblem) {
        switch change {
        case .length, .speed, .trim, .shave: try retime(reference, change)
        case .source(let source): try replace(reference, by: source)
        case .move(let move): try moveCamera(reference, move)
        case .effect(let kind, let settings): try addEffect(reference, kind, settings)
        case .removeEffect(let kind): try removeEffects(reference, kind)
        case .volume(let adjustment):
            let films = try films(reference)
            try changeGain(of: films, adjustment)
        case .loop(let loops):
            for film in try films(reference) { self[film].loop = loops ? true : nil }
        default:
            for thing in try resolve(reference, .looks) {
                self[thing] = try look(of: self[thing], change, isMain: reference.kind == .picture)
            }
        }
    }

    /// Returns those that move; stills have no sound and no speed.
    private func films(_ reference: Reference) throws(EditProblem) -> [Thing] {
        let things = try resolve(reference, .looks)
        let films = things.filter { draft.isFilm(self[$0], material: material) }
        guard !films.isEmpty else { throw .nothingToChange(operation) }
        return films
    }

    private mutating func replace(
        _ reference: Reference, by source: String
    ) throws(EditProblem) {
        let path = try path(of: source, as: .picture)
        for thing in try resolve(reference, .single) where self[thing].source != path {
            var segment = self[thing]
            guard thing.isLengthKnown else { throw .unknownLength(name: thing.name) }
            segment.source = path
            (segment.sourceStart, segment.speed, segment.loop) = (nil, nil, nil)
            (segment.color, segment.generated, segment.name) = (nil, nil, nil)
            let track = draft.tracks[thing.track]
            let natural = draft.naturalLength(of: segment, track.kind, material: material)
            if segment.duration == nil, natural != thing.duration {
                segment.duration = thing.duration
            }
            self[thing] = segment
        }
    }

    /// Returns a picture with another look.
    private func look(
        of segment: Draft.Segment, _ change: PictureChange, isMain: Bool
    ) throws(EditProblem) -> Draft.Segment {
        var segment = segment
        switch change {
        case .fit(let fit):
            if (segment.fit ?? .cover) != fit { segment.fit = fit }
        case .opacity(let adjustment):
            let value = try bounded(adjustment, segment.opacity ?? 1, 0...1).rounded(places: 2)
            if value != segment.opacity ?? 1 { segment.opacity = value == 1 ? nil : value }
            segment.animationKeys[.opacity] = nil
        case .rotation(let adjustment):
            let value = try bounded(adjustment, segment.rotation ?? 0, -36_000...36_000)
                .rounded(places: 2)
            if value != segment.rotation ?? 0 { segment.rotation = value == 0 ? nil : value }
            segment.animationKeys[.rotation] = nil
        case .radius(let radius):
            let value = try bounded(.set(radius), 0, 0...10_000)
            if value != segment.radius ?? 0 { segment.radius = value == 0 ? nil : value }
        case .scale(let adjustment): try scale(&segment, adjustment)
        case .place(let x, let y): try place(&segment, x: x, y: y, isMain: isMain)
        default: break
        }
        return segment
    }

    /// The width takes the change, the height keeps the box's shape.
    private func scale(
        _ segment: inout Draft.Segment, _ adjustment: Adjustment
    ) throws(EditProblem) {
        let (width, height) = (segment.width ?? 1, segment.height ?? 1)
        let new = try bounded(adjustment, width, 0.01...4)
        segment.width = new.rounded(places: 4)
        segment.height = min(20, height * new / width).rounded(places: 4)
        segment.animationKeys[.width] = nil
        segment.animationKeys[.height] = nil
    }

    /// Puts the box somewhere; one that lies over the pictures keeps a margin to the edges.
    private func place(
        _ segment: inout Draft.Segment, x: Double?, y: Double?, isMain: Bool
    ) throws(EditProblem) {
        func inside(_ value: Double, _ size: Double) -> Double {
            let least = Self.margin + size / 2
            guard !isMain else { return value }
            return (least > 0.5 ? 0.5 : min(max(value, least), 1 - least)).rounded(places: 4)
        }
        if let x {
            segment.x = inside(try bounded(.set(x), 0, -100...100), segment.width ?? 1)
            segment.animationKeys[.x] = nil
        }
        if let y {
            segment.y = inside(try bounded(.set(y), 0, -100...100), segment.height ?? 1)
            segment.animationKeys[.y] = nil
        }
    }

    /// The share of the canvas that stays free beside what lies over the pictures.
    static let margin = 0.05
}
