import Foundation
import Planning

/// InvokeAI in its three kinds: `invokeai_metadata` (3 to 6), `sd-metadata` (1.15 to 2), `Dream`
/// (older).
enum InvokeAI {
    static func declaration(_ statements: Statements) -> Declaration? {
        let keys = [
            "invokeai_metadata", "invokeai_graph", "invokeai_workflow", "sd-metadata", "Dream",
        ]
        let found = statements.all.filter { $0.origin == .text && keys.contains($0.keyword) }
        guard !found.isEmpty else { return nil }
        return Declaration(
            "InvokeAI", generation(statements), carriers: found.map(\.carrier))
    }

    private static func generation(_ statements: Statements) -> Generation {
        if let json = statements.text("invokeai_metadata")?.json { return generation(new: json) }
        if let json = statements.text("sd-metadata")?.json, let image = json.members("image") {
            return generation(middle: json, image)
        }
        if let dream = statements.text("Dream"), dream.text.utf8.count <= Infotext.largest {
            return DreamCommand(dream.text).generation
        }
        var generation = Generation()
        let graph = ["invokeai_graph", "invokeai_workflow"].lazy
            .compactMap { statements.text($0)?.json?["nodes"] }.first
        generation.nodeCount = graph?.members?.keys.count ?? graph?.items?.count
        return generation
    }

    private static func generation(new json: JSONObject) -> Generation {
        var generation = Generation()
        generation.prompt = json.words("positive_prompt")
        generation.negative = json.words("negative_prompt")?.nonEmpty
        let model = json.members("model")
        generation.model = model?.name("model_name", "name") ?? json.name("model")
        generation.modelHash = model?.name("hash")
        generation.seed = json.seed("seed")
        generation.steps = json.whole("steps")
        generation.cfg = json.amount("cfg_scale")
        generation.distilledGuidance = json.amount("guidance")
        generation.scheduler = json.name("scheduler")
        generation.declaredSize = json.size("width", "height")
        generation.version = json.name("app_version")
        if let mode = json.name("generation_mode"), !mode.hasSuffix("txt2img") {
            generation.mode = mode
        }
        generation.strength = json.amount("strength")
        generation.loras = (json.items("loras") ?? []).prefix(PromptTags.most)
            .compactMap { $0.members.flatMap(lora) }
        return generation
    }

    private static func lora(_ json: JSONObject) -> Generation.LoRA? {
        let model = json.members("lora", "model") ?? json
        guard let name = model.name("model_name", "name") else { return nil }
        return .init(name: name, strength: json.amount("weight"))
    }

    private static func generation(middle json: JSONObject, _ image: JSONObject) -> Generation {
        var generation = Generation()
        (generation.prompt, generation.negative) = split(prompt(image["prompt"]))
        generation.model = json.name("model_id", "model_weights", "model")
        generation.modelHash = json.name("model_hash")
        generation.seed = image.seed("seed")
        generation.steps = image.whole("steps")
        generation.cfg = image.amount("cfg_scale")
        generation.sampler = image.name("sampler")
        generation.declaredSize = image.size("width", "height")
        generation.version = json.name("app_version")
        if let type = image.name("type"), type != "txt2img" { generation.mode = type }
        generation.strength = image.amount("strength_steps", "strength")
        return generation
    }

    /// A text, or a list of texts with weights.
    private static func prompt(_ node: JSONNode?) -> String? {
        if let items = node?.items {
            return items.compactMap { $0.members?.words("prompt") }.joined(separator: ", ")
                .nonEmpty
        }
        return node?.words
    }

    /// Takes what stands in [brackets] out of a prompt: it is what to avoid.
    static func split(_ prompt: String?) -> (prompt: String?, negative: String?) {
        guard let prompt, prompt.utf8.count <= Infotext.largest, prompt.contains("[") else {
            return (prompt, nil)
        }
        var (positive, negative, depth) = ("", "", 0)
        for character in prompt {
            switch character {
            case "[":
                depth += 1
                if depth == 1, !negative.isEmpty { negative += ", " }
            case "]" where depth > 0: depth -= 1
            default:
                if depth > 0 { negative.append(character) } else { positive.append(character) }
            }
        }
        return (positive.trimmed.nonEmpty, negative.trimmed.nonEmpty)
    }
}
