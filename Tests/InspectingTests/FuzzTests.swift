import Foundation
import Inspecting
import TestSupport
import Testing

/// Files with random damage: whatever stands in them, facts or an error come back.
///
/// `FUZZ_COUNT` sets how many files are tried, `FUZZ_START` the first one's number.
struct FuzzTests {
    @Test func damagedFilesGiveFactsOrAnError() throws {
        let environment = ProcessInfo.processInfo.environment
        let count = environment["FUZZ_COUNT"].flatMap { Int($0) } ?? 3000
        let start = environment["FUZZ_START"].flatMap { Int($0) } ?? 0
        let corpus = try Self.corpus()
        var slowest = (number: 0, time: Duration.zero)
        var read = 0
        for number in start..<(start + count) {
            let file = Damage(number).applied(to: corpus)
            let time = ContinuousClock().measure {
                guard let facts = Self.facts(file) else { return }
                read += 1
                Self.check(facts, number)
            }
            if time > slowest.time { slowest = (number, time) }
        }
        // Most damage is behind the header: else the walk would not be tried at all.
        #expect(read * 2 > count)
        if environment["FUZZ_COUNT"] != nil {
            print("slowest of \(count) files: number \(slowest.number), \(slowest.time)")
        }
    }

    private static func facts(_ file: [UInt8]) -> PictureFacts? {
        do {
            return try PictureInspector.facts(of: file, file: "damaged.png")
        } catch {
            return nil  // An error is as good: its type is known.
        }
    }

    /// What holds whatever the file says.
    private static func check(_ facts: PictureFacts, _ number: Int) {
        #expect(facts.storedWidth > 0 && facts.storedHeight > 0, "file \(number)")
        #expect((1...8).contains(facts.orientation), "file \(number)")
        let hasSettings = facts.verdict == .generationDataEmbedded
        #expect(hasSettings == (facts.generation != nil), "file \(number)")
        guard let generation = facts.generation else { return }
        let texts = [
            generation.prompt, generation.negative, generation.model, generation.sampler,
            generation.scheduler, generation.version, facts.generator,
        ]
        for text in texts.compactMap({ $0 }) {
            #expect(!text.unicodeScalars.contains(where: isControl), "file \(number)")
        }
        let seed = generation.seed?.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D }
        #expect(seed ?? true, "file \(number)")
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
    }

    /// The shared pictures without their pixels, and specimens made by hand.
    private static func corpus() throws -> [[UInt8]] {
        let pictures = try ExpectedFacts.all.map { Pixelless.file(try $0.bytes()) }
        return (pictures + handmade).filter { !$0.isEmpty }
    }

    private static let infotext = """
        a <lora:b:0.5>
        Negative prompt: c
        Steps: 2, Sampler: "a, b", Seed: 3, Hashes: {"model": "d"}, Civitai resources: \
        [{"type":"lora","modelName":"e","weight":1}], Size: 8x8, Version: f2.0.1
        Template: x
        """

    private static let graph = """
        {"1":{"class_type":"SamplerCustomAdvanced","inputs":{"guider":["2",0],"noise":["3",0],
        "latent_image":["5",0]}},"2":{"class_type":"CFGGuider","inputs":{"cfg":2,"model":["4",0],
        "positive":["6",0],"negative":["6",1]}},"3":{"class_type":"RandomNoise","inputs":
        {"noise_seed":18446744073709551615}},"4":{"class_type":"Power Lora Loader (rgthree)",
        "inputs":{"lora_1":{"on":true,"lora":"a","strength":1e0},"model":["4",0]}},
        "5":{"class_type":"EmptyLatentImage","inputs":{"width":1.5e1,"height":8}},
        "6":{"class_type":"ControlNetApplyAdvanced","inputs":{"positive":["7",0],
        "negative":["7",0]}},"7":{"class_type":"CLIPTextEncode","inputs":{"text":["8",0]}},
        "8":{"class_type":"StringConcatenate","inputs":{"string_a":"x","string_b":["8",0]}}}
        """

    private static let handmade: [[UInt8]] = [
        Specimen.png(texts: ["parameters": infotext, "prompt": graph]),
        Specimen.png(texts: [
            "Dream": "\"a [b]\" -s5 -S 6 -W8 -H 8", "generation_data": #"{"seed":"-1"}"#,
            "fooocus_scheme": "fooocus", "Description": "a --v 5 Job ID: x",
            "AIGC": #"{"Label":"1"}"#, "Raw profile type exif": "\nexif\n8\n4d4d002a00000008\n",
        ]),
        Specimen.jpeg([
            Specimen.exifSegment(
                Specimen.tiff(
                    [.ascii(0x010F, "Prompt: " + graph), .short(0x0112, 6)],
                    exif: [Specimen.unicodeComment(infotext, order: .little)],
                    gps: [.ascii(1, "N")])),
            Specimen.segment(
                0xED,
                Array("Photoshop 3.0\08BIM\u{4}\u{4}\0\0\0\0\0\u{6}".utf8)
                    + [0x1C, 2, 110, 0, 1, 65]),
            Specimen.segment(0xEB, Array("JP\0\u{1}\0\0\0\u{1}\0\0\0\u{10}jumb12345678".utf8)),
            Specimen.segment(0xFE, Array("a comment".utf8)),
        ]),
        Specimen.webp([
            ("EXIF", Specimen.tiff([.ascii(0x0110, "prompt:" + graph)], order: .little)),
            ("XMP ", Array("<x:xmpmeta/>".utf8)),
        ]),
    ]
}

/// Takes the pixels out of a file so that damage meets what is read.
private enum Pixelless {
    static func file(_ bytes: [UInt8]) -> [UInt8] {
        if bytes.starts(with: [0xFF, 0xD8]) {
            let scan = bytes.indices.first { $0 > 600 && bytes[$0...].starts(with: [0xFF, 0xDA]) }
            return Array(bytes[..<min((scan ?? bytes.count) + 16, bytes.count)])
        }
        if bytes.starts(with: Array("RIFF".utf8)) {
            return Array(bytes.prefix(30)) + Specimen.chunkless(bytes)
        }
        return png(bytes)
    }

    private static func png(_ bytes: [UInt8]) -> [UInt8] {
        var result = Array(bytes.prefix(8))
        var index = 8
        while index + 12 <= bytes.count {
            let length = bytes[index..<(index + 4)].reduce(0) { $0 << 8 | Int($1) }
            let end = min(index + 12 + length, bytes.count)
            if !bytes[(index + 4)...].starts(with: Array("IDAT".utf8)) {
                result += bytes[index..<end]
            }
            index = end
        }
        return result
    }
}

extension Specimen {
    /// The chunks of a WebP behind its first pixels.
    fileprivate static func chunkless(_ bytes: [UInt8]) -> [UInt8] {
        let mark = Array("EXIF".utf8)
        let start = bytes.indices.dropFirst(30).last { bytes[$0...].starts(with: mark) }
        return start.map { Array(bytes[$0...]) } ?? []
    }
}
