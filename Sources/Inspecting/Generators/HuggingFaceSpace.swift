import Foundation
import Planning

/// A picture app that many Hugging Face Spaces share: `parameters` as JSON with the names of the
/// diffusers library.
enum HuggingFaceSpace {
    static func declaration(_ statements: Statements) -> Declaration? {
        for statement in statements.settingsTexts {
            guard let json = statement.json, json["num_inference_steps"] != nil,
                json["guidance_scale"] != nil, json["prompt"] != nil
            else { continue }
            return Declaration(
                "Hugging Face Space", generation(json), carriers: [statement.carrier])
        }
        return nil
    }

    private static func generation(_ json: JSONObject) -> Generation {
        var generation = Generation()
        generation.prompt = json.words("prompt")
        generation.negative = json.words("negative_prompt")?.nonEmpty
        let model = json.members("Model", "model")
        generation.model =
            json.name("Model", "model") ?? model?.name("Model", "model", "name")
        generation.modelHash = model?.name("Model hash", "hash")
        generation.seed = json.seed("seed")
        generation.steps = json.whole("num_inference_steps")
        generation.cfg = json.amount("guidance_scale")
        generation.sampler = json.name("sampler", "scheduler")
        generation.declaredSize =
            json.words("resolution").flatMap { Reading.size($0) } ?? json.size("width", "height")
        return generation
    }
}
