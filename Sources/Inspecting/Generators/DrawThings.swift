import Foundation
import Planning

/// Draw Things: XMP with its name, JSON as the comment, and a description for people.
enum DrawThings {
    static func declaration(_ statements: Statements) -> Declaration? {
        guard let xmp = statements.xmp, xmp.creatorTool?.hasPrefix("Draw Things") == true else {
            return nil
        }
        let json = xmp.userComment.flatMap(MetadataJSON.object)
        let generation = json.map(generation) ?? xmp.description.flatMap(generation)
        return Declaration("Draw Things", generation, carriers: [statements.xmpCarrier])
    }

    private static func generation(_ json: JSONObject) -> Generation {
        var generation = Generation()
        generation.prompt = json.words("c")
        generation.negative = json.words("uc")?.nonEmpty
        generation.model = json.name("model")
        generation.seed = json.seed("seed")
        generation.steps = json.whole("steps")
        generation.cfg = json.amount("scale")
        generation.sampler = json.name("sampler")
        generation.declaredSize = json.words("size").flatMap { Reading.size($0) }
        // A strength of 1 is a picture from nothing.
        if let strength = json.amount("strength"), strength < 1 {
            generation.mode = "img2img"
            generation.strength = strength
        }
        let loras = json.members("v2")?.items("loras") ?? json.items("lora") ?? []
        generation.loras = loras.prefix(PromptTags.most).compactMap { node in
            guard let lora = node.members, let name = lora.name("file", "model") else {
                return nil
            }
            return .init(name: name, strength: lora.amount("weight"))
        }
        return generation
    }

    /// The description has the prompt, a line with a dash for the negative, and the settings.
    private static func generation(_ description: String) -> Generation? {
        guard description.utf8.count <= Infotext.largest else { return nil }
        var lines = MetadataText.clean(description).split(separator: "\n").map(\.trimmed)
        let settings = lines.last.map { InfotextSettings($0) }
        let generator = settings?.areGenerator == true ? settings : nil
        if generator != nil { lines.removeLast() }
        var generation = Generation()
        let positive = lines.filter { !$0.hasPrefix("-") }
        let negative = lines.filter { $0.hasPrefix("-") }.map { $0.dropFirst().trimmed }
        generation.prompt = positive.joined(separator: "\n").nonEmpty
        generation.negative = negative.joined(separator: "\n").nonEmpty
        generation.steps = generator?["Steps"].flatMap(Reading.whole)
        generation.sampler = generator?["Sampler"].flatMap(MetadataText.name)
        generation.cfg = generator?["Guidance Scale", "CFG scale"].flatMap(Reading.amount)
        generation.seed = generator?["Seed"].flatMap(Reading.seed)
        generation.model = generator?["Model"].flatMap(MetadataText.name)
        generation.declaredSize = generator?["Size"].flatMap { Reading.size($0) }
        return generation == Generation() ? nil : generation
    }
}
