import Testing

@testable import Inspecting

/// Boxes and elements that were put together by hand.
@Suite struct BoxTests {
    @Test func sizesMayBeShortLongOrToTheEnd() {
        let short: [UInt8] = [0, 0, 0, 10] + Array("cborAB".utf8)
        let long: [UInt8] =
            [0, 0, 0, 1] + Array("json".utf8) + [0, 0, 0, 0, 0, 0, 0, 17] + Array("C".utf8)
        let rest: [UInt8] = [0, 0, 0, 0] + Array("bidbDEF".utf8)
        let boxes = JUMBFBox.list(in: (short + long + rest)[...])
        #expect(boxes.map(\.type) == ["cbor", "json", "bidb"])
        let payloads = boxes.map { String(decoding: $0.payload, as: UTF8.self) }
        #expect(payloads == ["AB", "C", "DEF"])
    }

    @Test(
        arguments: [
            [0, 0, 0, 7, 0x63, 0x62, 0x6F, 0x72], [0, 0, 0, 9, 0x63, 0x62, 0x6F, 0x72],
            [0, 0, 0, 1, 0x63, 0x62, 0x6F, 0x72, 0, 0, 0, 0, 0, 0, 0],
            [0, 0, 0, 1, 0x63, 0x62, 0x6F, 0x72, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
            [0, 0, 0, 8, 0x63],
        ] as [[UInt8]])
    func aBoxThatDoesNotFitEndsTheList(bytes: [UInt8]) {
        #expect(JUMBFBox.list(in: bytes[...]).isEmpty)
    }

    @Test func aLabelStandsWhereTheTogglesSaySo() throws {
        let uuid = Array("c2as".utf8) + [UInt8](repeating: 0, count: 12)
        func superbox(_ description: [UInt8]) -> JUMBFSuperbox? {
            let size = UInt8(description.count + 8)
            let payload = [0, 0, 0, size] + Array("jumd".utf8) + description
            return JUMBFSuperbox(JUMBFBox(type: "jumb", payload: payload[...]))
        }
        let named = try #require(superbox(uuid + [3] + Array("c2pa.assertions\0x".utf8)))
        #expect(named.label == "c2pa.assertions")
        #expect(named.kind == "c2as")
        #expect(superbox(uuid + [0] + Array("no label".utf8))?.label == "")
        #expect(superbox(uuid) == nil)
    }

    @Test func lengthsOfElementsHaveTwoForms() throws {
        let long = try #require(DERElement(at: [0x30, 0x82, 0x00, 0x03, 0x02, 0x01, 0x05, 0xFF]))
        #expect(long.whole.count == 7)
        #expect(long.children.map(\.tag) == [DERElement.integer])
        #expect(long.children.first.map { Array($0.content) } == [5])
        #expect(DERElement(at: [0x30, 0x80, 0, 0]) == nil)
        #expect(DERElement(at: [0x30, 0x85, 1, 0, 0, 0, 0]) == nil)
        #expect(DERElement(at: [0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF]) == nil)
        #expect(DERElement(at: [0x1F, 0x01, 0x00]) == nil)
        #expect(DERElement(at: [0x02]) == nil)
    }

    @Test(
        arguments: [
            (0x0C, [0xE6, 0xB0, 0xB4], "水"), (0x13, [0x41, 0x42], "AB"),
            (0x14, [0x41, 0xE9], "Aé"),
            (0x1E, [0x6C, 0x34, 0x00, 0x41], "水A"),
        ] as [(UInt8, [UInt8], String)])
    func namesMayBeInSeveralAlphabets(tag: UInt8, bytes: [UInt8], text: String) throws {
        func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
            [tag, UInt8(content.count)] + content
        }
        let pair = element(0x06, [0x55, 4, 10]) + element(tag, bytes)
        let name = element(0x30, element(0x31, element(0x30, pair)))
        let empty = element(0x30, [])
        let body = element(0x02, [1]) + empty + name + empty + name + empty
        let certificate = Certificate(element(0x30, element(0x30, body)))
        #expect(certificate?.subject.organisation == text)
        #expect(certificate?.issuer == certificate?.subject)
    }
}
