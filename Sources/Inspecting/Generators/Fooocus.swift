import Foundation
import Planning

/// Fooocus in its own scheme and in AUTOMATIC1111's, and RuinedFooocus.
enum Fooocus {
    static func declaration(_ statements: Statements) -> Declaration? {
        let scheme = statements.text("fooocus_scheme") ?? statements.exif("MakerNote")
        let software = statements.exif("Software")?.text ?? ""
        let isNamed =
            statements.text("fooocus_scheme") != nil || software.hasPrefix("Fooocus")
        let texts =
            statements.settingsTexts + [statements.text("Comment")].compactMap { $0 }
        for statement in texts {
            guard let generation = generation(statement, isNamed: isNamed) else { continue }
            let carriers = [statement.carrier] + [scheme].compactMap { $0?.carrier }
            return Declaration("Fooocus", generation, carriers: carriers)
        }
        return nil
    }

    private static func generation(_ statement: Statement, isNamed: Bool) -> Generation? {
        if let json = statement.json {
            // Older versions and branches have no scheme; these two keys are theirs alone.
            let isOwn =
                isNamed || json["metadata_scheme"] != nil
                || (json["base_model"] != nil && json["performance"] != nil)
            return isOwn && json["prompt"] != nil ? generation(json) : nil
        }
        guard let infotext = Infotext(statement.text),
            isNamed || infotext.settings["Version"]?.hasPrefix("Fooocus") == true
        else { return nil }
        return generation(infotext)
    }

    private static func generation(_ json: JSONObject) -> Generation {
        var generation = Generation()
        generation.prompt = json.words("prompt")
        generation.negative = json.words("negative_prompt")?.nonEmpty
        generation.model = json.name("base_model")
        generation.modelHash = json.name("base_model_hash")
        generation.seed = json.seed("seed")
        generation.steps = json.whole("steps")
        generation.cfg = json.amount("guidance_scale")
        generation.sampler = json.name("sampler")
        generation.scheduler = json.name("scheduler")
        generation.declaredSize = json.words("resolution").flatMap { Reading.size($0) }
        generation.version = json.name("version")
        generation.loras = loras(json)
        return generation
    }

    /// A list of `[name, weight, hash]`, or texts "name : 0.5" under numbered keys.
    private static func loras(_ json: JSONObject) -> [Generation.LoRA] {
        let listed = (json.items("loras") ?? []).compactMap { node -> Generation.LoRA? in
            guard let fields = node.items, let name = fields.first?.words else { return nil }
            return lora(name, fields.dropFirst().first?.amount)
        }
        guard listed.isEmpty else { return Array(listed.prefix(PromptTags.most)) }
        let combined = json.keys.filter { $0.hasPrefix("lora_combined_") }
        return combined.prefix(PromptTags.most).compactMap { key in
            guard let text = json.words(key) else { return nil }
            guard let colon = text.range(of: " : ", options: .backwards) else {
                return lora(text, nil)
            }
            return lora(
                String(text[..<colon.lowerBound]), Reading.amount(text[colon.upperBound...]))
        }
    }

    private static func lora(_ name: String, _ strength: Double?) -> Generation.LoRA? {
        guard let name = MetadataText.name(name), name != "None" else { return nil }
        return .init(name: name, strength: strength)
    }

    /// The scheme "a1111" keeps what was typed beside what styles made of it.
    private static func generation(_ infotext: Infotext) -> Generation {
        var generation = infotext.generation
        if let raw = infotext.settings["Raw prompt"] { generation.prompt = raw }
        if let raw = infotext.settings["Raw negative prompt"] { generation.negative = raw }
        return generation
    }
}

/// RuinedFooocus: JSON that names the program.
enum RuinedFooocus {
    static func declaration(_ statements: Statements) -> Declaration? {
        for statement in statements.all {
            guard let json = statement.json, json["software"]?.words == "RuinedFooocus" else {
                continue
            }
            return Declaration(
                "RuinedFooocus", generation(json), carriers: [statement.carrier])
        }
        return nil
    }

    private static func generation(_ json: JSONObject) -> Generation {
        var generation = Generation()
        generation.prompt = json.words("Prompt", "prompt")
        generation.negative = json.words("Negative", "negative")?.nonEmpty
        generation.model = json.name("base_model_name")
        generation.modelHash = json.name("base_model_hash")
        generation.seed = json.seed("seed")
        generation.steps = json.whole("steps")
        generation.cfg = json.amount("cfg")
        generation.sampler = json.name("sampler_name")
        generation.scheduler = json.name("scheduler")
        generation.declaredSize = json.size("width", "height")
        generation.loras = (json.items("loras") ?? []).prefix(PromptTags.most)
            .compactMap { node in
                guard let lora = node.members, let name = lora.name("name") else { return nil }
                return .init(name: name, strength: lora.amount("weight"))
            }
        return generation
    }
}
