import Foundation
import Media
import Planning
import Rendering

extension DraftArguments {
    /// Returns the absolute path of the output called `name`; never that of the draft or of a
    /// source.
    func outputPath(_ name: String, _ plan: RenderPlan) throws -> String {
        let path = Self.resolved(name)
        for input in plan.sources where Self.resolved(input) == path { throw Self.isInput(name) }
        try checkIsNotDraft(name)
        return path
    }

    /// Checks that the output called `name` is not the draft itself.
    func checkIsNotDraft(_ name: String) throws {
        guard Self.resolved(name) != Self.resolved(url.path) else { throw Self.isInput(name) }
    }

    private static func isInput(_ name: String) -> Failure {
        Failure("\(name): this file is an input; choose another name with -o", .usage)
    }

    /// Checks that none of `count` pictures takes the place of the draft or of a source.
    func checkSequence(_ name: SequenceName, count: Int, _ plan: RenderPlan) throws {
        let inputs = plan.sources.union([url.path])
        if let input = inputs.first(where: { name.covers(Self.resolved($0), count: count) }) {
            throw Self.isInput(input)
        }
    }

    private static func resolved(_ path: String) -> String {
        URL(filePath: path).absoluteURL.standardizedFileURL.resolvingSymlinksInPath().path
    }

    /// Runs `work` and says where in the draft a file stands that could not be read.
    func blamingSources<Value>(
        of plan: RenderPlan, _ work: () async throws -> Value
    ) async throws -> Value {
        do {
            return try await work()
        } catch let error as MediaError {
            guard let place = plan.sourcePlaces[error.path] else { throw error }
            throw Failure("\(place.label(in: name)): \(error)", .input)
        }
    }
}
