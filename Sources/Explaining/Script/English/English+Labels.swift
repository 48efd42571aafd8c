import Foundation
import Inspecting

extension EnglishWording {
    var labels: Labels { Self.allLabels }

    private static let allLabels = Labels(
        denoiseRecorded: "Steps on record · illustration", denoiseIllustration: "Illustration",
        promptKicker: "The words that steered it", recordKicker: "What the file records",
        measuredKicker: "What can be measured",
        recordFootnote: "As recorded in the file. Declared, not verified.",
        measuredFootnote: "The file carries no record of its making.",
        tellKicker: "How to tell", tellHeading: "Ask the file first, then the source.",
        marksHeading: "Signed, labelled or hidden.", detailsHeading: "Hints are only hints.",
        compositionHeading: "Where detail gathers.", compositionKicker: "Composition",
        paletteKicker: "Main colours", labelHeading: "What the file says.",
        productKicker: "Product photo",
        overPicture: [
            .training: "Learning from examples", .odd: "A guess can miss",
            .prompt: "Words steer each step", .guidance: "Guidance", .seed: "Seed",
            .negative: "What to avoid", .extras: "Add-ons and workflow",
            .families: "Other ways to make one", .context: "Who showed it first?",
            .disclose: "Say how it was made", .people: "No fakes",
            .licences: "Check the rules", .inside: "What travels along",
            .school: "Before you share", .light: "Light",
        ])

    func chapter(_ part: Part) -> String {
        switch part {
        case .hook: "Opening"
        case .what, .pixels, .training, .odd: "What it is"
        case .denoise, .prompt, .guidance, .seed, .latent, .extras, .families, .negative:
            "How it is made"
        case .record: "What the file says"
        case .tell, .marks, .details, .context: "How to tell"
        case .disclose, .people, .licences, .inside, .school: "Using it well"
        case .whole, .size: "The whole picture"
        case .colours, .light, .composition: "Colour and light"
        case .first, .second, .third, .label, .missing: "Details"
        case .end: "In one sentence"
        }
    }

    func rows(_ known: Known) -> [Visual.FactRow] {
        let recorded = recorded(known)
        let size = Visual.FactRow("Size", "\(known.width) × \(known.height)")
        if !recorded.isEmpty { return Array(recorded.prefix(5)) + [recordedSize(known) ?? size] }
        var rows = [size, Visual.FactRow("Pixels", pixelCount(known))]
        if let measures = known.measures {
            let colours = distinct(measures.palette.prefix(2).map(name))
            rows += colours.isEmpty ? [] : [.init("Main colours", colours.joined(separator: ", "))]
            rows.append(.init("Brightness", "\(percent(measures.brightness)) %"))
            rows.append(.init("Contrast", measures.contrast > 0.22 ? "strong" : "soft"))
        }
        return rows + [.init("Format", known.facts.format.uppercased())]
    }

    /// The size on record beside the real one, where they differ.
    private func recordedSize(_ known: Known) -> Visual.FactRow? {
        known.otherDeclaredSize.map {
            .init(
                "Size · stored",
                "\($0.width) × \($0.height) · \(known.width) × \(known.height)")
        }
    }

    /// The rows that the file's own statements fill.
    private func recorded(_ known: Known) -> [Visual.FactRow] {
        var rows: [Visual.FactRow] = []
        func add(_ name: String, _ value: String?) {
            if let value { rows.append(.init(name, value)) }
        }
        add("Tool", known.tool)
        add("Model", known.model)
        let steps = known.steps.map(String.init)
        switch (steps, known.sampler) {
        case (let steps?, let sampler?): add("Steps · sampler", "\(steps) · \(sampler)")
        default:
            add("Steps", steps)
            add("Sampler", known.sampler)
        }
        add("Guidance", known.guidance)
        add("Seed", known.seed)
        statements(known).forEach { add($0.name, $0.value) }
        return rows
    }

    private func statements(_ known: Known) -> [Visual.FactRow] {
        switch known.verdict {
        case .generationDataEmbedded, .nothingEmbedded: return []
        case .generatedDeclared:
            return [.init("Declares", "made by a trained model")] + signed(known)
        case .editedDeclared: return [.init("Declares", "AI edited a part")] + signed(known)
        case .labelDeclared:
            let levels = ["AI-generated", "may be AI-generated", "suspected AI-generated"]
            let level = known.labelLevel.map { levels[$0 - 1] } ?? "present"
            return [.init("AI label", level)]
        case .signatureLayout: return [.init("Signature", "present, no tool named")]
        case .cameraDataPresent: return camera(known)
        case .otherSourceDeclared:
            return [.init("Source", sourceName(known.sourceType) ?? "declared")] + signed(known)
        case .credentialsWithoutSourceType:
            return [.init("Credentials", "edits listed")] + signed(known)
        case .remoteManifestOnly: return [.init("Credentials", "stored elsewhere")]
        case .noGenerationData: return known.software.map { [.init("Software", $0)] } ?? []
        }
    }

    private func signed(_ known: Known) -> [Visual.FactRow] {
        var rows: [Visual.FactRow] = []
        if let signer = known.signer { rows.append(.init("Certificate", signer)) }
        if let issuer = known.issuer { rows.append(.init("Issued by", issuer)) }
        return rows
    }

    private func camera(_ known: Known) -> [Visual.FactRow] {
        let camera = known.facts.camera
        var rows: [Visual.FactRow] = []
        if let name = known.camera { rows.append(.init("Camera", name)) }
        if let exposure = RecordedName.shown(camera?.exposure) {
            rows.append(.init("Exposure", "\(exposure) s"))
        }
        if let aperture = known.aperture { rows.append(.init("Aperture", "f/\(aperture)")) }
        if let iso = camera?.iso, iso > 0 { rows.append(.init("ISO", String(iso))) }
        return rows
    }

    func badge(_ known: Known) -> Visual.Badge {
        switch known.verdict {
        case .generationDataEmbedded:
            .init(
                title: "Settings found",
                text: known.tool.map { "written by \($0). Declared, not verified." }
                    ?? "in this file. Declared, not verified.")
        case .generatedDeclared where !known.hasCredentials:
            .init(title: "Source label found", text: "It says: made by a trained model.")
        case .generatedDeclared, .editedDeclared, .credentialsWithoutSourceType:
            .init(
                title: known.hasCredentials ? "Content Credentials found" : "Source label found",
                text: known.signer.map { "The certificate names \($0). Read, not checked." }
                    ?? "Read, not checked against a list.")
        case .labelDeclared: .init(title: "AI label found", text: "China's label for AI content.")
        case .signatureLayout:
            .init(title: "Signature found", text: "No tool is named. It can't be checked here.")
        case .cameraDataPresent:
            .init(title: "Camera data found", text: "Evidence, not proof.")
        case .otherSourceDeclared:
            .init(title: "Source declared", text: "A statement in the file. Read, not checked.")
        case .remoteManifestOnly:
            .init(
                title: "Credentials elsewhere",
                text: "The file points to them. Offline, they can't be read.")
        case .noGenerationData:
            .init(title: "No origin data", text: "in this file. That proves nothing either way.")
        case .nothingEmbedded:
            .init(title: "No record", text: "found in this file. That proves nothing either way.")
        }
    }
}
