import Inspecting

extension PictureFacts {
    /// What the statements amount to, in sentences that claim no more than they do.
    var meaning: [String] {
        [origin] + [sizes, credentials.map(\.trust)].compactMap { $0 }
            + (verdict == .nothingEmbedded ? [] : [Self.caution])
    }

    private static let caution =
        "All this is what some program wrote into the file. It is read as it stands, and it can be "
        + "wrong or have been changed."

    private var origin: String {
        switch verdict {
        case .generationDataEmbedded:
            "The file carries generation settings written by \(generator ?? "a program that it does not name"). "
                + "This is what the tool recorded."
        case .generatedDeclared: "The file declares that generative AI made the picture\(named)."
        case .editedDeclared:
            "The file declares that generative AI edited part of the picture\(named)."
        case .labelDeclared: label
        case .signatureLayout:
            "The EXIF block has the layout, a signature and a UUID, that downloads of xAI Grok have. "
                + "The tool is not named, and the signature can't be checked here."
        case .cameraDataPresent:
            "The file carries camera data. That is evidence of a camera capture, not proof: such "
                + "data can be copied or edited, and says nothing about later changes."
        case .otherSourceDeclared: otherSource
        default: silence
        }
    }

    /// What can be said where the file says little.
    private var silence: String {
        switch verdict {
        case .credentialsWithoutSourceType:
            "The file has Content Credentials that list steps but no source type: how the picture "
                + "came about is left open."
        case .remoteManifestOnly:
            "The file points to Content Credentials that are stored elsewhere; offline they can't "
                + "be read."
        case .noGenerationData:
            "The file names a program or has a comment, but it carries no generation settings and "
                + "declares no source."
        default:
            "This file carries no record of how it was made. That is normal: most apps remove such "
                + "data when a picture is uploaded, copied or saved again. So it does not tell "
                + "which tool or prompt made it, or whether AI was used."
        }
    }

    private var named: String {
        let names = credentials?.generatorNames ?? []
        return names.isEmpty ? "" : " (it names \(names.joined(separator: ", ")))"
    }

    /// Label 1 is, 2 may be, 3 suspected (GB 45438-2025).
    private var label: String {
        let value = aigc?.fields.first { $0.name == "Label" }?.value
        let meaning = ["1": "is", "2": "may be", "3": "is suspected to be"][value ?? ""]
        return "The file carries China's label for AI-generated content"
            + (meaning.map { ", which says that the picture \($0) AI-generated" } ?? "")
            + ". The codes in it are identifiers of companies, not names."
    }

    private var otherSource: String {
        let types = Set(
            (credentials?.sourceTypes ?? [])
                + [xmpSourceType].compactMap { $0 })
        return "The file declares a source that is not generative AI: "
            + "\(types.sorted().joined(separator: ", "))."
    }

    /// The pixels and the settings can disagree, and both are facts.
    private var sizes: String? {
        guard let asked = generation?.declaredSize,
            asked.width != displayWidth || asked.height != displayHeight
        else { return nil }
        return "The settings ask for \(asked.text) pixels, the file has "
            + "\(displayWidth)x\(displayHeight): it was resized or cropped, or it shows something "
            + "else than what the settings made."
    }
}

extension ContentCredentials {
    /// What was looked at in the signature, and what was not.
    fileprivate var trust: String {
        let signatures = manifests.compactMap(\.isSignatureMatching)
        var sentences: [String] = []
        if signatures.contains(false) {
            sentences.append("A signature does not match its statement.")
        } else if !signatures.isEmpty {
            sentences.append(
                signatures.count == 1
                    ? "The signature matches the statement."
                    : "The signatures match their statements.")
        }
        switch isDataHashMatching {
        case true: sentences.append("The picture is the one that was signed.")
        case false: sentences.append("The picture has changed since it was signed.")
        default: break
        }
        sentences.append(
            "We did not check the signature against a list of trusted issuers, so treat this as a "
                + "labelled statement.")
        return sentences.joined(separator: " ")
    }
}
