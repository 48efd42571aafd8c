import Foundation
import Planning

/// ComfyUI, the savers that people add to it, and Civitai's generator, which stores its graphs.
enum ComfyUI {
    static func declaration(_ statements: Statements) -> Declaration? {
        var found = Found()
        for statement in statements.all { found.look(at: statement) }
        guard let graph = found.graph ?? found.workflow else { return nil }
        var generation = generation(of: graph)
        if let extra = found.extra { fill(&generation, from: extra) }
        let generator = found.extra == nil ? "ComfyUI" : "Civitai (ComfyUI graph)"
        return Declaration(generator, generation, carriers: found.carriers)
    }

    /// Reads what a graph tells.
    static func generation(of graph: ComfyGraph) -> Generation {
        var generation = Generation()
        generation.nodeCount = graph.nodes.count
        let samplers = graph.samplers
        guard let id = graph.firstSampler(of: samplers), let sampler = graph.nodes[id] else {
            return generation
        }
        generation.samplerNode = MetadataText.name(sampler.type)
        generation.samplerNodes = samplers.count
        graph.readSampling(sampler, into: &generation)
        graph.readStart(sampler, into: &generation)
        graph.readModel(sampler, into: &generation)
        graph.readPrompts(sampler, into: &generation)
        return generation
    }

    /// Civitai repeats the settings in `extraMetadata`: they fill what the graph leaves open.
    private static func fill(_ generation: inout Generation, from extra: JSONObject) {
        generation.prompt = generation.prompt ?? extra.words("prompt")
        generation.negative = generation.negative ?? extra.words("negativePrompt")
        generation.steps = generation.steps ?? extra.whole("steps")
        generation.cfg = generation.cfg ?? extra.amount("cfgScale")
        generation.sampler = generation.sampler ?? extra.name("sampler")
        generation.seed = generation.seed ?? extra.seed("seed")
        generation.declaredSize = generation.declaredSize ?? extra.size("width", "height")
    }

    /// What the texts of a file hold of graphs; the first of each kind counts.
    private struct Found {
        var graph: ComfyGraph?
        var workflow: ComfyGraph?
        var extra: JSONObject?
        var carriers: [String] = []

        mutating func look(at statement: Statement) {
            guard let json = statement.json ?? ComfyUI.prefixed(statement.text) else { return }
            if take(json) { carriers.append(statement.carrier) }
        }

        private mutating func take(_ json: JSONObject) -> Bool {
            if let found = ComfyGraph(prompt: json) {
                graph = graph ?? found
                extra = extra ?? json.words("extraMetadata").flatMap(MetadataJSON.object)
                return true
            }
            if let found = ComfyGraph(workflow: json) {
                workflow = workflow ?? found
                return true
            }
            return takeInner(json)
        }

        /// Some savers put both forms into one object, as objects or as strings.
        private mutating func takeInner(_ json: JSONObject) -> Bool {
            var isTaken = false
            for key in ["prompt", "workflow"] {
                guard let node = json[key],
                    let inner = node.members ?? node.words.flatMap(MetadataJSON.object)
                else { continue }
                if let found = ComfyGraph(prompt: inner) {
                    graph = graph ?? found
                    isTaken = true
                } else if let found = ComfyGraph(workflow: inner) {
                    workflow = workflow ?? found
                    isTaken = true
                }
            }
            return isTaken
        }
    }

    /// EXIF texts begin with the key that PNG has for the text: `prompt:{…}`, `Workflow: {…}`.
    static func prefixed(_ text: String) -> JSONObject? {
        let key = text.prefix { ($0.isLetter && $0.isASCII) || $0 == "_" }.prefix(40)
        let rest = text[key.endIndex...]
        guard !key.isEmpty, rest.first == ":" else { return nil }
        return MetadataJSON.object(String(rest.dropFirst()))
    }
}
