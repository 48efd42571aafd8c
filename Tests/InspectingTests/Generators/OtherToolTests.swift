import Foundation
import Inspecting
import Testing

/// Hand-made specimens of tools of which no picture is at hand.
struct OtherToolTests {
    private func facts(_ texts: KeyValuePairs<String, String>) throws -> PictureFacts {
        try PictureInspector.facts(of: Specimen.png(texts: texts), file: "a.png")
    }

    private func facts(
        _ primary: [Specimen.Entry], exif: [Specimen.Entry] = []
    ) throws -> PictureFacts {
        let block = Specimen.tiff(primary, exif: exif)
        return try PictureInspector.facts(
            of: Specimen.jpeg([Specimen.exifSegment(block)]), file: "a.jpg")
    }

    private let fooocus = """
        {"adm_guidance":"(1.5, 0.8, 0.3)","base_model":"juggernautXL_v8","base_model_hash":"aeb7",
        "full_prompt":["a house, cinematic"],"guidance_scale":4,"loras":[["offset.safetensors",0.1,
        "4852"]],"metadata_scheme":"fooocus","negative_prompt":"","performance":"Speed",
        "prompt":"a house","resolution":"(1152, 896)","sampler":"dpmpp_2m_sde_gpu",
        "scheduler":"karras","seed":"4589372019","steps":30,"version":"Fooocus v2.5.5"}
        """

    @Test func fooocusWritesItsOwnScheme() throws {
        let facts = try facts(["parameters": fooocus, "fooocus_scheme": "fooocus"])
        let generation = try #require(facts.generation)
        #expect(facts.generator == "Fooocus")
        #expect(facts.declarations.count == 1)
        #expect(generation.prompt == "a house" && generation.negative == nil)
        #expect(generation.model == "juggernautXL_v8" && generation.modelHash == "aeb7")
        #expect(generation.seed == "4589372019" && generation.steps == 30)
        #expect(generation.cfg == 4 && generation.scheduler == "karras")
        #expect(generation.declaredSize == .init(width: 1152, height: 896))
        #expect(generation.loras == [.init(name: "offset.safetensors", strength: 0.1)])
        #expect(generation.version == "Fooocus v2.5.5")
        #expect(
            facts.carriers == ["PNG tEXt \"parameters\"", "PNG tEXt \"fooocus_scheme\""])
    }

    @Test func fooocusWritesEXIFInTheFirstDirectory() throws {
        let facts = try facts([
            .ascii(0x0131, "Fooocus v2.5.5"), .ascii(0x927C, "fooocus"), .ascii(0x9286, fooocus),
        ])
        #expect(facts.generator == "Fooocus" && facts.generation?.steps == 30)
        #expect(
            facts.carriers == ["EXIF IFD0 MakerNote", "EXIF IFD0 UserComment (plain)"])
    }

    @Test func fooocusWritesTheOtherScheme() throws {
        let text = """
            a house, cinematic
            Negative prompt: anime
            Steps: 30, Sampler: DPM++ 2M SDE Karras, Seed: 12, Size: 1152x896, CFG scale: 4, \
            Raw prompt: "a house", Raw negative prompt: "", Performance: Speed, Version: Fooocus v2.5.5
            """
        let facts = try facts(["parameters": text, "fooocus_scheme": "a1111"])
        #expect(facts.generator == "Fooocus")
        #expect(facts.generation?.prompt == "a house" && facts.generation?.negative == "anime")
        #expect(facts.declarations.map(\.generator) == ["Fooocus"])
    }

    @Test func olderFooocusWritesACommentWithCombinedAddOns() throws {
        let json = """
            {"prompt":"p","base_model":"b","performance":"Speed","seed":3,
            "lora_combined_1":"x.safetensors : 0.5","lora_combined_2":"None : 1"}
            """
        let facts = try facts(["Comment": json])
        #expect(facts.generator == "Fooocus")
        #expect(facts.generation?.loras == [.init(name: "x.safetensors", strength: 0.5)])
    }

    @Test func ruinedFooocusNamesItself() throws {
        let json = """
            {"Prompt":"p","Negative":"n","steps":4,"cfg":2,"width":64,"height":32,"seed":-1,
            "sampler_name":"lcm","scheduler":"simple","base_model_name":"b","software":
            "RuinedFooocus"}
            """
        let facts = try facts(["parameters": json])
        #expect(facts.generator == "RuinedFooocus")
        #expect(facts.generation?.prompt == "p" && facts.generation?.negative == "n")
        #expect(facts.generation?.seed == nil && facts.generation?.cfg == 2)
    }

    @Test func easyDiffusionWritesATextForEachField() throws {
        let facts = try facts([
            "prompt": "a mill", "negative_prompt": "fog", "seed": "4096",
            "use_stable_diffusion_model": "sd/v1-5.ckpt", "sampler_name": "euler_a",
            "width": "512", "height": "640", "num_inference_steps": "25",
            "guidance_scale": "7.5", "use_lora_model": "ink", "lora_alpha": "0.6",
        ])
        let generation = try #require(facts.generation)
        #expect(facts.generator == "Easy Diffusion")
        #expect(generation.prompt == "a mill" && generation.negative == "fog")
        #expect(generation.model == "sd/v1-5.ckpt" && generation.seed == "4096")
        #expect(generation.declaredSize == .init(width: 512, height: 640))
        #expect(generation.steps == 25 && generation.cfg == 7.5)
        #expect(generation.loras == [.init(name: "ink", strength: 0.6)])
        #expect(facts.carriers.count == 11)
    }

    @Test func easyDiffusionWritesTheNamesOfItsSurface() throws {
        let json = """
            {"Prompt":"a mill","Seed":5,"Stable Diffusion model":"m","Guidance Scale":7,
            "Sampler":"ddim","Steps":9,"LoRA model":["a","b"],"LoRA Strength":[0.1,0.2]}
            """
        let comment = Specimen.unicodeComment(json, order: .big)
        let facts = try facts([], exif: [comment])
        #expect(facts.generator == "Easy Diffusion" && facts.generation?.sampler == "ddim")
        #expect(facts.generation?.loras.map(\.strength) == [0.1, 0.2])
    }

    @Test func stabilityMatrixAddsItsOwnTexts() throws {
        let facts = try facts([
            "parameters": "a mill\r\nNegative prompt: fog\r\nSteps: 9, Sampler: Euler, Seed: 5",
            "parameters-json":
                #"{"PositivePrompt":"a mill","CfgScale":6,"ModelName":"m","Seed":5}"#,
            "smproj": "{}",
        ])
        #expect(facts.generator == "Stability Matrix")
        #expect(facts.generation?.prompt == "a mill" && facts.generation?.steps == 9)
        #expect(facts.generation?.cfg == 6 && facts.generation?.model == "m")
    }

    @Test func tensorArtWritesUTF8WithANUL() throws {
        let json = """
            {"prompt":"灯塔","negativePrompt":"n","steps":25,"cfgScale":7,"seed":"-1",
            "samplerName":"DPM++ 2M Karras","width":768,"height":1152,"baseModel":{"label":"Base",
            "hash":"H"},"models":[{"label":"Ink","type":"LORA","weight":0.8}]}\0
            """
        let facts = try facts(["generation_data": json])
        #expect(facts.generator == "Tensor.Art" && facts.generation?.prompt == "灯塔")
        #expect(facts.generation?.seed == nil && facts.generation?.model == "Base")
        #expect(facts.generation?.loras == [.init(name: "Ink", strength: 0.8)])
    }

    @Test func spaceWritesTheNamesOfDiffusers() throws {
        let json = """
            {"prompt":"p","negative_prompt":"n","resolution":"1024 x 768","guidance_scale":7,
            "num_inference_steps":28,"seed":99,"sampler":"Euler a","Model":"anim-xl"}
            """
        let facts = try facts(["parameters": json])
        #expect(facts.generator == "Hugging Face Space" && facts.generation?.model == "anim-xl")
        #expect(facts.generation?.declaredSize == .init(width: 1024, height: 768))
    }

    @Test func midjourneyEndsWithFlagsAndAJob() throws {
        let facts = try facts([
            "Description": "a mill -- at dusk --ar 4:3 --v 5.2 Job ID: "
                + "01234567-89ab-cdef-0123-456789abcdef",
            "Author": "somebody",
        ])
        #expect(facts.generator == "Midjourney" && facts.generation?.version == "5.2")
        #expect(facts.generation?.prompt == "a mill")
        #expect(facts.generation?.seed == nil)
        #expect(!"\(facts)".contains("somebody"))
    }

    @Test(arguments: [
        (#""a mill [fog]" -s50 -S1234 -W512 -H640 -C7.5 -Ak_lms"#, "a mill"),
        ("a mill [fog] -s 50 -S 1234 -W 512 -H 640 -C 7.5 -A k_lms", "a mill"),
        (#""a -s mill [fog]" -s50 -S1234 -W512 -H640 -C7.5 -Ak_lms"#, "a -s mill"),
    ])
    func dreamCommandIsReadInAllItsForms(_ command: String, _ prompt: String) throws {
        let facts = try facts(["Dream": command])
        let generation = try #require(facts.generation)
        #expect(facts.generator == "InvokeAI")
        #expect(generation.prompt == prompt && generation.negative == "fog")
        #expect(generation.steps == 50 && generation.seed == "1234" && generation.cfg == 7.5)
        #expect(generation.sampler == "k_lms" && generation.mode == nil)
        #expect(generation.declaredSize == .init(width: 512, height: 640))
    }

    @Test func invokeOfToHasModelNamesAndAddOns() throws {
        let json = """
            {"generation_mode":"flux_img2img","positive_prompt":"p","model":{"name":"FLUX","hash":
            "blake3:1"},"loras":[{"model":{"name":"ink"},"weight":0.4}],"strength":0.5,
            "app_version":"5.4.0","seed":9007199254740993}
            """
        let generation = try #require(try facts(["invokeai_metadata": json]).generation)
        #expect(generation.model == "FLUX" && generation.modelHash == "blake3:1")
        #expect(generation.mode == "flux_img2img" && generation.strength == 0.5)
        #expect(generation.loras == [.init(name: "ink", strength: 0.4)])
        #expect(generation.seed == "9007199254740993")
    }

    @Test func swarmWritesAComment() throws {
        let json = """
            {"sui_image_params":{"prompt":"p","negativeprompt":"","model":"m","seed":7,"steps":4,
            "cfgscale":1,"loras":["a","b"],"loraweights":["1","0.5"]}}
            """
        let comment = Specimen.unicodeComment(json, order: .little)
        let facts = try facts([], exif: [comment])
        #expect(facts.generator == "SwarmUI" && facts.generation?.negative == nil)
        #expect(facts.generation?.loras.map(\.strength) == [1, 0.5])
        let older = try self.facts([.ascii(0x0110, json)])
        #expect(older.generator == "SwarmUI" && older.carriers == ["EXIF IFD0 Model"])
    }

    private let novel =
        #"{"Title":"NovelAI generated image","Description":"p","Software":"NovelAI","#
        + #""Source":"NovelAI Diffusion V4","Comment":"{\"prompt\":\"p\",\"uc\":\"n\","#
        + #"\"steps\":28,\"scale\":5,\"seed\":4294967295,\"sampler\":\"k_euler\"}"}"#

    @Test func novelAIInWebPKeepsJSONInJSON() throws {
        let block = Specimen.tiff(
            [.ascii(0x010D, "NovelAI generated image"), .ascii(0x0131, "NovelAI")],
            exif: [.bytes(0x9286, Array(("ASCII\0\0\0" + novel).utf8))])
        let facts = try PictureInspector.facts(
            of: Specimen.webp([("EXIF", block)]), file: "a.webp")
        #expect(facts.generator == "NovelAI" && facts.generation?.seed == "4294967295")
        #expect(facts.generation?.model == "NovelAI Diffusion V4")
        #expect(facts.generation?.negative == "n")
    }

    @Test func hiddenTextIsAStatementToo() throws {
        let first = PictureInspector.declaration(ofHidden: novel, carrier: "hidden")
        #expect(first?.generator == "NovelAI" && first?.generation?.steps == 28)
        let text = "p\nSteps: 4, Sampler: Euler, Seed: 2, Version: f2.0.1v1.10.1"
        let second = try #require(
            PictureInspector.declaration(ofHidden: text, carrier: "hidden"))
        #expect(second.generator == "Stable Diffusion WebUI Forge")
        #expect(PictureInspector.declaration(ofHidden: "noise", carrier: "hidden") == nil)
        var facts = PictureFacts(file: "a", format: "png", width: 1, height: 1)
        facts.add(second)
        #expect(facts.verdict == .generationDataEmbedded && facts.generation?.steps == 4)
        #expect(facts.carriers == ["hidden"])
    }

    @Test func signatureAndUUIDAreALayoutWithoutAName() throws {
        let signature = "Signature: " + String(repeating: "aZ09+/", count: 20) + "=="
        let layout: [Specimen.Entry] = [
            .ascii(0x010E, signature), .ascii(0x013B, "01234567-89ab-cdef-0123-456789abcdef"),
        ]
        let facts = try facts(layout)
        #expect(facts.verdict == .signatureLayout && facts.generator == nil)
        #expect(try self.facts([layout[0]]).verdict != .signatureLayout)
    }

    @Test func serviceThatNamesItselfIsNoCameraAndNoProof() throws {
        let facts = try facts([.ascii(0x010F, "Ideogram AI")])
        #expect(facts.generator == "Ideogram AI" && facts.verdict == .noGenerationData)
    }

    /// A packet with one description.
    private func packet(_ properties: String) -> String {
        """
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
        xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
        xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:e="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">\(properties)</rdf:Description>
        </rdf:RDF></x:xmpmeta>
        """
    }

    @Test func drawThingsKeepsJSONInXMP() throws {
        let json = """
            {&quot;c&quot;:&quot;a mill&quot;,&quot;uc&quot;:&quot;fog&quot;,&quot;model&quot;:&quot;
            m.ckpt&quot;,&quot;seed&quot;:4012345678,&quot;steps&quot;:8,&quot;scale&quot;:4.5,
            &quot;size&quot;:&quot;832x1216&quot;,&quot;sampler&quot;:&quot;DPM++ 2M&quot;,
            &quot;strength&quot;:1,&quot;v2&quot;:{&quot;loras&quot;:[{&quot;file&quot;:&quot;l.ckpt&quot;,
            &quot;weight&quot;:0.7}]}}
            """.replacingOccurrences(of: "\n", with: "")
        let xmp = packet(
            "<xmp:CreatorTool>Draw Things</xmp:CreatorTool><exif:UserComment><rdf:Alt>"
                + "<rdf:li xml:lang='x-default'>\(json)</rdf:li></rdf:Alt></exif:UserComment>")
        let file = Specimen.png([Specimen.international("XML:com.adobe.xmp", xmp)])
        let facts = try PictureInspector.facts(of: file, file: "a.png")
        let generation = try #require(facts.generation)
        #expect(facts.generator == "Draw Things")
        #expect(generation.prompt == "a mill" && generation.negative == "fog")
        #expect(generation.model == "m.ckpt" && generation.seed == "4012345678")
        #expect(generation.declaredSize == .init(width: 832, height: 1216))
        #expect(generation.loras == [.init(name: "l.ckpt", strength: 0.7)])
        #expect(generation.mode == nil)
        #expect(facts.carriers == ["PNG iTXt \"XML:com.adobe.xmp\""])
    }

    @Test func iptcNamesTheSystemAndThePrompt() throws {
        let xmp = packet(
            "<e:AISystemUsed>Painter 3</e:AISystemUsed>"
                + "<e:AIPromptInformation>a mill</e:AIPromptInformation>")
        let head = Array("http://ns.adobe.com/xap/1.0/\0".utf8)
        let file = Specimen.jpeg([Specimen.segment(0xE1, head + Array(xmp.utf8))])
        let facts = try PictureInspector.facts(of: file, file: "a.jpg")
        #expect(facts.generator == "Painter 3" && facts.generation?.prompt == "a mill")
        #expect(facts.carriers == ["XMP"])
    }

    @Test func labelIsFoundInTextsAndComments() throws {
        let label = #"{"Label":"2","ContentProducer":"0011","ProduceID":"x"}"#
        let text = try facts(["AIGC": label])
        #expect(text.verdict == .labelDeclared)
        #expect(text.aigc?.fields.map(\.name) == ["Label", "ContentProducer", "ProduceID"])
        #expect(text.generator == "China AIGC label")
        let comment = Specimen.unicodeComment(#"{"AIGC":\#(label)}"#, order: .big)
        #expect(try facts([], exif: [comment]).aigc?.fields.first?.value == "2")
        let bare = Specimen.jpeg([Specimen.segment(0xE9, Array("AIGC\(label)".utf8))])
        let facts = try PictureInspector.facts(of: bare, file: "a.jpg")
        #expect(facts.verdict == .labelDeclared && facts.carriers == ["JPEG APP9 AIGC"])
        #expect(try self.facts(["AIGC": #"{"other":1}"#]).aigc == nil)
    }

    @Test func severalStatementsAreAllKept() throws {
        let facts = try facts([
            "parameters": "p\nSteps: 4, Sampler: Euler, Seed: 2, Version: v1.9.0",
            "prompt": #"{"1":{"class_type":"KSampler","inputs":{"seed":8,"steps":3}}}"#,
            "generation_data": #"{"prompt":"p","seed":"4"}"#,
        ])
        #expect(
            facts.declarations.map(\.generator) == ["Tensor.Art", "ComfyUI", "AUTOMATIC1111 WebUI"])
        #expect(facts.generation?.seed == "4")
    }

    @Test func manyKeysBelowALongOneAreNotRead() throws {
        let long = String(repeating: "k", count: 400_000)
        let keys = (0..<4000).map { "\"\($0)\":0" }.joined(separator: ",")
        let json = #"{"generation_data":1,"\#(long)":{\#(keys)}}"#
        let facts = try facts(["generation_data": json])
        #expect(facts.generation == nil && facts.verdict == .noGenerationData)
    }
}
