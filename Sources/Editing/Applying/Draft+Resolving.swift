import Foundation
package import Planning

extension Reference {
    /// What a reference is resolved for: it decides what a kind without a place means.
    package enum Use: Hashable, Sendable {
        /// Looks and levels, which apply to all of the kind.
        case looks
        /// Removing, replacing, words and times, which are about the one that is meant.
        case single
    }
}

extension Draft {
    /// Returns what `reference` means, in the order of time; at least one thing.
    ///
    /// - Throws: `none`, `noSuch`, or `which` with the names of those that may be meant.
    package func resolve(
        _ reference: Reference, for use: Reference.Use, material: any EditMaterial = NoMaterial()
    ) throws(EditProblem) -> [Thing] {
        let things = things(reference.kind, material: material)
        guard !things.isEmpty else { throw .none(reference) }
        switch reference.choice {
        case .unspecified: return try Self.only(things, reference, use)
        case .all: return things
        case .places(let places):
            return try Self.indices(places, of: things, reference).map { things[$0] }
        case .others(let places):
            let taken = Set(try Self.indices(places, of: things, reference))
            let others = things.indices.filter { !taken.contains($0) }.map { things[$0] }
            return try Self.some(others, reference)
        case .during(let range):
            let shown = things.filter { $0.start < range.upperBound && range.lowerBound < $0.end }
            return try Self.some(shown, reference)
        case .named(let name):
            return try Self.only(try named(name, among: things, reference), reference, use)
        }
    }

    private static func only(
        _ things: [Thing], _ reference: Reference, _ use: Reference.Use
    ) throws(EditProblem) -> [Thing] {
        guard use == .looks || things.count == 1 else {
            throw .which(reference, names: things.map(\.name))
        }
        return things
    }

    private static func some(
        _ things: [Thing], _ reference: Reference
    ) throws(EditProblem) -> [Thing] {
        guard !things.isEmpty else { throw .none(reference) }
        return things
    }

    /// Returns the indices that places mean, each once, in the order of time.
    private static func indices(
        _ places: [Int], of things: [Thing], _ reference: Reference
    ) throws(EditProblem) -> [Int] {
        var indices: Set<Int> = []
        for place in places {
            guard place != 0, place >= -things.count, place <= things.count else {
                throw .noSuch(reference, count: things.count)
            }
            indices.insert(place > 0 ? place - 1 : things.count + place)
        }
        guard !indices.isEmpty else { throw .none(reference) }
        return indices.sorted()
    }

    /// Returns those that are called so; where none is, those whose names hold it.
    private func named(
        _ name: String, among things: [Thing], _ reference: Reference
    ) throws(EditProblem) -> [Thing] {
        let wanted = name.lowercased()
        let called = things.filter { names(of: $0).contains(wanted) }
        guard called.isEmpty else { return called }
        return try Self.some(
            things.filter { thing in names(of: thing).contains { $0.contains(wanted) } },
            reference)
    }

    /// What a thing may be called, in lower case.
    private func names(of thing: Thing) -> [String] {
        let segment = tracks[thing.track].segments[thing.segment]
        let file = segment.source.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
        let stem = segment.source.map { TimelineSummary.stem(of: $0) }
        return [segment.name, segment.source, file, stem, segment.text, segment.id]
            .compactMap { $0?.lowercased() }
    }
}
