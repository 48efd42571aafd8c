import Foundation

/// What a picture file says about itself, and what can be measured in its pixels.
///
/// Statements of the file are statements of whatever program wrote them: untrusted, possibly wrong,
/// never proof. Nothing here is guessed; what is not known is nil or empty.
package struct PictureFacts: Hashable, Sendable {
    /// The last component of the file's path.
    package var file: String

    /// The format of the content, as "png", "jpeg" or "webp".
    package var format: String

    /// The raster as it is stored, in pixels.
    package var storedWidth: Int
    package var storedHeight: Int

    /// The EXIF orientation, 1...8; 1 where the file says none.
    package var orientation: Int

    /// The upright picture, in pixels.
    package var displayWidth: Int
    package var displayHeight: Int

    package var verdict: Verdict

    /// The program or service that says it made the picture, in the words people know it by.
    package var generator: String?

    /// The settings that a generator recorded.
    package var generation: Generation?

    /// Every generator's statement, the most specific first: `generation` is the first that is
    /// there, `generator` the first name beside settings.
    package var declarations: [Declaration] = []

    /// A C2PA manifest store.
    package var credentials: ContentCredentials?

    package var camera: CameraFacts?

    /// The term of IPTC's DigitalSourceType in XMP, as "trainedAlgorithmicMedia".
    package var xmpSourceType: String?

    /// XMP's photoshop:Credit.
    package var xmpCredit: String?

    /// The label of GB 45438-2025.
    package var aigc: AIGCLabel?

    /// Where a C2PA manifest that is not in the file is said to be, as XMP's dcterms:provenance.
    package var provenanceURL: String?

    /// EXIF's Software.
    package var software: String?

    /// Where the statements sit, in the order they were found, as `PNG iTXt "parameters"` or `XMP`.
    package var carriers: [String]

    /// What the pixels say; nil where they were not looked at.
    package var measures: PictureMeasures?

    package init(file: String, format: String, width: Int, height: Int, orientation: Int = 1) {
        self.file = file
        self.format = format
        storedWidth = width
        storedHeight = height
        self.orientation = orientation
        displayWidth = orientation >= 5 ? height : width
        displayHeight = orientation >= 5 ? width : height
        verdict = .nothingEmbedded
        carriers = []
    }

    /// What may be said about the picture's origin; the raw values are the names of the verdicts.
    package enum Verdict: String, Hashable, Sendable, CaseIterable {
        case generationDataEmbedded = "ai_generation_data_embedded"
        case generatedDeclared = "ai_generated_declared"
        case editedDeclared = "ai_edited_declared"
        case labelDeclared = "ai_label_declared"
        case signatureLayout = "ai_signature_layout"
        case cameraDataPresent = "camera_data_present"
        case otherSourceDeclared = "other_source_declared"
        case credentialsWithoutSourceType = "c2pa_without_source_type"
        case remoteManifestOnly = "remote_manifest_reference_only"
        case noGenerationData = "no_generation_data"
        case nothingEmbedded = "nothing_embedded"
    }
}

/// The label that China's standard GB 45438-2025 asks generated content to carry.
package struct AIGCLabel: Hashable, Sendable {
    /// The fields as they stand in the label, in its order.
    package var fields: [Field]

    package struct Field: Hashable, Sendable {
        package var name: String
        package var value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    package init(fields: [Field]) { self.fields = fields }
}

/// What a camera recorded; places, owners and serial numbers are never kept.
package struct CameraFacts: Hashable, Sendable {
    package var make: String?
    package var model: String?
    package var lens: String?
    /// Seconds, as a fraction: "1/160".
    package var exposure: String?
    /// As a fraction: "71/10".
    package var fNumber: String?
    package var iso: Int?
    /// Millimetres, as a fraction: "135/1".
    package var focalLength: String?
    /// As it stands in the file: "2008:05:30 15:56:01".
    package var dateTimeOriginal: String?
    /// Whether a position is recorded; the position itself is not read.
    package var hasGPS = false

    package init() {}
}
