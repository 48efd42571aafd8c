import Foundation
import Planning

/// AUTOMATIC1111's WebUI and all who write its text: Forge and its branches, SD.Next, Civitai, add-on
/// savers of ComfyUI.
enum WebUI {
    static func declaration(_ statements: Statements) -> Declaration? {
        for statement in statements.settingsTexts where statement.json == nil {
            guard let infotext = Infotext(statement.text) else { continue }
            return Declaration(
                generator(of: infotext.settings), infotext.generation,
                carriers: [statement.carrier])
        }
        return nil
    }

    /// The program by the keys that only it writes, nil where nothing names one.
    static func generator(of settings: InfotextSettings) -> String? {
        if settings.hasCivitaiKeys || settings.hasKey(startingWith: "Civitai") { return "Civitai" }
        if settings["App"] == "SD.Next" { return "SD.Next" }
        if let app = settings["App"].flatMap(MetadataText.name) { return app }
        guard let version = settings["Version"] else {
            // Older SD.Next wrote these two without its name.
            let isNext = settings["Pipeline"] != nil && settings["Operations"] != nil
            return isNext ? "SD.Next" : nil
        }
        return generator(version: version)
    }

    private static func generator(version: String) -> String? {
        if version.hasPrefix("ComfyUI") { return "ComfyUI" }
        if version.hasPrefix("Fooocus") { return "Fooocus" }
        if version.hasPrefix("neo") { return "Forge Neo" }
        if version.hasPrefix("classic") { return "Forge Classic" }
        if version.hasPrefix("f1."), version.contains("v2-v1") { return "reForge" }
        if version.hasPrefix("f1."), version.contains("-v1") { return "EasyReforge" }
        let digits = version.dropFirst()
        guard let digit = digits.first, digit.isASCII, digit.isNumber, digits.contains(".") else {
            return nil
        }
        if version.hasPrefix("f") { return "Stable Diffusion WebUI Forge" }
        return version.hasPrefix("v") ? "AUTOMATIC1111 WebUI" : nil
    }
}
