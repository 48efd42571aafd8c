package import Foundation

/// Who writes the script.
package enum ScriptBackend: Hashable, Sendable {
    /// The built-in sentences; no network.
    case local

    /// A chat endpoint that speaks OpenAI's protocol, at `url` as "http://localhost:11434/v1".
    case openai(url: URL, model: String)

    /// The cloud agent.
    case nemo

    /// Returns the writer.
    ///
    /// One that needs a network falls back to the built-in sentences, with a notice. The key is
    /// that of `EXPLAINER_SCRIPT_KEY`, else of `OPENAI_API_KEY`.
    ///
    /// - Throws: `ScriptError` where the backend is not available or its address is no address.
    package func writer(
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws -> any ScriptWriter {
        switch self {
        case .local: return LocalScriptWriter()
        case .openai(let url, let model):
            let keys = ["EXPLAINER_SCRIPT_KEY", "OPENAI_API_KEY"].compactMap { environment[$0] }
            let chat = try ChatScriptWriter(
                url: url, model: model, key: keys.first { !$0.isEmpty })
            return FallbackScriptWriter(chat)
        case .nemo:
            throw ScriptError(
                "The nemo script backend is not available in this build: use local, or openai "
                    + "with --script-url and --script-model.")
        }
    }
}
