import Foundation
import Inspecting

/// Facts of pictures, one for each verdict, as a reader would find them.
enum Specimen {
    static func facts(_ verdict: PictureFacts.Verdict) -> PictureFacts {
        var facts = PictureFacts(file: "picture.png", format: "png", width: 1536, height: 1024)
        facts.verdict = verdict
        facts.measures = measures
        switch verdict {
        case .generationDataEmbedded:
            facts.generator = "ComfyUI"
            facts.generation = generation
        case .generatedDeclared:
            facts.generator = "Adobe Firefly"
            facts.credentials = credentials("c2pa.created", "trainedAlgorithmicMedia")
        case .editedDeclared:
            facts.credentials = credentials(
                "c2pa.edited", "compositeWithTrainedAlgorithmicMedia")
        case .labelDeclared:
            facts.generator = "China AIGC label"
            facts.aigc = AIGCLabel(fields: [
                .init("Label", "1"), .init("ContentProducer", "001191110102MACQD9K64010000"),
            ])
        case .cameraDataPresent: facts.camera = camera
        case .otherSourceDeclared: facts.xmpSourceType = "digitalCapture"
        case .credentialsWithoutSourceType:
            facts.credentials = credentials("c2pa.color_adjustments", nil)
        case .noGenerationData: facts.software = "GIMP 2.10"
        case .signatureLayout, .remoteManifestOnly, .nothingEmbedded: break
        }
        return facts
    }

    static var all: [PictureFacts] { PictureFacts.Verdict.allCases.map(facts) }

    static var generation: Generation {
        var generation = Generation()
        generation.prompt =
            "layered mountain ridges at dusk, warm haze, low sun, soft grain, clean flat "
            + "illustration, <lora:epi:0.8>, (deep purple:1.2)"
        generation.negative = "text, watermark"
        generation.model = "SDXL/sd_xl_base_1.0.safetensors"
        generation.seed = "3782896554"
        generation.steps = 30
        generation.sampler = "dpmpp_2m"
        generation.cfg = 6.5
        generation.declaredSize = .init(width: 1024, height: 1024)
        generation.loras = [.init(name: "epi", strength: 0.8)]
        generation.nodeCount = 11
        return generation
    }

    static func credentials(_ action: String, _ source: String?) -> ContentCredentials {
        var manifest = ContentCredentials.Manifest(label: "urn:uuid:1")
        var step = ContentCredentials.Action(action)
        step.sourceType = source
        manifest.actions = [step]
        manifest.signerOrganisation = "Adobe Inc."
        manifest.issuerOrganisation = "Adobe Systems Incorporated"
        var credentials = ContentCredentials(manifests: [manifest])
        credentials.isDataHashMatching = true
        return credentials
    }

    static var camera: CameraFacts {
        var camera = CameraFacts()
        camera.make = "Canon"
        camera.model = "Canon EOS 40D"
        camera.exposure = "1/160"
        camera.fNumber = "71/10"
        camera.iso = 100
        camera.hasGPS = true
        return camera
    }

    static var measures: PictureMeasures {
        PictureMeasures(
            palette: [
                .init(
                    red: 27, green: 25, blue: 58, share: 0.41, name: "dark blue",
                    chineseName: "深蓝", chroma: 0.07),
                .init(
                    red: 93, green: 58, blue: 110, share: 0.3, name: "purple",
                    chineseName: "紫色", chroma: 0.1),
                .init(
                    red: 236, green: 162, blue: 107, share: 0.2, name: "orange",
                    chineseName: "橙色", chroma: 0.12),
            ], brightness: 0.34, contrast: 0.24, darkShare: 0.48, brightShare: 0.12,
            histogram: [Double](repeating: 1.0 / 64, count: 64), sharpness: 210,
            focus: .init(x: 0.63, y: 0.45),
            details: [.init(x: 0.63, y: 0.45), .init(x: 0.3, y: 0.7), .init(x: 0.8, y: 0.75)],
            light: LightMap(width: 1, height: 2, values: [0.5, 0.3]),
            transparentShare: 0)
    }
}
