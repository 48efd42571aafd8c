import Foundation
import Media
import Planning
import Rendering

/// The files that a render of a plan writes.
enum OutputPlaces {
    case file(path: String)
    case sequence(SequenceName, count: Int)

    /// - Throws: where an output would take the place of the draft or a source.
    init(
        _ choice: OutputChoice, _ input: DraftArguments, _ plan: RenderPlan, count: Int
    ) throws {
        let path = try input.outputPath(choice.name, plan)
        guard choice.format.isSequence else {
            self = .file(path: path)
            return
        }
        let name =
            SequenceName(pattern: path).flatMap { choice.isFolder ? nil : $0 }
            ?? SequenceName(folder: path, ending: choice.format.ending, count: count)
        try input.checkSequence(name, count: count, plan)
        self = .sequence(name, count: count)
    }

    /// What people are told.
    var path: String {
        switch self {
        case .file(let path): path
        case .sequence(let name, _): name.pattern
        }
    }

    /// Whether one of them stands at `path`.
    func cover(_ path: String) -> Bool {
        switch self {
        case .file(let own): own == path
        case .sequence(let name, let count): name.covers(path, count: count)
        }
    }

    /// The size of all files together.
    var bytes: Int {
        switch self {
        case .file(let path): Self.bytes(of: path)
        case .sequence(let name, let count): name.files(count: count).map(Self.bytes).reduce(0, +)
        }
    }

    private static func bytes(of path: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }

    /// Renders into them.
    func run(
        _ render: Render, progress: @escaping @Sendable (RenderProgress) -> Void
    ) async throws -> [Notice] {
        switch self {
        case .file(let path): try await render.run(to: path, progress: progress)
        case .sequence(let name, _): try await render.run(toSequence: name, progress: progress)
        }
    }
}
