import Foundation
import Testing

@testable import Inspecting

/// Colours, their names and their shares.
struct PaletteTests {
    /// The table that Björn Ottosson published for XYZ and the corners of sRGB as CSS Color 4 and
    /// colorjs.io give them.
    @Test(arguments: [
        ([1.0, 1, 1], [1.0, 0, 0]), ([1, 0, 0], [0.6280, 0.2249, 0.1258]),
        ([0, 1, 0], [0.8664, -0.2339, 0.1795]), ([0, 0, 1], [0.4520, -0.0325, -0.3115]),
        ([0, 0, 0], [0, 0, 0]),
    ])
    func okLabAgreesWithThePublishedTable(rgb: [Double], lab: [Double]) {
        let color = OKLab(red: rgb[0], green: rgb[1], blue: rgb[2])
        #expect(abs(color.lightness - lab[0]) < 0.0002)
        #expect(abs(color.a - lab[1]) < 0.0002)
        #expect(abs(color.b - lab[2]) < 0.0002)
    }

    @Test func everyColorComesBackFromOKLab() {
        for step in stride(from: 0, through: 255 * 255 * 255, by: 99_991) {
            let (red, green, blue) = (step >> 16, step >> 8 & 255, step & 255)
            let back = OKLab(
                red: Double(red) / 255, green: Double(green) / 255, blue: Double(blue) / 255
            ).bytes
            #expect([back.red, back.green, back.blue].map(Int.init) == [red, green, blue])
        }
    }

    @Test func sharesOfFlatColorsAreExact() throws {
        let picture = Drawing(width: 320, height: 160) { x, _ in
            x < 160 ? [27, 58, 107] : x < 240 ? [230, 120, 30] : [245, 240, 235]
        }
        let palette = try picture.measures.palette
        #expect(palette.map(\.hex) == ["#1B3A6B", "#E6781E", "#F5F0EB"])
        #expect(palette.map { ($0.share * 1000).rounded() } == [500, 250, 250])
        #expect(palette.map(\.name) == ["dark blue", "warm orange", "white"])
        #expect(palette.map(\.chineseName) == ["深蓝", "暖橙", "白"])
    }

    @Test func colorsThatLookTheSameAreOne() throws {
        let picture = Drawing(width: 128, height: 64) { x, _ in
            x < 64 ? [120, 120, 120] : [124, 124, 124]
        }
        let palette = try picture.measures.palette
        #expect(palette.map(\.hex) == ["#7A7A7A"])
        #expect(palette.map(\.share) == [1])
    }

    @Test func thereAreSixColorsAtMostAndTheySumToAll() throws {
        let picture = Drawing(width: 256, height: 128) { x, y in
            [UInt8(x), UInt8(2 * y), UInt8(255 - x)]
        }
        let palette = try picture.measures.palette
        #expect(palette.count == 6)
        #expect(abs(palette.map(\.share).reduce(0, +) - 1) < 1e-9)
        #expect(palette.map(\.share) == palette.map(\.share).sorted(by: >))
    }

    @Test func whatIsTransparentHasNoColor() throws {
        let picture = Drawing(width: 128, height: 64, channels: 4) { x, y in
            x < 64 ? [255, 0, 0, 0] : y < 16 ? [0, 0, 255, 255] : [0, 128, 0, 255]
        }
        let measures = try picture.measures
        #expect(measures.palette.map(\.hex) == ["#008000", "#0000FF"])
        #expect(measures.palette.map(\.share) == [0.75, 0.25])
        #expect(measures.transparentShare == 0.5)
        let green = 0.7152 * 128 / 255
        #expect(abs(measures.brightness - (0.75 * green + 0.25 * 0.0722)) < 1e-4)
    }

    @Test func aWhollyTransparentPictureHasNoColorsAndNoLight() throws {
        let measures = try Drawing(width: 20, height: 20, channels: 4) { _, _ in
            [9, 9, 9, 0]
        }.measures
        #expect(measures.palette.isEmpty)
        #expect(measures.histogram.allSatisfy { $0 == 0 })
        #expect(measures.transparentShare == 1)
        #expect(hypot(measures.focus.x - 0.5, measures.focus.y - 0.5) < 1e-6)
    }

    /// Names that people gave: CSS keywords and everyday judgement.
    @Test(arguments: [
        (0x000000, "black", "黑"), (0xFFFFFF, "white", "白"), (0x808080, "grey", "灰"),
        (0x404040, "dark grey", "深灰"), (0xC8C8C8, "light grey", "浅灰"),
        (0x000080, "dark blue", "深蓝"), (0x0000FF, "bright blue", "亮蓝"),
        (0x87CEEB, "sky blue", "天蓝"), (0x708090, "greyish blue", "灰蓝"),
        (0xFFC0CB, "pale pink", "浅粉"), (0xFF8C00, "warm orange", "暖橙"),
        (0x8B4513, "brown", "棕"), (0xF5F5DC, "beige", "米色"), (0xD2B48C, "tan", "驼色"),
        (0xFFFF00, "bright yellow", "亮黄"), (0xFFD700, "golden yellow", "金黄"),
        (0x808000, "olive", "橄榄绿"), (0x006400, "dark green", "深绿"),
        (0x00FF00, "bright green", "亮绿"), (0x008080, "teal", "青"),
        (0x40E0D0, "turquoise", "青绿"), (0x800080, "purple", "紫"),
        (0xFF00FF, "bright magenta", "亮品红"), (0xFF0000, "bright red", "亮红"),
        (0x8B0000, "dark red", "深红"), (0xFA8072, "coral", "珊瑚红"),
    ])
    func colorsHaveTheirEverydayNames(hex: Int, english: String, chinese: String) {
        let channel = { (shift: Int) in Double(hex >> shift & 255) / 255 }
        let name = ColorName(OKLab(red: channel(16), green: channel(8), blue: channel(0)))
        #expect(name.english == english)
        #expect(name.chinese == chinese)
    }

    @Test func everyColorHasAName() {
        for lightness in stride(from: 0.0, through: 1, by: 0.05) {
            for chroma in stride(from: 0.0, through: 0.3, by: 0.03) {
                for hue in stride(from: 0.0, to: 6.28, by: 0.1) {
                    let name = ColorName(
                        OKLab(
                            lightness: lightness, a: chroma * cos(hue), b: chroma * sin(hue)))
                    #expect(!name.english.isEmpty && name.chinese.count <= 4)
                }
            }
        }
    }
}
