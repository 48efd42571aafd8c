import Foundation
import Inspecting

/// What may be said about one picture: its facts, made fit to be shown and spoken.
struct Known: Sendable {
    let facts: PictureFacts

    /// The index among the request's pictures.
    let index: Int

    /// The readable beginning of the recorded prompt.
    let prompt: String?

    /// The name of the tool; nil for labels and layouts, which name none.
    let tool: String?

    init(_ facts: PictureFacts, index: Int) {
        self.facts = facts
        self.index = index
        let recorded = facts.verdict == .generationDataEmbedded ? facts.generation?.prompt : nil
        prompt = recorded.flatMap { PromptExcerpt.words(of: $0) }
        let isNamed = [.generationDataEmbedded, .generatedDeclared].contains(facts.verdict)
        tool = isNamed ? RecordedName.plain(facts.generator).flatMap(Self.maker) : nil
    }

    /// The name, unless it is that of a library which writes credentials for many tools.
    private static func maker(_ name: String) -> String? {
        let isLibrary = ["c2pa core", "c2pa-rs", "generator library"].contains {
            name.lowercased().contains($0)
        }
        return isLibrary ? nil : name
    }

    var verdict: PictureFacts.Verdict { facts.verdict }

    /// Whether the file itself says that a model made the picture, or most of it.
    var isDeclaredAI: Bool {
        switch verdict {
        case .generationDataEmbedded, .generatedDeclared, .labelDeclared: true
        case .editedDeclared, .signatureLayout, .cameraDataPresent, .otherSourceDeclared,
            .credentialsWithoutSourceType, .remoteManifestOnly, .noGenerationData,
            .nothingEmbedded:
            false
        }
    }

    /// Whether AI is a subject at all: declared in whole, in part, or hinted at.
    var concernsAI: Bool {
        isDeclaredAI || verdict == .editedDeclared || verdict == .signatureLayout
    }

    private var generation: Generation? {
        verdict == .generationDataEmbedded ? facts.generation : nil
    }

    var model: String? { RecordedName.model(generation?.model) }
    var seed: String? { RecordedName.seed(generation?.seed) }

    /// 1...1000.
    var steps: Int? { generation?.steps.flatMap { (1...1000).contains($0) ? $0 : nil } }

    var sampler: String? { RecordedName.shown(generation?.sampler ?? generation?.scheduler) }

    /// The guidance as people write it: "7", "6.5".
    var guidance: String? {
        guard let cfg = generation?.cfg, cfg.isFinite, (0...100).contains(cfg) else { return nil }
        let rounded = (cfg * 10).rounded() / 10
        return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    }

    var isPromptAssembled: Bool { generation?.isPromptAssembled ?? false }
    var hasNegative: Bool {
        generation?.negative.map { $0.contains(where: \.isLetter) } ?? false
    }
    var loraCount: Int { generation?.loras.count ?? 0 }

    /// Nodes of an embedded graph; nil where there are none or a number beyond sense.
    var nodeCount: Int? {
        generation?.nodeCount.flatMap { (2...5000).contains($0) ? $0 : nil }
    }

    /// Whether the record says that another picture was the start.
    var isFromPicture: Bool {
        generation?.mode?.lowercased().contains("img2img") ?? false
    }

    var width: Int { facts.displayWidth }
    var height: Int { facts.displayHeight }

    /// The size that was asked for, where it differs from the stored one.
    var otherDeclaredSize: Generation.Size? {
        guard let size = generation?.declaredSize, size.width > 0, size.height > 0,
            size.width <= 100_000, size.height <= 100_000
        else { return nil }
        let stored = (facts.storedWidth, facts.storedHeight)
        return (size.width, size.height) == stored || (size.height, size.width) == stored
            ? nil : size
    }

    var measures: PictureMeasures? { facts.measures }
}

extension Known {
    /// The organisation that the certificate of the active manifest names.
    var signer: String? {
        let manifest = facts.credentials?.activeManifest
        return RecordedName.plain(manifest?.signerOrganisation)
    }

    var issuer: String? {
        RecordedName.plain(facts.credentials?.activeManifest?.issuerOrganisation)
    }

    /// Whether the bytes are those that were signed; nil where that is not known.
    var isAsSigned: Bool? { facts.credentials?.isDataHashMatching }

    var hasCredentials: Bool { !(facts.credentials?.manifests.isEmpty ?? true) }

    /// "Canon EOS 40D": the maker once, then the model.
    var camera: String? {
        guard let camera = facts.camera else { return nil }
        let (make, model) = (RecordedName.plain(camera.make), RecordedName.plain(camera.model))
        guard let model else { return make }
        let maker = make?.split(separator: " ").first.map(String.init)
        guard let maker, !model.lowercased().hasPrefix(maker.lowercased()) else { return model }
        return RecordedName.plain(maker + " " + model)
    }

    var software: String? { RecordedName.plain(facts.software) }

    /// 1 is, 2 may be, 3 suspected; nil for anything else.
    var labelLevel: Int? {
        facts.aigc?.fields.first { $0.name.lowercased() == "label" }
            .flatMap { Int($0.value) }.flatMap { (1...3).contains($0) ? $0 : nil }
    }

    /// The source type of other-source verdicts: XMP's, else the credentials'.
    var sourceType: String? {
        facts.xmpSourceType
            ?? facts.credentials?.manifests.reversed().lazy.flatMap(\.actions)
            .compactMap(\.sourceType).first
    }

    /// Where to look closely: detailed places first, then the focus, then the middle.
    func place(_ number: Int) -> PictureMeasures.Point {
        guard let measures else { return .init(x: 0.5, y: 0.45) }
        let places = measures.details.isEmpty ? [measures.focus] : measures.details
        let place = places[number % places.count]
        return .init(x: Self.inside(place.x), y: Self.inside(place.y))
    }

    private static func inside(_ value: Double) -> Double {
        value.isFinite ? min(max(value, 0), 1) : 0.5
    }
}

extension Known {
    /// The f-number as people write it: "71/10" is "7.1".
    var aperture: String? {
        guard let parts = facts.camera?.fNumber?.split(separator: "/").map({ Double($0) ?? 0 }),
            let top = parts.first, top > 0
        else { return nil }
        let bottom = parts.count > 1 ? parts[1] : 1
        let value = (top / bottom * 10).rounded() / 10
        guard bottom > 0, value.isFinite, value < 200 else { return nil }
        return value == value.rounded() ? String(Int(value)) : String(value)
    }
}
