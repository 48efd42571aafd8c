import Foundation
import Media
import TestSupport
import Testing

/// The eight orientations against the words of the EXIF specification (CIPA DC-008, 4.6.4).
struct OrientationTests {
    /// Where the stored 0th row and 0th column are seen, as the specification names them.
    static let sides: [(Orientation, row: String, column: String)] = [
        (.upright, "top", "left"), (.mirrored, "top", "right"), (.upsideDown, "bottom", "right"),
        (.mirroredUpsideDown, "bottom", "left"), (.mirroredLeft, "left", "top"),
        (.right, "right", "top"), (.mirroredRight, "right", "bottom"), (.left, "left", "bottom"),
    ]

    @Test(arguments: sides.indices)
    func firstRowAndColumnAreSeenWhereEXIFSays(_ index: Int) {
        let (orientation, row, column) = Self.sides[index]
        #expect(orientation.rawValue == index + 1)
        let (width, height) = (5, 3)
        let shownWidth = orientation.swapsSides ? height : width
        let shownHeight = orientation.swapsSides ? width : height
        for y in 0..<shownHeight {
            for x in 0..<shownWidth {
                let stored = orientation.stored(x: x, y: y, width: width, height: height)
                let onSide = [
                    "top": y == 0, "bottom": y == shownHeight - 1, "left": x == 0,
                    "right": x == shownWidth - 1,
                ]
                #expect((stored.y == 0) == onSide[row])
                #expect((stored.x == 0) == onSide[column])
                let back = orientation.shown(
                    x: stored.x, y: stored.y, width: width, height: height)
                #expect(back.x == x && back.y == y)
            }
        }
    }

    @Test func aQuarterTurnRewritesAPlane() {
        // 1 2 3        4 1
        // 4 5 6   ->   5 2   turned right.
        //              6 3
        let turned = Orientation.right.turnedUpright([1, 2, 3, 4, 5, 6], width: 3, height: 2)
        #expect(turned == [4, 1, 5, 2, 6, 3])
        let mirrored = Orientation.mirrored.turnedUpright(["a", "b"], width: 2, height: 1)
        #expect(mirrored == ["b", "a"])
    }

    @Test(arguments: [true, false], 1...8)
    func exifChunkOfAPNGTurnsIt(bigEndian: Bool, value: Int) throws {
        let folder = try TemporaryFolder()
        let path = folder.path("turned.png")
        try PNGSpecimen(
            width: 3, height: 2, colorType: 0,
            chunks: [("eXIf", Self.exif(value, bigEndian: bigEndian))], samples: [1, 2, 3, 4, 5, 6]
        ).write(to: path)
        let info = try PictureInfo.read(path: path)
        #expect(info.orientation.rawValue == value)
        #expect(info.storedWidth == 3 && info.storedHeight == 2)
        #expect(info.width == (value >= 5 ? 2 : 3))
        #expect(info.height == (value >= 5 ? 3 : 2))
    }

    @Test func nonsenseInEXIFIsIgnored() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("odd.png")
        let sound = Self.exif(6, bigEndian: true)
        let blocks = [
            Self.exif(9, bigEndian: true), Self.exif(0, bigEndian: false),
            Array("MM\0*".utf8) + [255, 255, 255, 255],  // The directory lies far outside.
            Array("MM\0*".utf8) + [0, 0, 0, 8, 255, 255], Array(sound.dropLast(10)),
        ]
        for block in blocks {
            try PNGSpecimen(
                width: 1, height: 1, colorType: 0, chunks: [("eXIf", block)], samples: [1]
            ).write(to: path)
            #expect(try PictureInfo.read(path: path).orientation == .upright)
        }
    }

    /// A TIFF directory with a width that doesn't matter and the orientation.
    private static func exif(_ orientation: Int, bigEndian: Bool) -> [UInt8] {
        func number(_ value: Int, _ size: Int) -> [UInt8] {
            let bytes = (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
            return bigEndian ? bytes.reversed() : bytes
        }
        let mark = Array((bigEndian ? "MM" : "II").utf8) + number(42, 2)
        let width = number(0x0100, 2) + number(4, 2) + number(1, 4) + number(3, 4)
        let turn =
            number(0x0112, 2) + number(3, 2) + number(1, 4) + number(orientation, 2) + number(0, 2)
        return mark + number(8, 4) + number(2, 2) + width + turn + number(0, 4)
    }
}
