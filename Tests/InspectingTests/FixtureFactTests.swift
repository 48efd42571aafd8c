import Inspecting
import Planning
import Testing

/// The shared pictures against the facts of an independent reader.
struct FixtureFactTests {
    @Test(arguments: ExpectedFacts.all)
    func formatAndSizesAreThoseOfTheHeader(_ expected: ExpectedFacts) throws {
        let facts = try expected.facts()
        #expect(facts.file == expected.file)
        #expect(facts.format == expected.text("format"))
        #expect(facts.storedWidth == expected.integer("stored_width"))
        #expect(facts.storedHeight == expected.integer("stored_height"))
        #expect(facts.orientation == expected.integer("orientation"))
        #expect(facts.displayWidth == expected.integer("display_width"))
        #expect(facts.displayHeight == expected.integer("display_height"))
    }

    @Test(arguments: ExpectedFacts.all)
    func verdictGeneratorAndCarriersAreFound(_ expected: ExpectedFacts) throws {
        let facts = try expected.facts()
        #expect(facts.verdict.rawValue == expected.text("verdict"))
        #expect(facts.xmpSourceType == expected.text("xmp_digital_source_type"))
        #expect(facts.xmpCredit == expected.text("xmp_credit"))
        if expected.values["c2pa"] == nil {
            #expect(facts.generator == expected.text("generator"))
        }
        #expect(facts.software == expected.text("exif_software"))
        let carriers = expected.values["carriers"]?.array?.compactMap(\.text) ?? []
        // What hides in the pixels is found by another reader.
        #expect(facts.carriers == carriers.filter { !$0.hasPrefix("stealth") })
    }

    @Test(arguments: ExpectedFacts.generated)
    func generationIsReadToTheLastDigit(_ expected: ExpectedFacts) throws {
        let generation = try #require(try expected.facts().generation)
        func value(_ key: String) -> JSONNode? { expected.inner("generation", key) }
        let size = generation.declaredSize.map { "\($0.width)x\($0.height)" }
        #expect(generation.steps == value("steps")?.integer)
        #expect(generation.sampler == value("sampler")?.text)
        #expect(generation.cfg == value("cfg")?.double)
        #expect(generation.seed == value("seed")?.literal)
        #expect(generation.model == value("model")?.text)
        #expect(size == value("declared_size")?.text)
        #expect(generation.modelHash == value("model_hash")?.text)
        #expect(generation.version == value("version")?.text)
        #expect(generation.app == value("app")?.text)
        #expect(generation.scheduler == value("scheduler")?.text)
        #expect(generation.samplerNode == value("sampler_node")?.text)
        #expect(generation.samplerNodes == value("sampler_nodes")?.integer)
        #expect(generation.nodeCount == value("node_count")?.integer)
        if let mode = value("mode") { #expect(generation.mode == mode.text) }
        if let strength = value("strength") { #expect(generation.strength == strength.double) }
    }

    @Test(arguments: ExpectedFacts.generated)
    func promptsAreWhole(_ expected: ExpectedFacts) throws {
        let generation = try #require(try expected.facts().generation)
        let prompt = try #require(generation.prompt)
        let words = try #require(expected.inner("generation", "prompt_first_words")?.text)
        #expect(prompt.hasPrefix(words))
        let length = expected.inner("generation", "prompt_length")?.integer
        #expect(prompt.unicodeScalars.count == length)
        let negative = expected.inner("generation", "negative_first_words")?.text
        #expect((generation.negative == nil) == (negative == nil))
        if let negative { #expect(generation.negative?.hasPrefix(negative) == true) }
        #expect(!generation.isPromptAssembled)
    }

    @Test func addOnOfAGraphHasNameAndStrength() throws {
        let expected = try #require(ExpectedFacts.all.first { $0.file.contains("lora") })
        let generation = try #require(try expected.facts().generation)
        #expect(generation.loras == [.init(name: "epiNoiseoffset_v2.safetensors", strength: 1)])
    }

    @Test func cameraIsReadAndAnEmptyPositionIsNone() throws {
        let expected = try #require(ExpectedFacts.all.first { $0.file.contains("canon") })
        let camera = try #require(try expected.facts().camera)
        func value(_ key: String) -> JSONNode? { expected.inner("camera", key) }
        #expect(camera.make == value("make")?.text)
        #expect(camera.model == value("model")?.text)
        #expect(camera.exposure == value("exposure")?.text)
        #expect(camera.fNumber == value("fnumber")?.text)
        #expect(camera.iso == value("iso")?.integer)
        #expect(camera.focalLength == value("focal_length")?.text)
        #expect(camera.dateTimeOriginal == value("datetime_original")?.text)
        #expect(!camera.hasGPS)
    }

    @Test(arguments: ExpectedFacts.all.filter { $0.values["c2pa"] != nil })
    func manifestStoreIsPutTogether(_ expected: ExpectedFacts) throws {
        let blocks = try MetadataBlocks.read(try expected.bytes())
        let store = try #require(blocks.jumbf)
        // A superbox's first four bytes are its length (ISO/IEC 19566-5, A.2).
        #expect(store.prefix(4).reduce(0) { $0 << 8 | Int($1) } == store.count)
        #expect(blocks.jumbfCarrier == expected.values["carriers"]?.array?.first?.text)
        #expect(blocks.trailingBytes == expected.integer("trailing_bytes") ?? 0)
    }

    @Test(arguments: [
        ("c2pa_firefly.jpg", "Adobe Firefly"), ("c2pa_flux2.jpg", "Flux.2 (Black Forest Labs API)"),
        ("c2pa_openai_gptimage2.png", "gpt-image (OpenAI Media Service API)"),
        ("c2pa_samsung_composite.png", "Photo assist (Galaxy S25)"),
        ("c2pa_test_gradient.jpg", "Make Test Images 0.33.1"),
    ])
    func makerIsNamedByTheCredentials(_ file: String, _ name: String) throws {
        let expected = try #require(ExpectedFacts.all.first { $0.file == file })
        #expect(try expected.facts().generator == name)
    }

    @Test func labelsFieldsAreThoseOfTheFile() throws {
        let expected = try #require(ExpectedFacts.all.first { $0.values["aigc"] != nil })
        let label = try #require(try expected.facts().aigc)
        let fields = try #require(expected.values["aigc"]?.object)
        #expect(label.fields.map(\.name) == fields.keys)
        for field in label.fields { #expect(field.value == fields[field.name]?.text) }
    }
}
