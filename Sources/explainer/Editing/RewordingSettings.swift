import ArgumentParser
import Editing
import Foundation

/// The language model that may be asked what a sentence means.
struct RewordingSettings: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Ask this chat endpoint where a sentence is not understood: http://localhost:11434/v1",
            discussion: """
                The sentence, the timeline and the names of the things on it are sent there; the \
                key is that of EXPLAINER_SCRIPT_KEY. Without it no network is used.
                """, valueName: "url"))
    var scriptURL: String?

    @Option(help: ArgumentHelp("The model of --script-url.", valueName: "name"))
    var scriptModel: String?

    func validate() throws { _ = try rewriter() }

    /// The model; nil where none is named.
    func rewriter() throws -> (any SentenceRewriter)? {
        if scriptURL == nil, scriptModel == nil { return nil }
        guard let scriptURL, let url = URL(string: scriptURL), let scriptModel else {
            throw ValidationError(
                "Give both --script-url, as http://localhost:11434/v1, and --script-model.")
        }
        let key = ProcessInfo.processInfo.environment["EXPLAINER_SCRIPT_KEY"]
        do {
            return try ChatRewriter(url: url, model: scriptModel, key: key)
        } catch {
            throw ValidationError(error.reason)
        }
    }
}
