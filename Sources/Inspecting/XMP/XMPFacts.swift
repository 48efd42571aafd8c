/// What an XMP packet (ISO 16684-1) says about a picture's making.
package struct XMPFacts: Hashable, Sendable {
    /// The term of IPTC's DigitalSourceType: the last part of its URI.
    package var sourceType: String?

    /// photoshop:Credit.
    package var credit: String?

    /// xmp:CreatorTool.
    package var creatorTool: String?

    /// dcterms:provenance: where Content Credentials that are not in the file are said to be.
    package var provenanceURL: String?

    /// TC260:AIGC, the label of GB 45438-2025.
    package var aigc: AIGCLabel?

    /// exif:UserComment.
    package var userComment: String?

    /// dc:description, in the default language where there are several.
    package var description: String?

    /// IPTC's AISystemUsed and AIPromptInformation.
    package var aiSystem: String?
    package var aiPrompt: String?

    /// The largest packet that is read, in bytes of UTF-8.
    package static let largestPacket = 16 << 20

    package init() {}

    /// Reads `packet`, however broken; nil where it says nothing of this or is too large.
    package static func read(_ packet: String) -> XMPFacts? {
        guard packet.utf8.count <= largestPacket else { return nil }
        let values = XMPWalk(packet).values
        var facts = XMPFacts()
        facts.sourceType = (values[.sourceType] ?? values[.sourceFileType])
            .flatMap(SourceTypeTerm.term(in:))
        facts.credit = values[.credit]
        facts.creatorTool = values[.creatorTool]
        facts.provenanceURL = values[.provenance]
        facts.aigc = values[.aigc].flatMap(AIGCLabel.read(json:))
        facts.userComment = values[.userComment]
        facts.description = values[.description]
        facts.aiSystem = values[.aiSystem]
        facts.aiPrompt = values[.aiPrompt]
        return facts == XMPFacts() ? nil : facts
    }
}
