import Foundation
import Media
import Planning

extension DraftArguments {
    /// Returns the absolute path of the output called `name`; never that of the draft or of a
    /// source.
    func outputPath(_ name: String, _ plan: RenderPlan) throws -> String {
        let path = Self.resolved(name)
        let inputs = plan.sources.union([url.path])
        guard !inputs.contains(where: { Self.resolved($0) == path }) else {
            throw Failure("\(name): this file is an input; choose another name with -o", .usage)
        }
        return path
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
