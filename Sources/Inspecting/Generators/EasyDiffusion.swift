import Foundation
import Planning

/// Easy Diffusion: a text for each field in PNG, one JSON in EXIF; keys are names of the code or of
/// the surface.
enum EasyDiffusion {
    static func declaration(_ statements: Statements) -> Declaration? {
        for statement in statements.settingsTexts {
            guard let json = statement.json, hasModel({ json[$0] != nil }) else { continue }
            return Declaration(
                "Easy Diffusion", generation { json[$0] }, carriers: [statement.carrier])
        }
        guard hasModel({ statements.text($0) != nil }) else { return nil }
        let fields = statements.all.filter { $0.origin == .text && keys.contains($0.keyword) }
        let generation = generation { key in
            statements.text(key).map { JSONNode(.string($0.text)) }
        }
        return Declaration("Easy Diffusion", generation, carriers: fields.map(\.carrier))
    }

    private static func hasModel(_ isPresent: (String) -> Bool) -> Bool {
        isPresent("use_stable_diffusion_model") || isPresent("Stable Diffusion model")
    }

    private static let keys: Set = [
        "prompt", "Prompt", "negative_prompt", "Negative Prompt", "seed", "Seed",
        "use_stable_diffusion_model", "Stable Diffusion model", "sampler_name", "Sampler",
        "width", "Width", "height", "Height", "num_inference_steps", "Steps", "guidance_scale",
        "Guidance Scale", "prompt_strength", "Prompt Strength", "use_lora_model", "LoRA model",
        "lora_alpha", "LoRA Strength",
    ]

    private static func generation(_ field: (String) -> JSONNode?) -> Generation {
        func first(_ key: String, _ shown: String) -> JSONNode? { field(key) ?? field(shown) }
        var generation = Generation()
        generation.prompt = first("prompt", "Prompt")?.words
        generation.negative = first("negative_prompt", "Negative Prompt")?.words?.nonEmpty
        let model = first("use_stable_diffusion_model", "Stable Diffusion model")
        generation.model = model?.words.flatMap(MetadataText.name)
        generation.seed = first("seed", "Seed")?.seed
        generation.steps = first("num_inference_steps", "Steps")?.whole
        generation.cfg = first("guidance_scale", "Guidance Scale")?.amount
        generation.sampler = first("sampler_name", "Sampler")?.words.flatMap(MetadataText.name)
        generation.declaredSize = Reading.size(
            first("width", "Width")?.whole, first("height", "Height")?.whole)
        generation.strength = first("prompt_strength", "Prompt Strength")?.amount
        if generation.strength != nil { generation.mode = "img2img" }
        generation.loras = loras(
            first("use_lora_model", "LoRA model"), first("lora_alpha", "LoRA Strength"))
        return generation
    }

    /// A name and a weight, or a list of each.
    private static func loras(_ names: JSONNode?, _ weights: JSONNode?) -> [Generation.LoRA] {
        let names = names?.items ?? [names].compactMap { $0 }
        let weights = weights?.items ?? [weights].compactMap { $0 }
        return names.prefix(PromptTags.most).enumerated().compactMap { index, node in
            guard let name = node.words.flatMap(MetadataText.name), name != "None" else {
                return nil
            }
            let weight = index < weights.count ? weights[index].amount : nil
            return .init(name: name, strength: weight)
        }
    }
}
