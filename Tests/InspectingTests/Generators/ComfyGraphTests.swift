import Foundation
import Inspecting
import Testing

struct ComfyGraphTests {
    private func facts(_ texts: KeyValuePairs<String, String>) throws -> PictureFacts {
        try PictureInspector.facts(of: Specimen.png(texts: texts), file: "a.png")
    }

    private func generation(_ graph: String) throws -> Generation {
        try #require(try facts(["prompt": graph]).generation)
    }

    @Test func advancedSamplerIsReadThroughItsHelpers() throws {
        let graph = """
            {"9":{"class_type":"SaveImage","inputs":{"images":["8",0]}},
            "8":{"class_type":"VAEDecode","inputs":{"samples":["13",0],"vae":["10",0]}},
            "10":{"class_type":"VAELoader","inputs":{"vae_name":"ae.sft"}},
            "13":{"class_type":"SamplerCustomAdvanced","inputs":{"noise":["25",0],"guider":["22",0],
            "sampler":["16",0],"sigmas":["17",0],"latent_image":["27",0]}},
            "25":{"class_type":"RandomNoise","inputs":{"noise_seed":12345678901234567890}},
            "22":{"class_type":"BasicGuider","inputs":{"model":["30",0],"conditioning":["26",0]}},
            "26":{"class_type":"FluxGuidance","inputs":{"guidance":3.5,"conditioning":["6",0]}},
            "6":{"class_type":"CLIPTextEncode","inputs":{"text":"a bottle","clip":["11",0]}},
            "11":{"class_type":"DualCLIPLoader","inputs":{"clip_name1":"t5.safetensors"}},
            "30":{"class_type":"ModelSamplingFlux","inputs":{"width":1,"model":["31",0]}},
            "31":{"class_type":"LoraLoaderModelOnly","inputs":{"lora_name":"b","strength_model":0.5,
            "model":["32",0]}},
            "32":{"class_type":"Power Lora Loader (rgthree)","inputs":{"lora_1":{"on":true,
            "lora":"a","strength":0.9},"lora_2":{"on":false,"lora":"z","strength":1},
            "model":["12",0]}},
            "12":{"class_type":"UNETLoader","inputs":{"unet_name":"flux1-dev.sft"}},
            "16":{"class_type":"KSamplerSelect","inputs":{"sampler_name":"euler"}},
            "17":{"class_type":"BasicScheduler","inputs":{"scheduler":"simple","steps":["40",0],
            "denoise":1,"model":["30",0]}},
            "40":{"class_type":"PrimitiveInt","inputs":{"value":28}},
            "27":{"class_type":"EmptySD3LatentImage","inputs":{"width":1024,"height":768}}}
            """
        let generation = try generation(graph)
        #expect(generation.samplerNode == "SamplerCustomAdvanced")
        #expect(generation.samplerNodes == 1 && generation.nodeCount == 17)
        #expect(generation.seed == "12345678901234567890")
        #expect(generation.steps == 28 && generation.scheduler == "simple")
        #expect(generation.sampler == "euler" && generation.cfg == nil)
        #expect(generation.distilledGuidance == 3.5)
        #expect(generation.prompt == "a bottle" && generation.negative == nil)
        #expect(!generation.isPromptAssembled)
        #expect(generation.model == "flux1-dev.sft")
        #expect(
            generation.loras == [.init(name: "a", strength: 0.9), .init(name: "b", strength: 0.5)])
        #expect(generation.declaredSize == .init(width: 1024, height: 768))
        #expect(generation.mode == nil && generation.strength == nil)
    }

    /// A sampler and what it needs; the caller adds the conditionings and more.
    private func graph(_ positive: String, _ negative: String, _ nodes: String) -> String {
        """
        {"s":{"class_type":"PreviewImage","inputs":{"images":["d",0]}},
        "d":{"class_type":"VAEDecode","inputs":{"samples":["k",0]}},
        "k":{"class_type":"KSampler","inputs":{"seed":3,"steps":8,"cfg":2.5,"sampler_name":"lcm",
        "scheduler":"sgm_uniform","denoise":1.0,"model":["m",0],"positive":\(positive),
        "negative":\(negative),"latent_image":["e",0]}},
        "m":{"class_type":"CheckpointLoaderSimple","inputs":{"ckpt_name":"m.safetensors"}},
        "e":{"class_type":"EmptyLatentImage","inputs":{"width":640,"height":512,"batch_size":1}},
        "p":{"class_type":"CLIPTextEncode","inputs":{"text":"good","clip":["m",1]}},
        "n":{"class_type":"CLIPTextEncode","inputs":{"text":"bad","clip":["m",1]}}\(nodes)}
        """
    }

    @Test func nodeWithBothPromptsKeepsThemApart() throws {
        let control = """
            ,"c":{"class_type":"ControlNetApplyAdvanced","inputs":{"positive":["p",0],
            "negative":["n",0],"control_net":["x",0]}}
            """
        let generation = try generation(graph(#"["c",0]"#, #"["c",1]"#, control))
        #expect(generation.prompt == "good" && generation.negative == "bad")
    }

    @Test func zeroedConditioningIsNoNegative() throws {
        let zero = #","z":{"class_type":"ConditioningZeroOut","inputs":{"conditioning":["p",0]}}"#
        let generation = try generation(graph(#"["p",0]"#, #"["z",0]"#, zero))
        #expect(generation.prompt == "good" && generation.negative == nil)
    }

    @Test func combinedConditioningsAreJoined() throws {
        let nodes = """
            ,"c":{"class_type":"ConditioningCombine","inputs":{"conditioning_1":["p",0],
            "conditioning_2":["q",0]}},
            "q":{"class_type":"CLIPTextEncodeSDXL","inputs":{"text_g":"","text_l":"more"}}
            """
        #expect(try generation(graph(#"["c",0]"#, #"["n",0]"#, nodes)).prompt == "good\nmore")
    }

    @Test func textFromANodeThatHoldsItIsWhole() throws {
        let nodes = """
            ,"q":{"class_type":"CLIPTextEncode","inputs":{"text":["r",0]}},
            "r":{"class_type":"Reroute","inputs":{"":["t",0]}},
            "t":{"class_type":"PrimitiveStringMultiline","inputs":{"value":"a pier"}},
            "u":{"class_type":"CLIPTextEncode","inputs":{"text":["t",0]}}
            """
        let generation = try generation(graph(#"["u",0]"#, #"["n",0]"#, nodes))
        #expect(generation.prompt == "a pier" && !generation.isPromptAssembled)
    }

    @Test(arguments: [
        #""class_type":"StringConcatenate","inputs":{"string_a":"a pier","string_b":"at dusk"}"#,
        #""class_type":"OllamaGenerate","inputs":{"prompt":"a pier"}"#,
        #""class_type":"ImpactWildcardProcessor","inputs":{"wildcard_text":"a pier"}"#,
        #""class_type":"Switch any","inputs":{"value":"a pier","on_true":["m",0]}"#,
    ])
    func textThatNodesComputeIsTheStoredBase(_ node: String) throws {
        let nodes = """
            ,"q":{"class_type":"CLIPTextEncode","inputs":{"text":["t",0]}},"t":{\(node)}
            """
        let generation = try generation(graph(#"["q",0]"#, #"["n",0]"#, nodes))
        #expect(generation.prompt == "a pier" && generation.isPromptAssembled)
    }

    @Test func switchPassesOnItsBranch() throws {
        let nodes = """
            ,"q":{"class_type":"CLIPTextEncode","inputs":{"text":["v",0]}},
            "v":{"class_type":"PreviewAny","inputs":{"source":["w",0]}},
            "w":{"class_type":"ComfySwitchNode","inputs":{"switch":["b",0],"on_false":["t",0],
            "on_true":["g",0]}},
            "b":{"class_type":"PrimitiveBoolean","inputs":{"value":true}},
            "g":{"class_type":"TextGenerate","inputs":{"prompt":["c",0],"clip":["m",1]}},
            "c":{"class_type":"StringConcatenate","inputs":{"string_a":"Expand: ",
            "string_b":["t",0]}},
            "t":{"class_type":"PrimitiveStringMultiline","inputs":{"value":"a pier"}}
            """
        let graph = graph(#"["q",0]"#, #"["n",0]"#, nodes)
        let computed = try generation(graph)
        #expect(computed.prompt == "a pier" && computed.isPromptAssembled)
        let off = graph.replacingOccurrences(of: #""value":true"#, with: #""value":false"#)
        let plain = try generation(off)
        #expect(plain.prompt == "a pier" && !plain.isPromptAssembled)
    }

    @Test func savedPictureCountsBeforeShownOnes() throws {
        let nodes = """
            ,"k3":{"class_type":"KSampler","inputs":{"seed":44,"steps":5,"cfg":1,
            "sampler_name":"euler","scheduler":"normal","model":["sw",0],"positive":["p",0],
            "negative":["n",0],"latent_image":["r",0]}},
            "sw":{"class_type":"ComfySwitchNode","inputs":{"switch":false,"on_true":["x",0],
            "on_false":["st",0]}},
            "st":{"class_type":"CR Apply LoRA Stack","inputs":{"model":["m",0],
            "lora_stack":["ls",0]}},
            "ls":{"class_type":"CR LoRA Stack","inputs":{"switch_1":"Off","lora_name_1":"a",
            "model_weight_1":1,"switch_2":"On","lora_name_2":"b","model_weight_2":0.5}},
            "r":{"class_type":"SDXL Empty Latent Image (rgthree)","inputs":{"dimensions":
            "1216 x 832   (landscape)"}},
            "s3":{"class_type":"SaveImage","inputs":{"images":["k3",0]}}
            """
        let generation = try generation(graph(#"["p",0]"#, #"["n",0]"#, nodes))
        #expect(generation.seed == "44" && generation.samplerNodes == 1)
        #expect(generation.declaredSize == .init(width: 1216, height: 832))
        #expect(generation.model == "m.safetensors")
        #expect(generation.loras == [.init(name: "b", strength: 0.5)])
    }

    @Test func firstOfTwoSamplersBeganThePicture() throws {
        let nodes = """
            ,"k2":{"class_type":"KSampler","inputs":{"seed":9,"steps":5,"cfg":1,
            "sampler_name":"euler","scheduler":"normal","denoise":0.4,"model":["m",0],
            "positive":["p",0],"negative":["n",0],"latent_image":["up",0]}},
            "up":{"class_type":"LatentUpscale","inputs":{"samples":["k",0],"width":1280,
            "height":1024}},
            "s2":{"class_type":"SaveImage","inputs":{"images":["k2",0]}}
            """
        let generation = try generation(graph(#"["p",0]"#, #"["n",0]"#, nodes))
        #expect(generation.samplerNodes == 2)
        #expect(generation.seed == "3" && generation.steps == 8)
        #expect(generation.declaredSize == .init(width: 640, height: 512))
        #expect(generation.strength == nil)
    }

    @Test func encodedPictureAtTheStartIsAFirstPicture() throws {
        let text = graph(#"["p",0]"#, #"["n",0]"#, "")
            .replacingOccurrences(of: "EmptyLatentImage", with: "VAEEncode")
            .replacingOccurrences(of: #""width":640,"height":512,"batch_size":1"#, with: "")
            .replacingOccurrences(of: #""denoise":1.0"#, with: #""denoise":0.3"#)
        let generation = try generation(text)
        #expect(generation.mode == "img2img" && generation.strength == 0.3)
        #expect(generation.declaredSize == nil)
    }

    @Test func loaderThatHoldsEverythingIsRead() throws {
        let graph = """
            {"1":{"class_type":"Efficient Loader","inputs":{"ckpt_name":"e.safetensors",
            "lora_name":"None","positive":"a fox","negative":"blur","empty_latent_width":832,
            "empty_latent_height":1216}},
            "2":{"class_type":"KSampler (Efficient)","inputs":{"seed":1,"steps":4,"cfg":6,
            "sampler_name":"euler","scheduler":"normal","denoise":1,"model":["1",0],
            "positive":["1",1],"negative":["1",2],"latent_image":["1",3]}}}
            """
        let generation = try generation(graph)
        #expect(generation.prompt == "a fox" && generation.negative == "blur")
        #expect(generation.model == "e.safetensors" && generation.loras.isEmpty)
        #expect(generation.declaredSize == .init(width: 832, height: 1216))
    }

    @Test func pythonsNotANumberDoesNotLoseTheGraph() throws {
        let nodes = #","x":{"class_type":"Any","inputs":{},"is_changed":[NaN, -Infinity]}"#
        #expect(try generation(graph(#"["p",0]"#, #"["n",0]"#, nodes)).prompt == "good")
    }

    @Test func circlesEnd() throws {
        let nodes = """
            ,"a":{"class_type":"Reroute","inputs":{"conditioning":["b",0],"model":["b",0]}},
            "b":{"class_type":"Reroute","inputs":{"conditioning":["a",0],"model":["a",0]}}
            """
        let generation = try generation(graph(#"["a",0]"#, #"["b",0]"#, nodes))
        #expect(generation.prompt == nil && generation.seed == "3")
    }

    @Test func editorsFormIsTheFallback() throws {
        let workflow = """
            {"last_node_id":9,"nodes":[
            {"id":3,"type":"KSampler","mode":0,"inputs":[{"name":"model","type":"MODEL","link":1},
            {"name":"positive","link":4},{"name":"negative","link":6},
            {"name":"latent_image","link":2}],"widgets_values":[156680208700286,"randomize",20,8,
            "euler","normal",1]},
            {"id":4,"type":"CheckpointLoaderSimple","widgets_values":["v1-5.ckpt"]},
            {"id":5,"type":"EmptyLatentImage","widgets_values":[512,768,1]},
            {"id":6,"type":"CLIPTextEncode","widgets_values":["scenery"]},
            {"id":7,"type":"CLIPTextEncode","widgets_values":["text"]},
            {"id":10,"type":"LoraLoader","mode":4,"inputs":[{"name":"model","link":11}],
            "widgets_values":["off",1,1]},
            {"id":9,"type":"SaveImage","inputs":[{"name":"images","link":9}]}],
            "links":[[1,10,0,3,0,"MODEL"],[11,4,0,10,0,"MODEL"],[2,5,0,3,3,"LATENT"],
            [4,6,0,3,1,"CONDITIONING"],[6,7,0,3,2,"CONDITIONING"],[9,3,0,9,0,"IMAGE"]]}
            """
        let facts = try facts(["workflow": workflow])
        let generation = try #require(facts.generation)
        #expect(facts.generator == "ComfyUI")
        #expect(generation.seed == "156680208700286" && generation.steps == 20)
        #expect(generation.cfg == 8 && generation.sampler == "euler")
        #expect(generation.prompt == "scenery" && generation.negative == "text")
        #expect(generation.model == "v1-5.ckpt" && generation.loras.isEmpty)
        #expect(generation.declaredSize == .init(width: 512, height: 768))
    }

    @Test func webPKeepsTheGraphInMakeAndModel() throws {
        let text = "prompt:" + graph(#"["p",0]"#, #"["n",0]"#, "")
        let block = Specimen.tiff([.ascii(0x010F, "workflow:{}"), .ascii(0x0110, text)])
        let facts = try PictureInspector.facts(
            of: Specimen.webp([("EXIF", block)]), file: "a.webp")
        #expect(facts.generator == "ComfyUI" && facts.generation?.prompt == "good")
        #expect(facts.carriers == ["EXIF IFD0 Model"])
        #expect(facts.camera == nil)
    }

    @Test func addOnSaverKeepsTheGraphInMakeWithACapital() throws {
        let text = "Prompt: " + graph(#"["p",0]"#, #"["n",0]"#, "")
        let file = Specimen.jpeg([Specimen.exifSegment(Specimen.tiff([.ascii(0x010F, text)]))])
        #expect(try PictureInspector.facts(of: file, file: "a.jpg").generation?.steps == 8)
    }

    @Test func civitaisMetadataFillsWhatTheGraphLacks() throws {
        let graph = #"""
            {"6":{"class_type":"Custom","inputs":{}},
            "extraMetadata":"{\"prompt\":\"a quay\",\"steps\":25,\"cfgScale\":5,\"seed\":77}"}
            """#
        let block = Specimen.tiff(
            [], exif: [Specimen.unicodeComment(graph, order: .big)], order: .little)
        let facts = try PictureInspector.facts(
            of: Specimen.jpeg([Specimen.exifSegment(block)]), file: "a.jpg")
        #expect(facts.generator == "Civitai (ComfyUI graph)")
        #expect(facts.generation?.prompt == "a quay" && facts.generation?.seed == "77")
        #expect(facts.generation?.nodeCount == 1)
    }
}
