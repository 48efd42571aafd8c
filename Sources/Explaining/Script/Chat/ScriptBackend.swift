package import Foundation

/// Who writes the script.
package enum ScriptBackend: Hashable, Sendable {
    /// The built-in sentences; no network.
    case local

    /// A chat endpoint that speaks OpenAI's protocol, at `url` as "http://localhost:11434/v1".
    case openai(url: URL, model: String)

    /// The agent of a video service, which is asked by whoever knows the service.
    case nemo

    /// The writer.
    ///
    /// One that needs a network falls back to the built-in sentences, with a notice. The key is
    /// that of `EXPLAINER_SCRIPT_KEY`, else of `OPENAI_API_KEY`.
    ///
    /// - Parameters:
    ///   - environment: where keys are.
    ///   - agent: says a text to the agent and returns its answer; nil where there is no agent.
    /// - Returns: a writer that is ready to be asked.
    /// - Throws: `ScriptError` where the backend is not available or its address is no address.
    package func writer(
        environment: [String: String] = ProcessInfo.processInfo.environment,
        agent: AgentScriptWriter.Agent? = nil
    ) throws -> any ScriptWriter {
        switch self {
        case .local: return LocalScriptWriter()
        case .openai(let url, let model):
            let keys = ["EXPLAINER_SCRIPT_KEY", "OPENAI_API_KEY"].compactMap { environment[$0] }
            let chat = try ChatScriptWriter(
                url: url, model: model, key: keys.first { !$0.isEmpty })
            return FallbackScriptWriter(chat)
        case .nemo:
            guard let agent else {
                throw ScriptError(
                    "The nemo script backend is not available here: use local, or openai with "
                        + "--script-url and --script-model.")
            }
            return FallbackScriptWriter(AgentScriptWriter(asking: agent))
        }
    }
}
