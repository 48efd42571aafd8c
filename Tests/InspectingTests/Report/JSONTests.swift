import Foundation
import Planning
import TestSupport
import Testing

@testable import Inspecting

/// The facts as JSON, read back by Foundation.
struct JSONTests {
    @Test func settingsStandUnderTheNamesOfTheFormat() throws {
        var generation = Generation()
        generation.prompt = "a \"red\" cube\nat night"
        generation.negative = "blurry"
        generation.model = "sd_xl.safetensors"
        generation.modelHash = "45a21ea00a"
        generation.seed = "18446744073709551615"
        generation.steps = 20
        generation.sampler = "euler"
        generation.scheduler = "karras"
        generation.cfg = 5.5
        generation.declaredSize = .init(width: 1024, height: 768)
        generation.loras = [.init(name: "style", strength: 0.8), .init(name: "bare")]
        generation.samplerNode = "KSampler"
        generation.samplerNodes = 2
        generation.nodeCount = 9
        var facts = PictureFacts(file: "a.png", format: "png", width: 512, height: 384)
        facts.verdict = .generationDataEmbedded
        facts.generator = "ComfyUI"
        facts.generation = generation
        facts.carriers = ["PNG tEXt \"prompt\""]
        let text = JSONWriter.text(of: .object(facts.json))
        #expect(text.contains("\"seed\": 18446744073709551615,"))
        let json = try object(text)
        #expect(json["verdict"] as? String == "ai_generation_data_embedded")
        #expect(json["carriers"] as? [String] == ["PNG tEXt \"prompt\""])
        let settings = try #require(json["generation"] as? [String: Any])
        #expect(settings["prompt"] as? String == generation.prompt)
        #expect(settings["negative"] as? String == "blurry")
        #expect(settings["declared_size"] as? String == "1024x768")
        #expect(settings["cfg"] as? Double == 5.5)
        #expect(settings["sampler_node"] as? String == "KSampler")
        let loras = try #require(settings["loras"] as? [[String: Any]])
        #expect(loras.map { $0["name"] as? String } == ["style", "bare"])
        #expect(loras.map { $0["strength"] as? Double } == [0.8, nil])
        #expect(settings["version"] == nil)
    }

    @Test func aSeedThatIsNoNumberStaysText() throws {
        var facts = PictureFacts(file: "a.png", format: "png", width: 1, height: 1)
        facts.generation = Generation()
        for seed in ["0012", "1e5", "", "-", "random"] {
            facts.generation?.seed = seed
            let json = try object(JSONWriter.text(of: .object(facts.json)))
            let settings = try #require(json["generation"] as? [String: Any])
            #expect(settings["seed"] as? String == seed)
        }
    }

    @Test func credentialsKeepUnknownsAsNull() throws {
        var first = ContentCredentials.Manifest(label: "urn:1")
        first.claimGeneratorName = "Some Generator"
        first.isSignatureMatching = true
        var step = ContentCredentials.Action("c2pa.created")
        step.softwareAgent = "agent"
        step.sourceType = "trainedAlgorithmicMedia"
        first.actions = [step]
        var second = ContentCredentials.Manifest(label: "urn:2")
        second.algorithm = -7
        second.claimGenerator = "tool/1.0"
        var composite = ContentCredentials.Action("c2pa.edited")
        composite.sourceType = "composite"
        second.actions = [composite]
        var facts = PictureFacts(file: "a.jpg", format: "jpeg", width: 4, height: 2, orientation: 6)
        facts.credentials = ContentCredentials(manifests: [first, second])
        let json = try object(JSONWriter.text(of: .object(facts.json)))
        #expect(json["display_width"] as? Int == 2 && json["stored_width"] as? Int == 4)
        #expect(
            json["c2pa_digital_source_types"] as? [String]
                == ["composite", "trainedAlgorithmicMedia"])
        #expect(
            json["generator_names_from_c2pa"] as? [String]
                == ["agent", "tool/1.0", "Some Generator"])
        let store = try #require(json["c2pa"] as? [String: Any])
        #expect(store["manifest_count"] as? Int == 2)
        #expect(store["active_manifest"] as? String == "urn:2")
        #expect(store["active_data_hash_ok"] is NSNull)
        let signatures = try #require(store["claim_signatures_math_ok"] as? [Any])
        #expect(signatures.first as? Bool == true && signatures.last is NSNull)
        let manifests = try #require(store["manifests"] as? [[String: Any]])
        #expect(manifests[0]["claim_generator"] is NSNull)
        #expect(manifests[1]["cose_alg"] as? Int == -7)
    }

    @Test func cameraDataHaveNoPlace() throws {
        var facts = PictureFacts(file: "a.jpg", format: "jpeg", width: 4, height: 2)
        var camera = CameraFacts()
        camera.make = "Canon"
        camera.exposure = "1/160"
        camera.fNumber = "71/10"
        camera.hasGPS = true
        facts.camera = camera
        facts.software = "GIMP 2.4.5"
        facts.aigc = AIGCLabel(fields: [.init("Label", "1"), .init("ProduceID", "e3")])
        let json = try object(JSONWriter.text(of: .object(facts.json)))
        let found = try #require(json["camera"] as? [String: Any])
        #expect(Set(found.keys) == ["make", "exposure", "fnumber", "has_gps"])
        #expect(json["exif_software"] as? String == "GIMP 2.4.5")
        #expect(json["aigc"] as? [String: String] == ["Label": "1", "ProduceID": "e3"])
    }

    @Test func measuresHaveTheirFigures() throws {
        var facts = PictureFacts(file: "a.png", format: "png", width: 64, height: 64)
        facts.measures = try Drawing(width: 64, height: 64) { x, _ in
            x < 32 ? [0, 0, 128] : [255, 255, 255]
        }.measures
        let json = try object(JSONWriter.text(of: .object(facts.json)))
        let measures = try #require(json["measures"] as? [String: Any])
        let palette = try #require(measures["palette"] as? [[String: Any]])
        #expect(Set(palette.compactMap { $0["hex"] as? String }) == ["#000080", "#FFFFFF"])
        #expect(Set(palette.compactMap { $0["name_zh"] as? String }) == ["深蓝", "白"])
        #expect((measures["histogram"] as? [Double])?.count == 64)
        #expect(measures["bright_share"] as? Double == 0.5)
        #expect((measures["focus"] as? [String: Double])?.keys.sorted() == ["x", "y"])
    }

    @Test func aFileIsReadWhole() throws {
        let folder = try TemporaryFolder()
        try Drawing(width: 30, height: 20) { _, _ in [200, 30, 30] }.write(
            to: folder.path("red.png"))
        let facts = try PictureFacts.read(path: folder.path("red.png"))
        #expect(facts.file == "red.png" && facts.format == "png")
        #expect(facts.storedWidth == 30 && facts.storedHeight == 20)
        #expect(facts.measures?.palette.first?.hex == "#C81E1E")
        #expect(throws: (any Error).self) { try PictureFacts.read(path: folder.path("none.png")) }
        #expect(throws: (any Error).self) { try PictureFacts.read(path: folder.url.path) }
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
}
