import Foundation
import Planning

/// NovelAI: texts of PNG, EXIF of WebP, and the payload hidden in alpha, all around one JSON.
enum NovelAI {
    static func declaration(_ statements: Statements) -> Declaration? {
        let software = statements.text("Software") ?? statements.exif("Software")
        let title = statements.text("Title") ?? statements.exif("DocumentName")
        let isNamed =
            software?.text == "NovelAI" || title?.text.hasPrefix("NovelAI generated") == true
        guard isNamed else { return nil }
        let comment = statements.text("Comment") ?? statements.exif("UserComment")
        let source = statements.text("Source")?.text
        var generation = comment.flatMap { Self.generation(fromJSON: $0.text, source: source) }
        let description = statements.text("Description") ?? statements.exif("ImageDescription")
        if generation?.prompt == nil, let words = description?.text {
            generation = generation ?? Generation()
            generation?.prompt = words
        }
        let carriers = [title, description, software, comment].compactMap { $0?.carrier }
        return Declaration("NovelAI", generation, carriers: carriers)
    }

    /// Reads NovelAI's JSON: the settings, or an object whose `Comment` holds them as a text, as in
    /// WebP and in the hidden payload.
    ///
    /// `source` names the model where the JSON does not. nil where `text` is something else.
    package static func generation(fromJSON text: String, source: String? = nil) -> Generation? {
        guard let json = MetadataJSON.object(text) else { return nil }
        let inner = json.words("Comment").flatMap(MetadataJSON.object) ?? json.members("Comment")
        guard let settings = inner ?? (json["prompt"] == nil ? nil : json),
            ["uc", "scale", "sampler", "v4_prompt", "noise_schedule"].contains(where: {
                settings[$0] != nil
            })
        else { return nil }
        return generation(settings, source: json.name("Source") ?? source)
    }

    private static func generation(_ json: JSONObject, source: String?) -> Generation {
        var generation = Generation()
        generation.prompt = json.words("prompt") ?? caption(json, "v4_prompt")
        generation.negative =
            (json.words("uc") ?? caption(json, "v4_negative_prompt"))?.nonEmpty
        generation.model = source.flatMap(MetadataText.name)
        generation.seed = json.seed("seed")
        generation.steps = json.whole("steps")
        generation.cfg = json.amount("scale")
        generation.sampler = json.name("sampler")
        generation.scheduler = json.name("noise_schedule")
        generation.declaredSize = json.size("width", "height")
        if json["request_type"]?.words == "Img2ImgRequest" {
            generation.mode = "img2img"
            generation.strength = json.amount("strength")
        }
        return generation
    }

    private static func caption(_ json: JSONObject, _ key: String) -> String? {
        json.members(key)?.members("caption")?.words("base_caption")
    }
}
