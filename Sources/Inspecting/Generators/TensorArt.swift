import Foundation
import Planning

/// Tensor.Art: `generation_data` beside a graph of ComfyUI.
enum TensorArt {
    static func declaration(_ statements: Statements) -> Declaration? {
        guard let statement = statements.text("generation_data"), let json = statement.json else {
            return nil
        }
        return Declaration("Tensor.Art", generation(json), carriers: [statement.carrier])
    }

    private static func generation(_ json: JSONObject) -> Generation {
        var generation = Generation()
        generation.prompt = json.words("prompt")
        generation.negative = json.words("negativePrompt")?.nonEmpty
        let model = json.members("baseModel")
        generation.model =
            model?.name("modelFileName", "label", "name") ?? json.name("baseModel")
        generation.modelHash = model?.name("hash")
        generation.seed = json.seed("seed")
        generation.steps = json.whole("steps")
        generation.cfg = json.amount("cfgScale")
        generation.distilledGuidance = json.amount("guidance")
        generation.sampler = json.name("samplerName", "ksamplerName")
        generation.scheduler = json.name("schedule")
        generation.declaredSize = json.size("width", "height")
        generation.loras = (json.items("models") ?? []).prefix(PromptTags.most)
            .compactMap { node in
                guard let model = node.members, model.words("type") == "LORA",
                    let name = model.name("modelFileName", "label")
                else { return nil }
                return .init(name: name, strength: model.amount("weight"))
            }
        return generation
    }
}
