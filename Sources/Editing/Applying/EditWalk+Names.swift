import Foundation
import Planning

extension EditWalk {
    /// Returns `title-1`, or with the smallest number that is free.
    func numberedID(_ kind: String) -> String {
        let taken = segmentIDs
        var number = 1
        while taken.contains("\(kind)-\(number)") { number += 1 }
        return "\(kind)-\(number)"
    }

    /// Returns `id` with the smallest number from 2 that is free.
    func copyID(of id: String, besides more: Set<String> = []) -> String {
        let taken = segmentIDs.union(more)
        var number = 2
        while taken.contains("\(id)-\(number)") { number += 1 }
        return "\(id)-\(number)"
    }

    private var segmentIDs: Set<String> {
        Set(draft.tracks.flatMap { $0.segments.map(\.id) })
    }

    /// Returns `name` where no track has it, else with the smallest number from 2.
    func trackID(_ name: String) -> String {
        let taken = Set(draft.tracks.map(\.id))
        guard taken.contains(name) else { return name }
        var number = 2
        while taken.contains("\(name)-\(number)") { number += 1 }
        return "\(name)-\(number)"
    }

    /// Returns the path of a file of the project.
    ///
    /// A file's name stands for its path where no other file has it. A sound is no picture, and a
    /// still no sound.
    func path(of file: String, as kind: Draft.Track.Kind) throws(EditProblem) -> String {
        let path = try path(of: file)
        let wrong: FileNameKind = kind == .audio ? .still : .sound
        guard FileNameKind(path) != wrong else { throw .noFile(file) }
        return path
    }

    private func path(of file: String) throws(EditProblem) -> String {
        if material.files.contains(file) { return file }
        let wanted = file.lowercased()
        let found = material.files.filter { path in
            path.lowercased() == wanted || path.lowercased().hasSuffix("/" + wanted)
        }
        guard found.count == 1 else { throw .noFile(file) }
        return found[0]
    }
}
