import Foundation

/// Asks another writer first and writes from built-in sentences where that fails.
package struct FallbackScriptWriter: ScriptWriter {
    private let first: any ScriptWriter

    package init(_ first: any ScriptWriter) { self.first = first }

    package func material(for request: ScriptRequest) async throws -> Storyboard {
        do {
            return try await first.material(for: request)
        } catch let error as ScriptError {
            var storyboard = try LocalScriptWriter().material(for: request)
            storyboard.notices.insert(
                "The built-in script is used: \(error.reason)", at: 0)
            return storyboard
        }
    }
}
