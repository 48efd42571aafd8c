import Foundation

/// Puts facts together from what the container, EXIF and XMP hold.
struct FactsAssembly {
    let blocks: MetadataBlocks
    let exif: EXIFFacts
    let xmp: XMPFacts?
    var statements: Statements

    init(blocks: MetadataBlocks, exif: EXIFFacts) {
        self.blocks = blocks
        self.exif = exif
        xmp = XMPFacts(merging: blocks.xmp)
        let texts = blocks.texts.filter { $0.keyword != Self.xmpKeyword }
            .map { Statement($0, origin: $0.carrier == "JPEG COM" ? .comment : .text) }
        let exifTexts = exif.texts.map { Statement($0, origin: .exif) }
        statements = Statements(
            texts + exifTexts, xmp: xmp, xmpCarrier: Self.xmpCarrier(blocks))
        if let comment = xmp?.userComment {
            let entry = MetadataBlocks.TextEntry(
                keyword: "UserComment", text: comment, carrier: statements.xmpCarrier)
            statements.all.append(Statement(entry, origin: .xmp))
        }
    }

    private static let xmpKeyword = "XML:com.adobe.xmp"

    private static func xmpCarrier(_ blocks: MetadataBlocks) -> String {
        blocks.xmpCarrier
            ?? blocks.texts.first { $0.keyword == xmpKeyword }?.carrier ?? "XMP"
    }

    func fill(_ facts: inout PictureFacts) {
        let label = AIGCStatement.read(statements)
        facts.declarations = GeneratorDetection.declarations(in: statements)
        facts.xmpSourceType = xmp?.sourceType.flatMap(MetadataText.name)
        facts.xmpCredit = xmp?.credit.flatMap(MetadataText.name)
        facts.provenanceURL = xmp?.provenanceURL.flatMap(MetadataText.name)
        facts.aigc = (xmp?.aigc ?? label?.label).map(Self.clean)
        facts.software = exif.software
        facts.camera = exif.camera
        facts.generation = facts.declarations.lazy.compactMap(\.generation).first
        facts.generator = generator(facts)
        let signature = NamedServices.signatureLayout(statements)
        let credit = blocks.photoshop.flatMap(IIMFacts.read)?.credit
        facts.verdict = evidence(facts, signature != nil, credit).verdict
        facts.carriers = carriers(facts, signature ?? [], label?.carrier, credit)
    }

    private static func clean(_ label: AIGCLabel) -> AIGCLabel {
        AIGCLabel(
            fields: label.fields.map { field in
                .init(MetadataText.name(field.name) ?? "", MetadataText.name(field.value) ?? "")
            })
    }

    /// The first statement with settings names the generator, then the credentials, then any
    /// name.
    private func generator(_ facts: PictureFacts) -> String? {
        let named = facts.declarations.first { $0.generation != nil && $0.generator != nil }
        return named?.generator ?? facts.credentials?.generatorName
            ?? facts.declarations.first?.generator
            ?? (facts.aigc == nil ? nil : "China AIGC label")
    }

    private func evidence(
        _ facts: PictureFacts, _ hasSignatureLayout: Bool, _ credit: String?
    ) -> OriginEvidence {
        var evidence = OriginEvidence()
        evidence.hasGeneration = facts.generation != nil
        evidence.sourceTypes = Set(facts.credentials?.sourceTypes ?? [])
            .union([facts.xmpSourceType].compactMap { $0 })
        evidence.credit = facts.xmpCredit ?? credit
        evidence.hasCredentials = facts.credentials != nil
        evidence.hasLabel = facts.aigc != nil
        evidence.hasSignatureLayout = hasSignatureLayout
        evidence.hasCamera = facts.camera != nil
        evidence.hasRemoteManifest = facts.provenanceURL != nil
        evidence.hasOtherText =
            blocks.jumbf != nil || !statements.all.isEmpty || xmp?.creatorTool != nil
            || xmp?.credit != nil
            || xmp?.description != nil || xmp?.aiSystem != nil
        return evidence
    }

    /// Texts of the container, EXIF that someone's statement sits in, XMP, credentials.
    private func carriers(
        _ facts: PictureFacts, _ signature: [String], _ label: String?, _ credit: String?
    ) -> [String] {
        let used = Set(facts.declarations.flatMap(\.carriers) + signature)
            .union([label].compactMap { $0 }).union(exif.comments.map(\.carrier))
        var carriers = blocks.texts.map(\.carrier)
        carriers += exif.texts.map(\.carrier).filter(used.contains)
        carriers += blocks.xmp.isEmpty ? [] : [blocks.xmpCarrier].compactMap { $0 }
        if credit?.contains("Google AI") == true { carriers.append("IPTC IIM credit") }
        carriers += [blocks.jumbfCarrier].compactMap { $0 }
        var seen: Set<String> = []
        return carriers.filter { seen.insert($0).inserted }
    }
}

extension XMPFacts {
    /// Reads packets that belong together; what the first says counts.
    fileprivate init?(merging packets: [String]) {
        let read = packets.compactMap { XMPFacts.read($0) }
        guard var facts = read.first else { return nil }
        for other in read.dropFirst() {
            facts.sourceType = facts.sourceType ?? other.sourceType
            facts.credit = facts.credit ?? other.credit
            facts.creatorTool = facts.creatorTool ?? other.creatorTool
            facts.provenanceURL = facts.provenanceURL ?? other.provenanceURL
            facts.aigc = facts.aigc ?? other.aigc
            facts.userComment = facts.userComment ?? other.userComment
            facts.description = facts.description ?? other.description
            facts.aiSystem = facts.aiSystem ?? other.aiSystem
            facts.aiPrompt = facts.aiPrompt ?? other.aiPrompt
        }
        self = facts
    }
}
