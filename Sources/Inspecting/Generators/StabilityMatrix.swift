import Foundation
import Planning

/// Stability Matrix: its project and its own JSON beside AUTOMATIC1111's text.
enum StabilityMatrix {
    static func declaration(_ statements: Statements) -> Declaration? {
        let own = ["parameters-json", "smproj"].compactMap(statements.text)
        guard !own.isEmpty else { return nil }
        let text = statements.text("parameters")
        var generation = text.flatMap { Infotext($0.text)?.generation }
        if let json = statements.text("parameters-json")?.json {
            generation = fill(generation ?? Generation(), from: json)
        }
        let carriers = ([text].compactMap { $0 } + own).map(\.carrier)
        return Declaration("Stability Matrix", generation, carriers: carriers)
    }

    private static func fill(_ known: Generation, from json: JSONObject) -> Generation {
        var generation = known
        generation.prompt = known.prompt ?? json.words("PositivePrompt")
        generation.negative = known.negative ?? json.words("NegativePrompt")?.nonEmpty
        generation.model = known.model ?? json.name("ModelName")
        generation.modelHash = known.modelHash ?? json.name("ModelHash")
        generation.seed = json.seed("Seed") ?? known.seed
        generation.steps = known.steps ?? json.whole("Steps")
        generation.sampler = known.sampler ?? json.name("Sampler")
        generation.cfg = known.cfg ?? json.amount("CfgScale")
        generation.declaredSize = known.declaredSize ?? json.size("Width", "Height")
        return generation
    }
}
