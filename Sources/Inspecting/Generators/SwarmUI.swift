import Foundation
import Planning

/// SwarmUI: `{sui_image_params, sui_extra_data, sui_models}`.
enum SwarmUI {
    static func declaration(_ statements: Statements) -> Declaration? {
        for statement in statements.all {
            let json = statement.json ?? ComfyUI.prefixed(statement.text)
            guard let parameters = json?.members("sui_image_params") else { continue }
            return Declaration(
                "SwarmUI", generation(from: parameters), carriers: [statement.carrier])
        }
        return nil
    }

    private static func generation(from json: JSONObject) -> Generation {
        var generation = Generation()
        generation.prompt = json.words("prompt")
        generation.negative = json.words("negativeprompt")?.nonEmpty
        generation.model = json.name("model")
        generation.seed = json.seed("seed")
        generation.steps = json.whole("steps")
        generation.cfg = json.amount("cfgscale")
        generation.distilledGuidance = json.amount("fluxguidancescale")
        generation.sampler = json.name("sampler")
        generation.scheduler = json.name("scheduler")
        generation.declaredSize = json.size("width", "height")
        generation.version = json.name("swarm_version")
        generation.loras = loras(json)
        if json["initimage"] != nil {
            generation.mode = "img2img"
            generation.strength = json.amount("initimagecreativity")
        }
        return generation
    }

    /// Names and weights stand in two lists, or in two texts with commas.
    private static func loras(_ json: JSONObject) -> [Generation.LoRA] {
        let (names, weights) = (list(json["loras"]), list(json["loraweights"]))
        return names.prefix(PromptTags.most).enumerated().compactMap { index, name in
            guard let name = MetadataText.name(name) else { return nil }
            let weight = index < weights.count ? Reading.amount(weights[index]) : nil
            return .init(name: name, strength: weight)
        }
    }

    private static func list(_ node: JSONNode?) -> [String] {
        if let items = node?.items {
            return items.map { item in item.words ?? item.amount.map { "\($0)" } ?? "" }
        }
        return node?.words?.split(separator: ",", maxSplits: PromptTags.most).map(\.trimmed) ?? []
    }
}
