import Foundation

/// IPTC's properties for generated pictures, in XMP: AISystemUsed and AIPromptInformation.
enum IPTCStatement {
    static func declaration(_ statements: Statements) -> Declaration? {
        guard let xmp = statements.xmp, xmp.aiSystem != nil || xmp.aiPrompt != nil else {
            return nil
        }
        let prompt = xmp.aiPrompt.map(MetadataText.clean)?.nonEmpty
        var generation = Generation()
        generation.prompt = prompt
        return Declaration(
            xmp.aiSystem.flatMap(MetadataText.name), prompt == nil ? nil : generation,
            carriers: [statements.xmpCarrier])
    }
}
