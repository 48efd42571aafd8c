import Foundation

/// What the verdict on a picture's origin is drawn from.
struct OriginEvidence: Hashable, Sendable {
    /// A generator's settings are in the file.
    var hasGeneration = false

    /// IPTC terms that the Content Credentials' steps and XMP name.
    var sourceTypes: Set<String> = []

    /// Google's apps name their AI in the credit line: "Made with Google AI", "Edited with Google
    /// AI".
    var credit: String?

    var hasCredentials = false
    var hasLabel = false
    var hasSignatureLayout = false
    var hasCamera = false
    var hasRemoteManifest = false

    /// A program's name, a comment or any other text.
    var hasOtherText = false

    /// The strongest statement counts.
    var verdict: PictureFacts.Verdict {
        if hasGeneration { return .generationDataEmbedded }
        if let declared { return declared }
        if hasLabel { return .labelDeclared }
        if hasSignatureLayout { return .signatureLayout }
        if hasCamera { return .cameraDataPresent }
        if !sourceTypes.isEmpty { return .otherSourceDeclared }
        if hasCredentials { return .credentialsWithoutSourceType }
        if hasRemoteManifest { return .remoteManifestOnly }
        return hasOtherText ? .noGenerationData : .nothingEmbedded
    }

    /// What the file declares of generative AI: a picture that a camera began is edited, not made.
    private var declared: PictureFacts.Verdict? {
        let captured: Set = ["digitalCapture", "computationalCapture", "negativeFilm"]
        let isMade = sourceTypes.contains("trainedAlgorithmicMedia")
        if isMade, sourceTypes.isDisjoint(with: captured) { return .generatedDeclared }
        if credit?.hasPrefix("Made with Google AI") == true { return .generatedDeclared }
        let parts: Set = ["compositeWithTrainedAlgorithmicMedia", "compositeSynthetic"]
        if isMade || !sourceTypes.isDisjoint(with: parts) { return .editedDeclared }
        return credit?.hasPrefix("Edited with Google AI") == true ? .editedDeclared : nil
    }
}

extension PictureFacts {
    /// Adds a statement that was found later, as in the pixels, and draws the verdict anew.
    ///
    /// Its settings count where none were known.
    package mutating func add(_ declaration: Declaration) {
        declarations.append(declaration)
        for carrier in declaration.carriers where !carriers.contains(carrier) {
            carriers.append(carrier)
        }
        if generator == nil { generator = declaration.generator }
        guard let found = declaration.generation else { return }
        if generation == nil {
            generation = found
            generator = declaration.generator ?? generator
        }
        verdict = .generationDataEmbedded
    }
}
