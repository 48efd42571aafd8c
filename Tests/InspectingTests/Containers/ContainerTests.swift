import Foundation
import Inspecting
import Testing

struct ContainerTests {
    /// `zlib.compress(b"a tall lighthouse")` of Python.
    private let packed: [UInt8] = [
        0x78, 0x9C, 0x4B, 0x54, 0x28, 0x49, 0xCC, 0xC9, 0x51, 0xC8, 0xC9, 0x4C, 0xCF, 0x28, 0xC9,
        0xC8, 0x2F, 0x2D, 0x4E, 0x05, 0x00, 0x37, 0xA7, 0x06, 0x8B,
    ]

    @Test func textsStandBeforeAndAfterThePixels() throws {
        let file = Specimen.png(
            [Specimen.text("First", "one")], after: [Specimen.international("Last", "zwei ü")],
            trailing: 7)
        let blocks = try MetadataBlocks.read(file)
        #expect(blocks.texts.map(\.keyword) == ["First", "Last"])
        #expect(blocks.texts.map(\.text) == ["one", "zwei ü"])
        #expect(blocks.texts.map(\.carrier) == ["PNG tEXt \"First\"", "PNG iTXt \"Last\""])
        #expect(blocks.trailingBytes == 7)
        #expect(blocks.width == 64 && blocks.height == 48)
    }

    @Test func compressedTextsAreUnpacked() throws {
        let zTXt = Specimen.chunk("zTXt", Array("a\0\0".utf8) + packed)
        let iTXt = Specimen.chunk("iTXt", Array("b\0".utf8) + [1, 0, 0, 0] + packed)
        let blocks = try MetadataBlocks.read(Specimen.png([zTXt, iTXt]))
        #expect(blocks.texts.map(\.text) == ["a tall lighthouse", "a tall lighthouse"])
    }

    @Test func textIsUTF8ElseLatin1WithoutNULs() throws {
        let file = Specimen.png([
            Specimen.chunk("tEXt", Array("a\0".utf8) + Array("灯塔".utf8) + [0, 0]),
            Specimen.chunk("tEXt", Array("b\0".utf8) + [0x67, 0xE9, 0x6E, 0x69, 0x65]),
            Specimen.chunk("tEXt", Array("c\0x\u{1B}[31m\r\ny\u{7}\rz\tw".utf8)),
        ])
        let texts = try MetadataBlocks.read(file).texts.map(\.text)
        #expect(texts == ["灯塔", "génie", "x[31m\ny\nz\tw"])
    }

    @Test func animationChunkOfComfyUIIsAText() throws {
        let file = Specimen.png([], after: [Specimen.chunk("comf", Array("prompt\0{}".utf8))])
        #expect(try MetadataBlocks.read(file).texts.first?.carrier == "PNG comf \"prompt\"")
    }

    @Test func profileInHexadecimalDigitsIsABlock() throws {
        let block = Specimen.tiff([.short(0x0112, 8)])
        let digits = ("Exif\0\0".utf8 + block).map { String(format: "%02x", $0) }.joined()
        let text =
            "\nexif\n      \(block.count + 6)\n\(digits.prefix(72))\n\(digits.dropFirst(72))\n"
        let file = Specimen.png(texts: ["Raw profile type exif": text])
        #expect(try MetadataBlocks.read(file).exif == block)
        let facts = try PictureInspector.facts(of: file, file: "a.png")
        #expect(facts.orientation == 8)
        #expect(facts.displayWidth == 48 && facts.displayHeight == 64)
        #expect(facts.verdict == .nothingEmbedded)
    }

    @Test func extendedXMPIsPutInOrder() throws {
        let name = "0123456789ABCDEF0123456789ABCDEF"
        let main = "<x:xmpmeta xmpNote:HasExtendedXMP=\"\(name)\"/>"
        func piece(_ text: String, at offset: Int) -> [UInt8] {
            Specimen.segment(
                0xE1,
                Array("http://ns.adobe.com/xmp/extension/\0\(name)".utf8)
                    + Specimen.big(9, 4) + Specimen.big(offset, 4) + Array(text.utf8))
        }
        let head = Array("http://ns.adobe.com/xap/1.0/\0\(main)".utf8)
        let file = Specimen.jpeg([
            Specimen.segment(0xE1, head), piece("5678", at: 5), piece("01234", at: 0),
        ])
        let blocks = try MetadataBlocks.read(file)
        #expect(blocks.xmp == [main, "012345678"])
        #expect(blocks.xmpCarrier == "XMP")
        let broken = Specimen.jpeg([Specimen.segment(0xE1, head), piece("5678", at: 5)])
        #expect(try MetadataBlocks.read(broken).xmp == [main])
    }

    @Test func boxInSeveralSegmentsIsJoinedByItsNumbers() throws {
        let head: [UInt8] = Specimen.big(28, 4) + Array("jumb".utf8)
        func piece(_ number: Int, _ content: String) -> [UInt8] {
            Specimen.segment(
                0xEB,
                Array("JP".utf8) + Specimen.big(1, 2) + Specimen.big(number, 4) + head
                    + Array(content.utf8))
        }
        let file = Specimen.jpeg([piece(2, "klmnopqrst"), piece(1, "abcdefghij")])
        #expect(try MetadataBlocks.read(file).jumbf == head + Array("abcdefghijklmnopqrst".utf8))
    }

    @Test func chunksOfWebPAreFound() throws {
        let block = Specimen.tiff([.short(0x0112, 3)])
        let file = Specimen.webp([
            ("ANMF", [1, 2, 3]), ("EXIF", Array("Exif\0\0".utf8) + block),
            ("XMP ", Array("<x/>".utf8)), ("C2PA", [9, 9]),
        ])
        let blocks = try MetadataBlocks.read(file)
        #expect(blocks.format == "webp" && blocks.width == 64 && blocks.height == 48)
        #expect(blocks.exif == block)
        #expect(blocks.xmp == ["<x/>"])
        #expect(blocks.jumbf == [9, 9])
    }

    @Test func creditLineOfIPTCIsAStatement() throws {
        let credit = Array("Made with Google AI".utf8)
        let datasets: [UInt8] = [0x1C, 2, 0, 0, 2, 0, 4, 0x1C, 2, 110, 0, UInt8(credit.count)]
        let data = datasets + credit
        let resource =
            Array("Photoshop 3.0\08BIM".utf8) + [4, 4, 0, 0] + Specimen.big(data.count, 4)
        let file = Specimen.jpeg([Specimen.segment(0xED, resource + data)])
        let facts = try PictureInspector.facts(of: file, file: "a.jpg")
        #expect(facts.verdict == .generatedDeclared)
        #expect(facts.carriers == ["IPTC IIM credit"])
    }

    @Test func brokenPartsAreLeftOut() throws {
        var file = Specimen.png([Specimen.text("Comment", "kept")])
        file.removeLast(12)  // IEND
        file += Specimen.big(0x7FFF_FFFF, 4) + Array("tEXtlost".utf8)
        #expect(try MetadataBlocks.read(file).texts.map(\.text) == ["kept"])
    }

    @Test(arguments: [
        ([], InspectionError.Problem.unknownFormat),
        (Array("GIF89a".utf8), .unknownFormat),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .noSize(format: "png")),
        ([0xFF, 0xD8, 0xFF, 0xD9], .noSize(format: "jpeg")),
        (Array("RIFF\0\0\0\0WEBP".utf8), .noSize(format: "webp")),
    ])
    func filesWithoutAHeaderAreErrors(_ bytes: [UInt8], _ problem: InspectionError.Problem) {
        #expect(throws: InspectionError(file: "dir/x", problem: problem)) {
            try PictureInspector.facts(of: bytes, file: "dir/x")
        }
    }

    @Test func textsAreBoundedInNumber() throws {
        let texts = (0..<400).map { Specimen.text("k\($0)", "x") }
        #expect(try MetadataBlocks.read(Specimen.png(texts)).texts.count == 256)
    }

    @Test func textThatUnpacksHugelyIsCut() throws {
        // A literal "a", then copies of 258 bytes from one byte back (RFC 1951, 3.2.5 and 3.2.6).
        var bits = "1" + "10" + "10010001"
        for _ in 0..<66_000 { bits += "11000101" + "00000" }
        var stream: [UInt8] = [0x78, 0x9C]
        var (byte, count): (UInt8, UInt8) = (0, 0)
        for bit in bits.utf8 {
            byte |= (bit == UInt8(ascii: "1") ? 1 : 0) << count
            count += 1
            if count == 8 {
                stream.append(byte)
                (byte, count) = (0, 0)
            }
        }
        let chunk = Specimen.chunk("zTXt", Array("a\0\0".utf8) + stream)
        let text = try #require(try MetadataBlocks.read(Specimen.png([chunk])).texts.first)
        #expect(text.text.utf8.count == 16 << 20)
    }
}
