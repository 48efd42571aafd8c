import Planning
import Testing

@testable import Editing

@Suite struct ColorNamesTests {
    /// Values as CSS Color Module Level 4 prints them.
    @Test(arguments: [
        ("yellow", "#FFFF00"), ("rebeccapurple", "#663399"), ("darkslategrey", "#2F4F4F"),
        ("mediumpurple", "#9370DB"), ("palevioletred", "#DB7093"), ("aliceblue", "#F0F8FF"),
        ("yellowgreen", "#9ACD32"), ("navy", "#000080"), ("lightgoldenrodyellow", "#FAFAD2"),
    ])
    func colorsHaveTheirNames(name: String, hex: String) {
        #expect(ColorNames.color(named: name) == Color(hex: hex))
    }

    @Test(arguments: ["Dark Blue", "dark-blue", "DARKBLUE", "深蓝", "深蓝色"])
    func spellingIsFree(name: String) {
        #expect(ColorNames.color(named: name) == Color(hex: "#00008B"))
    }

    @Test(arguments: [
        ("黄色", "#FFFF00"), ("橘色", "#FFA500"), ("粉红", "#FFC0CB"), ("金黄色", "#FFD700"),
        ("咖啡色", "#A52A2A"), ("藏青", "#000080"), ("玫红", "#FF1493"), ("紫罗兰", "#EE82EE"),
        ("酒红色", "#800000"), ("绿松石", "#40E0D0"), ("靛蓝", "#4B0082"), ("卡其色", "#F0E68C"),
    ])
    func chineseColorsHaveTheirNames(name: String, hex: String) {
        #expect(ColorNames.color(named: name) == Color(hex: hex))
    }

    @Test(arguments: ["", "色", "colour", "#FFFF00", "yellowish", "好看的颜色"])
    func otherWordsAreNoColors(name: String) {
        #expect(ColorNames.color(named: name) == nil)
    }

    @Test func ofTwoNamesTheUsualOneIsSaid() {
        let names = ["aqua", "fuchsia", "grey", "lightgrey"].map {
            ColorNames.color(named: $0).flatMap(ColorNames.name(of:))
        }
        #expect(names == ["cyan", "magenta", "gray", "lightgray"])
    }

    @Test func onlyExactColorsHaveNames() {
        #expect(ColorNames.name(of: Color(red: 255, green: 255, blue: 1)) == nil)
        #expect(ColorNames.name(of: Color(red: 255, green: 255, blue: 0, alpha: 254)) == nil)
        #expect(ColorNames.chineseName(of: Color(red: 255, green: 255, blue: 0)) == "黄色")
        #expect(ColorNames.chineseName(of: Color(red: 240, green: 248, blue: 255)) == nil)
    }
}
