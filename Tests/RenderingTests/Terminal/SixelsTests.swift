import Foundation
import Testing

@testable import Rendering

/// Sixels against a reader written from the manual of the VT330 and VT340.
@Suite struct SixelsTests {
    @Test(arguments: [(1, 1), (5, 6), (33, 13), (64, 48)])
    func eachPixelIsDrawnOnceInAColourNextToItsOwn(width: Int, height: Int) throws {
        let picture = RGBPicture.noise(width: width, height: height)
        let drawn = try SixelDrawing(Sixels.text(of: picture))
        #expect(drawn.width == width && drawn.height == height)
        #expect(drawn.pixels.count == width * height)
        for y in 0..<height {
            for x in 0..<width {
                let pixel = try #require(drawn.pixels[[x, y]], "(\(x), \(y)) is not drawn")
                for (shown, wanted) in zip(pixel, picture.color(x, y)) {
                    // Less than a step of the palette.
                    #expect(abs(shown - Double(wanted)) < 51)
                }
            }
        }
    }

    @Test func coloursOfThePaletteAreExact() throws {
        let levels: [UInt8] = [0, 51, 102, 153, 204, 255]
        var picture = RGBPicture(width: 36, height: 6, gray: 0)
        for (y, red) in levels.enumerated() {
            for x in 0..<36 {
                let pixel = [red, levels[x / 6], levels[x % 6]]
                picture.pixels.replaceSubrange(3 * (36 * y + x)..<3 * (36 * y + x) + 3, with: pixel)
            }
        }
        let drawn = try SixelDrawing(Sixels.text(of: picture))
        for y in 0..<6 {
            for x in 0..<36 {
                #expect(drawn.pixels[[x, y]] == picture.color(x, y).map(Double.init))
            }
        }
    }

    @Test(arguments: [1, 20, 77, 130, 200, 254] as [UInt8])
    func ditherKeepsTheMean(gray: UInt8) throws {
        let drawn = try SixelDrawing(
            Sixels.text(of: RGBPicture(width: 16, height: 16, gray: gray)))
        let mean = drawn.pixels.values.map { $0[1] }.reduce(0, +) / 256
        // 64 thresholds lie in a step of 51.
        #expect(abs(mean - Double(gray)) <= 51.0 / 64)
    }

    @Test func runsOfEqualSixelsAreCounted() {
        let text = Sixels.text(of: RGBPicture(width: 900, height: 6, gray: 255))
        #expect(text.hasSuffix("#215!900~$\u{1B}\\"))
    }
}

/// What a terminal draws; per cent become 0...255.
private struct SixelDrawing {
    var width = 0
    var height = 0
    var pixels: [[Int]: [Double]] = [:]

    struct Unreadable: Error {
        var text: String
    }

    init(_ text: String) throws {
        guard let match = text.wholeMatch(of: /\u{1B}P[0-9;]*q([ -~]*)\u{1B}\\/) else {
            throw Unreadable(text: String(text.prefix(40)))
        }
        var palette: [Int: [Double]] = [:]
        var (x, band, color) = (0, 0, 0)
        for token in String(match.1).matches(of: /(["#!]?)([0-9;]*)([?-~$\-]?)/) {
            let numbers = token.2.split(separator: ";").compactMap { Int($0) }
            switch token.1 {
            case "\"": (width, height) = (numbers[2], numbers[3])
            case "#":
                color = numbers[0]
                if numbers.count == 5, numbers[1] == 2 {
                    palette[color] = numbers[2...].map { Double($0) * 2.55 }
                }
            case "", "!": break
            default: throw Unreadable(text: String(token.0))
            }
            guard let last = token.3.first else { continue }
            switch last {
            case "$": x = 0
            case "-": (x, band) = (0, band + 1)
            default:
                let count = token.1 == "!" ? numbers[0] : 1
                let bits = Int(last.asciiValue ?? 0x3F) - 0x3F
                for column in x..<x + count {
                    for row in 0..<6 where bits >> row & 1 == 1 {
                        let place = [column, 6 * band + row]
                        guard pixels[place] == nil else { throw Unreadable(text: "twice") }
                        pixels[place] = palette[color]?.map { $0.rounded() }
                    }
                }
                x += count
            }
        }
    }
}
