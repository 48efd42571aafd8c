import Foundation
import Inspecting
import Testing

struct EXIFTests {
    private func facts(_ block: [UInt8]) throws -> PictureFacts {
        try PictureInspector.facts(of: Specimen.jpeg([Specimen.exifSegment(block)]), file: "a.jpg")
    }

    private let settings = "灯塔\nSteps: 9, Sampler: Euler, Seed: 5, Version: v1.10.1"

    @Test(arguments: [Specimen.Order.big, .little], [Specimen.Order.big, .little])
    func orderOfCommentIsFoundWhateverTheHeadSays(
        _ head: Specimen.Order, _ text: Specimen.Order
    ) throws {
        let block = Specimen.tiff(
            [], exif: [Specimen.unicodeComment(settings, order: text)], order: head)
        let facts = try facts(block)
        #expect(facts.generation?.prompt == "灯塔")
        #expect(facts.generation?.steps == 9)
        let name = text == .big ? "BE" : "LE"
        #expect(facts.carriers == ["EXIF ExifIFD UserComment (UNICODE/\(name))"])
    }

    @Test func chineseAloneFollowsTheMarkThenTheHead() throws {
        for order in [Specimen.Order.big, .little] {
            let plain = Specimen.unicodeComment("灯塔日出", order: order)
            let block = Specimen.tiff([], exif: [plain], order: order)
            let name = order == .big ? "BE" : "LE"
            #expect(try facts(block).carriers == ["EXIF ExifIFD UserComment (UNICODE/\(name))"])
            let marked = Specimen.unicodeComment("\u{FEFF}灯塔日出", order: order)
            let other: Specimen.Order = order == .big ? .little : .big
            let second = Specimen.tiff([], exif: [marked], order: other)
            #expect(try facts(second).carriers == ["EXIF ExifIFD UserComment (UNICODE/\(name))"])
        }
    }

    @Test(arguments: [("ASCII\0\0\0", "ASCII"), ("\0\0\0\0\0\0\0\0", "undefined"), ("", "plain")])
    func otherCodingsAreRead(_ prefix: String, _ name: String) throws {
        let text = "A boat\nSteps: 9, Sampler: Euler, Seed: 5"
        let comment = Specimen.Entry.bytes(0x9286, Array((prefix + text).utf8))
        let facts = try facts(Specimen.tiff([], exif: [comment]))
        #expect(facts.generation?.prompt == "A boat")
        #expect(facts.carriers == ["EXIF ExifIFD UserComment (\(name))"])
    }

    @Test func japaneseCodeIsReadWithItsEscapes() throws {
        // Python: "灯台 lighthouse".encode("iso2022_jp")
        let words: [UInt8] = [
            0x1B, 0x24, 0x42, 0x45, 0x74, 0x42, 0x66, 0x1B, 0x28, 0x42, 0x20, 0x6C, 0x69, 0x67,
            0x68, 0x74, 0x68, 0x6F, 0x75, 0x73, 0x65,
        ]
        let text = words + Array("\nSteps: 9, Sampler: Euler, Seed: 5".utf8)
        let comment = Specimen.Entry.bytes(0x9286, Array("JIS\0\0\0\0\0".utf8) + text)
        let facts = try facts(Specimen.tiff([], exif: [comment]))
        #expect(facts.generation?.prompt == "灯台 lighthouse")
        #expect(facts.carriers == ["EXIF ExifIFD UserComment (JIS)"])
    }

    @Test func blankCommentIsNoStatement() throws {
        let comment = Specimen.Entry.bytes(0x9286, [UInt8](repeating: 0, count: 64))
        #expect(try facts(Specimen.tiff([], exif: [comment])).verdict == .nothingEmbedded)
    }

    private let exposure: [Specimen.Entry] = [
        .rational(0x829A, 1, 250), .rational(0x829D, 28, 10), .short(0x8827, 400),
        .rational(0x920A, 50, 1), .ascii(0x9003, "2024:05:01 10:00:00"), .ascii(0xA434, "50mm"),
    ]

    @Test func cameraNeedsMakeModelAndExposure() throws {
        let names: [Specimen.Entry] = [.ascii(0x010F, "Nikon"), .ascii(0x0110, "D750")]
        let camera = try facts(Specimen.tiff(names, exif: exposure))
        #expect(camera.verdict == .cameraDataPresent)
        #expect(camera.camera?.exposure == "1/250" && camera.camera?.fNumber == "28/10")
        #expect(camera.camera?.iso == 400 && camera.camera?.lens == "50mm")
        #expect(camera.carriers.isEmpty)
        #expect(try facts(Specimen.tiff(names)).camera == nil)
        #expect(try facts(Specimen.tiff([names[0]], exif: exposure)).camera == nil)
    }

    @Test func positionIsSeenAndNeverRead() throws {
        let names: [Specimen.Entry] = [.ascii(0x010F, "Nikon"), .ascii(0x0110, "D750")]
        let degrees = Specimen.Entry(
            tag: 2, type: 5, count: 3, value: (0..<6).flatMap { Specimen.big($0 + 1, 4) })
        let block = Specimen.tiff(names, exif: exposure, gps: [.ascii(1, "N"), degrees])
        #expect(try facts(block).camera?.hasGPS == true)
        let empty = Specimen.tiff(names, exif: exposure, gps: [.ascii(1, "N")])
        #expect(try facts(empty).camera?.hasGPS == false)
    }

    @Test func offsetsOutsideTheBlockAreLeftOut() throws {
        let far = Specimen.Entry(
            tag: 0x0131, type: 2, count: 0xFFFF_FFFF, value: [0xFF, 0xFF, 0xFF])
        let wide = Specimen.Entry(
            tag: 0x0110, type: 2, count: 900, value: [0xFF, 0xFF, 0xFF, 0xF0])
        let block = Specimen.tiff([far, wide, .short(0x0112, 6)])
        let facts = try facts(block)
        #expect(facts.software == nil)
        #expect(facts.orientation == 6)
    }

    @Test func directoryThatPointsToItselfEnds() throws {
        var block = Specimen.tiff([
            Specimen.Entry(tag: 0x8769, type: 4, count: 1, value: Specimen.big(8, 4)),
            .ascii(0x0131, "Editor"),
        ])
        #expect(try facts(block).software == "Editor")
        block.replaceSubrange(4..<8, with: [0xFF, 0xFF, 0xFF, 0xFF])
        #expect(try facts(block).verdict == .nothingEmbedded)
    }
}
