import Foundation
import Planning

extension Infotext {
    /// The settings as facts.
    var generation: Generation {
        var generation = Generation()
        generation.prompt = prompt.nonEmpty
        generation.negative = negative?.nonEmpty
        generation.model = settings["Model"].flatMap(MetadataText.name) ?? checkpoint
        generation.modelHash =
            settings["Model hash"].flatMap(MetadataText.name) ?? settings.hashes?.name("model")
        generation.seed = settings["Seed"].flatMap(Reading.seed)
        generation.steps = settings["Steps"].flatMap(Reading.whole)
        generation.sampler = settings["Sampler"].flatMap(MetadataText.name)
        generation.scheduler =
            settings["Schedule type", "Scheduler"].flatMap(MetadataText.name)
        generation.cfg = settings["CFG scale", "CFG Scale", "Cfg scale"].flatMap(Reading.amount)
        generation.distilledGuidance =
            settings["Distilled CFG Scale", "Distilled CFG scale"].flatMap(Reading.amount)
        generation.declaredSize = settings["Size"].flatMap { Reading.size($0) }
        generation.version = settings["Version"].flatMap(MetadataText.name)
        generation.app = settings["App"].flatMap(MetadataText.name)
        generation.loras = loras
        readFirstPicture(into: &generation)
        return generation
    }

    /// A denoising strength without the keys of an enlargement speaks of a picture that was given.
    private func readFirstPicture(into generation: inout Generation) {
        generation.strength = settings["Denoising strength"].flatMap(Reading.amount)
        let operations = settings["Operations"] ?? ""
        let isEnlarged = settings.hasKey(startingWith: "Hires") || operations.contains("txt2img")
        if operations.contains("img2img") || (generation.strength != nil && !isEnlarged) {
            generation.mode = "img2img"
        }
    }

    private var checkpoint: String? {
        let node = settings.resources.first {
            ["checkpoint", "model"].contains($0.members?.words("type") ?? "")
        }
        return node?.members?.name("modelName")
    }

    /// Names from the resources, the hashes and the prompt's tags, each once, strengths where some
    /// place gives them.
    private var loras: [Generation.LoRA] {
        var loras = settings.resources.compactMap { node -> Generation.LoRA? in
            guard let resource = node.members, resource.words("type") == "lora",
                let name = resource.name("modelName")
            else { return nil }
            return .init(name: name, strength: resource.amount("weight"))
        }
        let tagged = PromptTags.loras(in: prompt)
        let hashed = settings["Lora hashes"].map(names) ?? []
        for lora in tagged + hashed.map({ .init(name: $0) })
        where !loras.contains(where: { $0.name == lora.name }) {
            loras.append(lora)
        }
        return loras
    }

    /// "name: 45b5bd0819cf, other: 33…" split at commas, then at the last colon.
    private func names(_ hashes: String) -> [String] {
        hashes.components(separatedBy: ", ").prefix(PromptTags.most).compactMap { pair in
            let name = pair.lastIndex(of: ":").map { pair[..<$0] } ?? pair[...]
            return MetadataText.name(String(name))
        }
    }
}

/// Control words in prompts.
enum PromptTags {
    /// The most add-ons that are listed.
    static let most = 64

    /// Returns the add-ons of `<lora:name:0.8>` and `<lyco:name:0.8>`, each once.
    static func loras(in prompt: String) -> [Generation.LoRA] {
        var loras: [Generation.LoRA] = []
        for piece in prompt.split(separator: "<", maxSplits: 4096).dropFirst()
        where loras.count < most {
            guard piece.hasPrefix("lora:") || piece.hasPrefix("lyco:"),
                let end = piece.firstIndex(of: ">")
            else { continue }
            let fields = piece[..<end].split(separator: ":", omittingEmptySubsequences: false)
            guard let name = MetadataText.name(String(fields[1])),
                !loras.contains(where: { $0.name == name })
            else { continue }
            loras.append(.init(name: name, strength: fields.dropFirst(2).first.flatMap(amount)))
        }
        return loras
    }

    private static func amount(_ text: Substring) -> Double? { Reading.amount(text) }
}
