import Foundation
import Media
import TestSupport
import Testing

/// Tagged pictures look as they should once they are sRGB: CIEDE2000 of 2 at most.
struct PictureColorTests {
    /// A colour card in sRGB, 0...255: skin, foliage, sky, primaries, grays.
    static let card: [[Double]] = bytes.map { $0.map { Double($0) / 255 } }

    private static let bytes: [[Int]] = [
        [115, 82, 68], [194, 150, 130], [98, 122, 157], [87, 108, 67], [133, 128, 177],
        [103, 189, 170], [214, 126, 44], [80, 91, 166], [193, 90, 99], [94, 60, 108],
        [157, 188, 64], [224, 163, 46], [56, 61, 150], [70, 148, 73], [175, 54, 60],
        [231, 199, 31], [187, 86, 149], [8, 133, 161], [243, 243, 242], [200, 200, 200],
        [160, 160, 160], [122, 122, 121], [85, 85, 85], [52, 52, 52], [0, 0, 0], [255, 255, 255],
    ]

    /// Light of sRGB primaries as light of Display P3 primaries (both D65).
    static let toP3 = [
        [0.82246, 0.17754, 0], [0.03319, 0.96681, 0], [0.01708, 0.07240, 0.91052],
    ]

    /// Light of sRGB primaries as light of Adobe RGB primaries (both D65).
    static let toAdobe = [[0.71513, 0.28487, 0], [0, 1, 0], [0, 0.04117, 0.95883]]

    static let p3 = [
        [0.51512, 0.24120, -0.00105], [0.29198, 0.69225, 0.04189], [0.15710, 0.06657, 0.78407],
    ]
    static let adobe = [
        [0.60974, 0.31111, 0.01947], [0.20528, 0.62567, 0.06087], [0.14919, 0.06322, 0.74457],
    ]

    @Test(arguments: [8, 16])
    func displayP3CardLooksRight(bitDepth: Int) throws {
        let profile = ICCSpecimen.matrix(colorants: Self.p3, curve: ICCSpecimen.standard)
        try judge(
            matrix: Self.toP3, bitDepth: bitDepth, chunks: [PNGSpecimen.iCCP(profile)],
            encode: Self.encoded)
    }

    @Test(arguments: [8, 16])
    func adobeRGBCardLooksRight(bitDepth: Int) throws {
        let profile = ICCSpecimen.matrix(
            colorants: Self.adobe, curve: ICCSpecimen.gamma(2.19921875))
        try judge(
            matrix: Self.toAdobe, bitDepth: bitDepth, chunks: [PNGSpecimen.iCCP(profile)]
        ) { pow($0, 1 / 2.19921875) }
    }

    @Test func adobePrimariesNamedByChunksLookRight() throws {
        let primaries = [31270, 32900, 64000, 33000, 21000, 71000, 15000, 6000]
        let chunks: [(String, [UInt8])] = [
            ("gAMA", PNGSpecimen.word(45471)), ("cHRM", primaries.flatMap(PNGSpecimen.word)),
        ]
        try judge(matrix: Self.toAdobe, bitDepth: 8, chunks: chunks) { pow($0, 1 / 2.19921875) }
    }

    @Test func anSRGBProfileChangesNothing() throws {
        let standard = [
            [0.43607, 0.22249, 0.01392], [0.38515, 0.71687, 0.09708], [0.14307, 0.06061, 0.71410],
        ]
        let profile = ICCSpecimen.matrix(colorants: standard, curve: ICCSpecimen.standard)
        let folder = try TemporaryFolder()
        let path = folder.path("standard.png")
        let samples = (0..<255).map { UInt8(truncatingIfNeeded: $0 * 37) }
        try PNGSpecimen(
            width: 85, height: 1, chunks: [PNGSpecimen.iCCP(profile)], samples: samples
        ).write(to: path)
        let picture = try DecodedPicture(path: path)
        for pixel in 0..<85 {
            let stored = samples[(3 * pixel)..<(3 * pixel + 3)].map { Int($0) * 257 }
            #expect(Array(picture.pixel(x: pixel, y: 0).prefix(3)) == stored)
        }
    }

    @Test func aGrayProfileIsApplied() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("gray.png")
        let profile = ICCSpecimen.gray(curve: ICCSpecimen.gamma(1))
        try PNGSpecimen(
            width: 2, height: 1, colorType: 0, chunks: [PNGSpecimen.iCCP(profile)],
            samples: [55, 255]
        ).write(to: path)
        let picture = try DecodedPicture(path: path)
        #expect(picture.byte(x: 0, y: 0) == [128, 128, 128, 255])  // As for gAMA 1.
        #expect(picture.byte(x: 1, y: 0) == [255, 255, 255, 255])
    }

    @Test func aBrokenProfileIsIgnoredWithAWarning() throws {
        guard let plain = Fixtures.shared("media/images/plain.jpg") else { return }
        let folder = try TemporaryFolder()
        let path = folder.path("broken.jpg")
        let jpeg = try Data(contentsOf: plain)
        try Self.with(profile: [UInt8](repeating: 9, count: 300), in: jpeg)
            .write(to: URL(filePath: path))
        let picture = try DecodedPicture(path: path)
        #expect(picture.byte(x: 32, y: 20).elementsEqual([220, 40, 41, 255]))
        #expect(picture.warnings == ["its colour profile can't be used and was ignored"])
    }

    @Test func inksGoThroughTheirProfile() throws {
        guard let inks = Fixtures.shared("media/images/cmyk_adobe.jpg") else { return }
        let folder = try TemporaryFolder()
        let path = folder.path("inks.jpg")
        try Self.with(profile: ICCSpecimen.magentaDarkens(), in: Data(contentsOf: inks))
            .write(to: URL(filePath: path))
        let picture = try DecodedPicture(path: path)
        #expect(picture.warnings.first?.contains("embedded profile") == true)
        // Red has 215 of 255 magenta, green 75: what they leave of L*, as a gray of sRGB.
        for (x, magenta) in [(32, 215.0), (288, 75)] {
            let light = pow((100 * (1 - magenta / 255) + 16) / 116, 3)
            let gray = Int((Self.encoded(light) * 255).rounded())
            let found = picture.byte(x: x, y: 20)
            #expect(isClose(found, [gray, gray, gray, 255], tolerance: 4), "\(found) for \(gray)")
        }
    }

    @Test func theRulerAgreesWithItsPublishedExample() {
        let difference = ColorDifference.ciede2000([50, 2.6772, -79.7751], [50, 0, -82.7485])
        #expect(abs(difference - 2.0425) < 0.0001)
    }

    /// Writes the card in another colour space and judges how it is read.
    private func judge(
        matrix: [[Double]], bitDepth: Int, chunks: [(name: String, body: [UInt8])],
        encode: (Double) -> Double
    ) throws {
        let last = Double((1 << bitDepth) - 1)
        let samples = Self.card.flatMap { color -> [UInt8] in
            let light = color.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
            return matrix.flatMap { row -> [UInt8] in
                let sum = zip(row, light).map(*).reduce(0, +)
                let value = Int((min(max(encode(min(max(sum, 0), 1)), 0), 1) * last).rounded())
                return bitDepth == 8 ? [UInt8(value)] : [UInt8(value >> 8), UInt8(value & 255)]
            }
        }
        let folder = try TemporaryFolder()
        let path = folder.path("card.png")
        try PNGSpecimen(
            width: Self.card.count, height: 1, bitDepth: bitDepth, chunks: chunks, samples: samples
        ).write(to: path)
        let picture = try DecodedPicture(path: path)
        #expect(picture.warnings == [])
        for (x, color) in Self.card.enumerated() {
            let found = picture.pixel(x: x, y: 0).prefix(3).map { Double($0) / 65535 }
            let difference = ColorDifference.ciede2000(
                ColorDifference.lab(color), ColorDifference.lab(found))
            #expect(difference <= (bitDepth == 8 ? 1.5 : 0.3), "\(color) became \(found)")
        }
    }

    private static func encoded(_ light: Double) -> Double {
        light <= 0.0031308 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055
    }

    /// Puts a profile behind the start of a JPEG (ICC.1:2022, annex B.4).
    private static func with(profile: [UInt8], in jpeg: Data) -> Data {
        let body = Array("ICC_PROFILE\0".utf8) + [1, 1] + profile
        let length = body.count + 2
        return jpeg.prefix(2) + [0xFF, 0xE2, UInt8(length >> 8), UInt8(length & 255)] + body
            + jpeg.dropFirst(2)
    }
}
