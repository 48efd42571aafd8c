import Inspecting
import Testing

struct InfotextTests {
    private func facts(_ text: String) throws -> PictureFacts {
        try PictureInspector.facts(of: Specimen.png(texts: ["parameters": text]), file: "a.png")
    }

    private func generation(_ text: String) throws -> Generation {
        try #require(try facts(text).generation)
    }

    private let settings = "Steps: 20, Sampler: Euler a, CFG scale: 7, Seed: 1, Size: 512x768"

    @Test func promptMayBeEmptyAndNegativeMissing() throws {
        let bare = try generation(settings)
        #expect(bare.prompt == nil && bare.negative == nil)
        #expect(bare.declaredSize == .init(width: 512, height: 768))
        let empty = try generation("\nNegative prompt: fog\n" + settings)
        #expect(empty.prompt == nil && empty.negative == "fog")
    }

    @Test func onlyTheStartOfALineBeginsTheNegative() throws {
        let text = """
            a poster, Steps: 20, Negative prompt: is written on it
            second line\("  ")

            Negative prompt: fog,
            rain

            \(settings)
            """
        let generation = try generation(text)
        #expect(
            generation.prompt
                == "a poster, Steps: 20, Negative prompt: is written on it\nsecond line")
        #expect(generation.negative == "fog,\nrain")
        #expect(generation.steps == 20)
    }

    @Test func textWithoutSettingsIsNoGeneration() throws {
        let facts = try facts("a: 1, bb: 2 and nothing more")
        #expect(facts.generation == nil)
        #expect(facts.verdict == .noGenerationData)
        #expect(try self.facts("aa: 1, bb: 2, cc: 3").generation == nil)
    }

    @Test func carriageReturnsEndLines() throws {
        let text = "a cat\r\nNegative prompt: dog\r\n" + settings
        let generation = try generation(text)
        #expect(generation.prompt == "a cat" && generation.negative == "dog")
    }

    @Test func valuesInQuotesAreReadAsJSON() throws {
        let text = #"""
            x <lora:fine:0.8> <lora:fine:0.8> <lyco:style:-1> <hypernet:no:1>
            \#(settings), Lora hashes: "fine: 45b5bd0819cf, odd: name: 33", Model: "a, \"b\": c", Version: v1.6.0
            """#
        let generation = try generation(text)
        #expect(generation.model == #"a, "b": c"#)
        #expect(
            generation.loras == [
                .init(name: "fine", strength: 0.8), .init(name: "style", strength: -1),
                .init(name: "odd: name"),
            ])
        #expect(generation.version == "v1.6.0")
    }

    @Test func bareJSONIsTakenWhole() throws {
        let text = """
            x
            Steps: 20, Hashes: {"model": "45a21ea00a", "lora:a, Model: b": "c"}, Sampler: Euler, \
            Seed: 7, Civitai resources: [{"type":"checkpoint","modelVersionId":1,"modelName":"Sea, \
            Steps: 3"},{"type":"lora","weight":0.7,"modelName":"Foam"}], Civitai metadata: {}
            """
        let facts = try facts(text)
        #expect(facts.generator == "Civitai")
        #expect(facts.generation?.steps == 20)
        #expect(facts.generation?.modelHash == "45a21ea00a")
        #expect(facts.generation?.model == "Sea, Steps: 3")
        #expect(facts.generation?.loras == [.init(name: "Foam", strength: 0.7)])
    }

    @Test func templatesBehindTheSettingsAreIgnored() throws {
        let text = """
            a red boat
            Negative prompt: fog
            \(settings)
            Template: a {red|blue} boat,
            Steps: 1, Sampler: none, Seed: 2, Size: 8x8
            Negative Template: fog
            """
        let generation = try generation(text)
        #expect(generation.prompt == "a red boat" && generation.negative == "fog")
        #expect(generation.seed == "1" && generation.sampler == "Euler a")
    }

    @Test(arguments: [
        ("Version: v1.10.1", "AUTOMATIC1111 WebUI"),
        ("Version: f2.0.1v1.10.1-previous-669-gdfdcbab6", "Stable Diffusion WebUI Forge"),
        ("Version: f1.0.0v2-v1.10.1RC-latest-2190-g8731f1e9", "reForge"),
        ("Version: f1.3.0-v1.10.1", "EasyReforge"),
        ("Version: classic", "Forge Classic"),
        ("ADetailer Version: Neo, Version: neo-2.28", "Forge Neo"),
        ("Version: ComfyUI", "ComfyUI"),
        ("App: SD.Next, Version: 56a8aea", "SD.Next"),
        ("Pipeline: StableDiffusionPipeline, Operations: txt2img", "SD.Next"),
        ("Version: Fooocus v2.5.5", "Fooocus"),
        ("ADetailer Version: v1.2.3", nil),
        ("Version: 56a8aea", nil),
        ("ENSD: 31337", nil),
    ])
    func programIsToldByWholeKeys(_ pairs: String, _ name: String?) throws {
        let facts = try facts("x\n\(settings), \(pairs)")
        #expect(facts.generator == name)
        #expect(facts.verdict == .generationDataEmbedded)
    }

    @Test func seedsKeepTheirDigitsAndMinusOneIsUnknown() throws {
        let text = "x\nSteps: 1, Sampler: a, Seed: "
        #expect(try generation(text + "18446744073709551615").seed == "18446744073709551615")
        #expect(try generation(text + "-1").seed == nil)
        #expect(try generation(text + "12abc").seed == nil)
    }

    @Test func strengthWithoutEnlargementSpeaksOfAFirstPicture() throws {
        let first = try generation("x\n\(settings), Denoising strength: 0.4")
        #expect(first.mode == "img2img" && first.strength == 0.4)
        let hires = try generation("x\n\(settings), Denoising strength: 0.4, Hires upscale: 2")
        #expect(hires.mode == nil && hires.strength == 0.4)
    }

    @Test func schedulerAndDistilledGuidanceHaveTheirOwnKeys() throws {
        let generation = try generation(
            "x\nSteps: 20, Sampler: Euler, Schedule type: Simple, CFG Scale: 1, "
                + "Distilled CFG Scale: 3.5, Seed: 9, Model: flux1-dev, Model hash: ab")
        #expect(generation.scheduler == "Simple")
        #expect(generation.cfg == 1 && generation.distilledGuidance == 3.5)
        #expect(generation.model == "flux1-dev" && generation.modelHash == "ab")
    }
}
