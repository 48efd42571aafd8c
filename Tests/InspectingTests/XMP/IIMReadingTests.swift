import Testing

@testable import Inspecting

@Suite struct IIMReadingTests {
    private static let sets: [UInt8] =
        [0x1C, 1, 90, 0, 3, 0x1B, 0x25, 0x47, 0x1C, 2, 110, 0, 19]
        + Array("Made with Google AI".utf8)

    static let resources: [UInt8] =
        Array("Photoshop 3.0\0".utf8) + Array("8BIM".utf8) + [0x03, 0xED, 2, 0x61, 0x62, 0]
        + [0, 0, 0, 3, 1, 2, 3, 0] + Array("8BIM".utf8) + [0x04, 0x04, 0, 0]
        + [0, 0, 0, UInt8(sets.count)] + sets

    @Test func theCreditIsFoundAmongResourcesAndBare() {
        #expect(IIMFacts.read(Self.resources)?.credit == "Made with Google AI")
        #expect(IIMFacts.read(Self.sets)?.credit == "Made with Google AI")
    }

    @Test func latin1IsReadWhereItIsNoUTF8() {
        #expect(IIMFacts.read([0x1C, 2, 110, 0, 2, 0xE9, 0x41])?.credit == "éA")
    }

    @Test(
        arguments: [
            [], [0x1C], [0x1C, 2, 110, 0, 9, 65], [0x1C, 2, 110, 0x80, 4, 0, 0, 0, 1],
            [0x1C, 2, 110, 0, 0], Array("8BIM".utf8), Array("Photoshop 3.0\0".utf8),
            Array("8BIM".utf8) + [4, 4, 255], [1, 2, 3],
        ] as [[UInt8]])
    func brokenDataSaysNothing(bytes: [UInt8]) {
        #expect(IIMFacts.read(bytes) == nil)
    }
}
