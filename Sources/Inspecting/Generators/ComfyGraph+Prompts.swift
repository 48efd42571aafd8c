import Foundation
import Planning

extension ComfyGraph {
    /// The text behind a conditioning.
    struct Text: Hashable {
        var words: String
        /// Nodes computed the text while the graph ran: `words` are what they began with.
        var isAssembled = false
    }

    /// Reads the prompts that a sampler, or its guider, follows.
    func readPrompts(_ sampler: Node, into generation: inout Generation) {
        let holder =
            link(sampler, "positive") == nil ? linked(sampler, "guider") ?? sampler : sampler
        let positive = text(of: holder, isPositive: true)
        generation.prompt = positive?.words
        generation.isPromptAssembled = positive?.isAssembled ?? false
        generation.negative = text(of: holder, isPositive: false)?.words.nonEmpty
        generation.distilledGuidance = distilledGuidance(holder)
    }

    private func text(of holder: Node, isPositive: Bool) -> Text? {
        let keys = isPositive ? ["positive", "conditioning", "cond"] : ["negative"]
        for key in keys {
            var search = TextSearch(graph: self, isPositive: isPositive)
            if let link = link(holder, key) { return search.text(link) }
        }
        // Loaders that hold everything feed a pipe, or the sampler's other inputs.
        return linked(holder, "model").flatMap { literalText($0, isPositive: isPositive) }
    }

    private func literalText(_ node: Node, isPositive: Bool) -> Text? {
        let value = literal(node, [isPositive ? "positive" : "negative"])
        return value?.words?.nonEmpty.map { Text(words: $0) }
    }

    /// Flux takes its guidance as a plain input on the way from the text.
    private func distilledGuidance(_ holder: Node) -> Double? {
        let start = link(holder, "positive") ?? link(holder, "conditioning")
        let ids = start.map { reachable(from: [$0.node]) } ?? []
        return ids.lazy.compactMap { nodes[$0] }
            .first { $0.type == "FluxGuidance" || $0.type == "CLIPTextEncodeFlux" }
            .flatMap { literal($0, ["guidance"])?.amount }
    }
}

/// Walks from a conditioning back to the words it was made of.
private struct TextSearch {
    let graph: ComfyGraph
    let isPositive: Bool
    private var seen: Set<ComfyGraph.Link> = []

    /// How many more nodes may be looked at: switches look twice.
    private var steps = 4096

    init(graph: ComfyGraph, isPositive: Bool) {
        self.graph = graph
        self.isPositive = isPositive
    }

    /// The inputs in which encoders take words; those for two encoders come in pairs.
    private static let wordInputs = [
        "text", "text_g", "text_l", "t5xxl", "clip_l", "clip_g", "prompt", "populated_text",
    ]

    /// The inputs in which nodes that hold or compute words keep them.
    private static let holderInputs = [
        "populated_text", "value", "string", "text", "Text", "prompt", "wildcard_text",
        "positive", "text_a", "text_b", "text_c", "text1", "text2", "string_a", "string_b",
        "a", "b", "input", "source", "any", "any_01", "any_02", "text_0",
    ]

    /// Returns the words behind a conditioning, nil where it has none.
    mutating func text(_ link: ComfyGraph.Link, depth: Int = 0) -> ComfyGraph.Text? {
        guard depth < 64, seen.insert(link).inserted, let node = graph.nodes[link.node],
            !node.type.contains("ConditioningZeroOut")
        else { return nil }
        let (positive, negative) = (
            graph.link(node, "positive"), graph.link(node, "negative")
        )
        if let positive, let negative {
            // Output 0 follows the positive input, output 1 the negative one.
            return text(link.output == 1 ? negative : positive, depth: depth + 1)
        }
        if !node.isBypassed, let words = encoded(node, link, depth) { return words }
        return combined(node, depth)
    }

    /// Reads a node that encodes words.
    private mutating func encoded(
        _ node: ComfyGraph.Node, _ link: ComfyGraph.Link, _ depth: Int
    ) -> ComfyGraph.Text? {
        let isLoader = node.inputs["ckpt_name"] != nil
        let keys = isLoader ? [isPositive ? "positive" : "negative"] : Self.wordInputs
        var texts: [ComfyGraph.Text] = []
        for key in keys {
            guard let value = node.inputs[key] else { continue }
            if let link = graph.link(value) {
                if let found = held(link, depth: depth + 1) { texts.append(found) }
            } else if let words = value.words, !words.trimmed.isEmpty {
                texts.append(.init(words: words))
            }
            // One text serves all encoders of a node: the first that is filled counts.
            if !texts.isEmpty { break }
        }
        return texts.first
    }

    /// Joins what the conditionings of a node say.
    private mutating func combined(
        _ node: ComfyGraph.Node, _ depth: Int
    ) -> ComfyGraph.Text? {
        let others: Set = ["clip", "model", "vae", "image", "pixels", "control_net", "mask"]
        var found: [ComfyGraph.Text] = []
        for (input, link) in graph.links(node)
        where !others.contains(input) && !ComfyGraph.latentInputs.contains(input) {
            guard found.count < 64, let text = text(link, depth: depth + 1),
                !found.contains(text)
            else { continue }
            found.append(text)
        }
        guard !found.isEmpty else { return nil }
        return ComfyGraph.Text(
            words: found.map(\.words).joined(separator: "\n"),
            isAssembled: found.contains(where: \.isAssembled))
    }

    /// Reads words from a node that holds them, or that computes them from what it holds.
    private mutating func held(_ link: ComfyGraph.Link, depth: Int) -> ComfyGraph.Text? {
        steps -= 1
        guard depth < 64, steps > 0, seen.insert(link).inserted,
            let node = graph.nodes[link.node]
        else { return nil }
        if let branches = graph.branches(of: node) { return switched(node, branches, depth) }
        var texts: [ComfyGraph.Text] = []
        var isPassing = Self.passes(node)
        for key in Self.holderInputs {
            guard let value = node.inputs[key] else { continue }
            if let link = graph.link(value) {
                if let text = held(link, depth: depth + 1) { texts.append(text) }
            } else if let words = value.words, !words.trimmed.isEmpty,
                !(isPassing && key == "text_0")
            {
                texts.append(.init(words: words))
            }
            if key == "populated_text", !texts.isEmpty {
                isPassing = true  // The wildcards' result is stored: it is the text.
                break
            }
        }
        guard let first = texts.first else { return nil }
        let isPlain = isPassing || (texts.count == 1 && graph.links(node).isEmpty)
        let isComputed = !isPlain || Self.computes(node)
        return .init(words: first.words, isAssembled: isComputed || first.isAssembled)
    }

    /// Reads the branch that a switch passes on; where that one is computed and the other is not,
    /// the other is what was written.
    private mutating func switched(
        _ node: ComfyGraph.Node, _ branches: [String], _ depth: Int
    ) -> ComfyGraph.Text? {
        var texts: [ComfyGraph.Text] = []
        // The plain branch may feed the computed one: each is looked at afresh.
        for branch in branches {
            guard let link = graph.link(node, branch) else {
                if let words = node.inputs.words(branch) { texts.append(.init(words: words)) }
                continue
            }
            var search = self
            search.steps = steps / 2
            if let text = search.held(link, depth: depth + 1) { texts.append(text) }
        }
        guard let first = texts.first, first.isAssembled else { return texts.first }
        let plain = texts.first { !$0.isAssembled }
        return .init(words: (plain ?? first).words, isAssembled: true)
    }

    /// Nodes that hand on a text as it is.
    private static func passes(_ node: ComfyGraph.Node) -> Bool {
        node.isBypassed
            || ["Reroute", "ShowText", "PreviewAny", "Note"].contains {
                node.type.hasPrefix($0)
            }
    }

    /// Nodes whose output differs from run to run or is made by another model.
    private static func computes(_ node: ComfyGraph.Node) -> Bool {
        let type = node.type.lowercased()
        return ["random", "llm", "ollama", "gpt", "gemini", "caption", "interrogat", "tagger"]
            .contains { type.contains($0) }
            || (type.contains("wildcard") && node.inputs["populated_text"] == nil)
    }
}
