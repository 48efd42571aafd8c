import Foundation
import Planning
import Testing

@testable import Editing

/// Colours are those of the themes' table, computed by hand where alpha or lightness changes.
struct RestylingTests {
    /// A draft in `theme` with one text of `style` and one picture of `keys`, both JSON members.
    private func draft(
        _ theme: String?, style: String = "", keys: String = ##""color":"#123456""##
    ) throws -> Draft {
        let name = theme.map { #""theme":"\#($0)""# } ?? ""
        let json = #"""
            {"m":{\#(name)},"t":[{"tt":0,"sg":[{"d":1000,\#(keys)}]},
            {"tt":7,"sg":[{"d":1000,"tx":"Words","st":{\#(style)}}]}]}
            """#
        return try Draft(parsing: Array(json.utf8))
    }

    private func style(
        _ old: String?, _ new: String, _ style: String
    ) throws -> Draft.TextStyle {
        let restyled = try draft(old, style: style).restyled(to: new)
        return try #require(restyled.tracks[1].segments[0].style)
    }

    private func picture(_ old: String?, _ new: String, _ keys: String) throws -> Draft.Segment {
        try draft(old, keys: keys).restyled(to: new).tracks[0].segments[0]
    }

    private func color(_ old: String?, _ new: String, shape: String) throws -> Color? {
        try picture(old, new, #""color":"\#(shape)""#).color
    }

    @Test func theGroundChangesAndOtherBackgroundsStay() throws {
        var draft = try draft("dusk")
        draft.metadata.background = Color(hex: "#0B0D12")
        #expect(draft.restyled(to: "paper").metadata.background == Color(hex: "#F6F0E4"))
        #expect(draft.restyled(to: "paper").metadata.theme == "paper")
        draft.metadata.background = Color(hex: "#204060")
        #expect(draft.restyled(to: "paper").metadata.background == Color(hex: "#204060"))
        draft.metadata.background = nil
        #expect(draft.restyled(to: "paper").metadata.background == nil)
    }

    @Test(arguments: [
        // With the ink's own alpha, 96 %, the new ink comes whole; faded ink stays as faded.
        ("dusk", "paper", "#FFFFFFF5", "#2A241C"), ("dusk", "paper", "#FFFFFF7B", "#2A241C7B"),
        ("paper", "dusk", "#2A241C", "#FFFFFFF5"), ("clean", "bold", "#14161A99", "#FFFFFF99"),
        ("dusk", "clean", "#0B0D12", "#FFFFFF"), ("dusk", "studio", "#FFB070", "#3A3A3C"),
        ("dusk", "paper", "#FFE000", "#FFE000"),
        // Black is the colour of bold's scrim, but no words'.
        ("bold", "clean", "#000000", "#000000"),
    ])
    func wordsTakeTheNewInk(old: String, new: String, before: String, after: String) throws {
        let style = try style(old, new, #""color":"\#(before)""#)
        #expect(style.color == Color(hex: after))
    }

    @Test func withoutAThemeADraftIsInTheDefaultOne() throws {
        #expect(try style(nil, "paper", ##""color":"#FFFFFF""##).color == Color(hex: "#2A241C"))
        let plain = try draft(nil, style: #""size":90"#)
        var expected = plain
        expected.metadata.theme = "paper"
        #expect(plain.restyled(to: "paper") == expected)
    }

    @Test(arguments: [
        // Hairline 10 % to 16 %, panel 9 % to 6 %; another alpha stays.
        ("dusk", "paper", "#FFFFFF1A", "#2A241C29"), ("dusk", "paper", "#FFFFFF17", "#2A241C0F"),
        ("dusk", "paper", "#FFFFFF2C", "#2A241C2C"),
        // Classroom's panel is solid white.
        ("dusk", "classroom", "#FFFFFF17", "#FFFFFF"),
        ("classroom", "dusk", "#FFFFFF", "#FFFFFF17"),
        // A white card is none of dusk's faint lines and panels.
        ("dusk", "paper", "#FFFFFF", "#FFFFFF"),
        ("dusk", "clean", "#0B0D12A8", "#FFFFFFA8"), ("dusk", "clean", "#204060", "#204060"),
        // The way through the scrim, 97 of 255, becomes a quarter: 24.
        ("dusk", "clean", "#05060C9E", "#FFFFFFE7"), ("dusk", "bold", "#05060C9E", "#0000009E"),
    ])
    func shapesTakeTheColourOfTheirRole(
        old: String, new: String, before: String, after: String
    ) throws {
        #expect(try color(old, new, shape: before) == Color(hex: after))
    }

    /// 56 of 255 go through #…C7, a quarter is 14.
    @Test func scrimsBecomeLightAndDense() throws {
        let gradient =
            ##""gen":{"k":"gradient","from":"#05060C00","to":"#05060CC7","angle":180}"##
        let light = try #require(try picture("dusk", "paper", gradient).generated)
        #expect(light.from == Color(hex: "#F6F0E400"))
        #expect(light.to == Color(hex: "#F6F0E4F1"))
        #expect(light.angle == 180)
        let dark = try #require(try picture("dusk", "bold", gradient).generated)
        #expect(dark.from == Color(hex: "#00000000"))
        #expect(dark.to == Color(hex: "#000000C7"))
    }

    @Test func colorsOfAPaletteAreNoThemes() throws {
        let keys = ##""gen":{"k":"palette","colors":["#FFFFFF","#0B0D12"]}"##
        let palette = try #require(try picture("dusk", "paper", keys).generated)
        #expect(palette.colors == ["#FFFFFF", "#0B0D12"].compactMap { Color(hex: $0) })
    }

    @Test func blackShadowsAndClearBoxesStay() throws {
        let keys = ##""shadow":{"color":"#0000008C"},"box":{"color":"#00000000"}"##
        let style = try style("bold", "clean", keys)
        #expect(style.shadow?.color == Color(hex: "#0000008C"))
        #expect(style.box?.color == Color(hex: "#00000000"))
    }

    @Test func boxesAndOutlinesOfTheThemeFollow() throws {
        let keys = ##""box":{"color":"#0B0D12B8"},"stroke":{"color":"#FFFFFFF5","width":4}"##
        let style = try style("dusk", "paper", keys)
        #expect(style.box?.color == Color(hex: "#F6F0E4B8"))
        #expect(style.stroke?.color == Color(hex: "#2A241C"))
        #expect(style.stroke?.width == 4)
    }

    /// Paper's ink has 1.1:1 on this blue, white 13.8:1.
    @Test func wordsOnABoxOfTheirOwnStayReadable() throws {
        let keys = ##""color":"#FFFFFF","box":{"color":"#102A60"}"##
        #expect(try style("dusk", "paper", keys).color == Color(hex: "#FFFFFF"))
    }

    /// (v, v, 0) has 0.9278 of grey's luminance.
    ///
    /// 4.5:1 on white leaves 1.05 / 4.5 - 0.05 = 0.1833:
    /// v is 0.4818 at most, 0.48 in steps of lightness of 0.01: 122 of 255.
    @Test func bareWordsThatCouldBeReadCanBeReadAgain() throws {
        let bare = ##""color":"#FFFF00","box":{"color":"#00000000"}"##
        #expect(try style("dusk", "clean", bare).color == Color(hex: "#7A7A00"))
        #expect(try style("dusk", "bold", bare).color == Color(hex: "#FFFF00"))
    }

    @Test func wordsThatLightUpAreReadBesideTheirNeighbours() throws {
        let follows = ##""preset":"caption","color":"#FFFFFFF5","highlight":"#FFFF00""##
        #expect(try style("dusk", "clean", follows).highlight == Color(hex: "#7A7A00"))
        let stays = ##""preset":"caption","color":"#FF80FF","highlight":"#FFFF00""##
        #expect(try style("dusk", "clean", stays).highlight == Color(hex: "#FFFF00"))
    }

    /// 80 % of 255 is 204.
    @Test func bareDarkWordsGlowInLightThemesAlone() throws {
        let bare = ##""color":"#FFFFFFF5","box":{"color":"#00000000"}"##
        let light = try draft("dusk", style: bare).restyled(to: "paper")
        let shadow = light.tracks[1].segments[0].style?.shadow
        #expect(shadow?.color == Color(hex: "#F6F0E4CC"))
        let clean = light.restyled(to: "clean")
        #expect(clean.tracks[1].segments[0].style?.shadow?.color == Color(hex: "#FFFFFFCC"))
        #expect(clean.restyled(to: "dusk").tracks[1].segments[0].style?.shadow == nil)
    }

    @Test(arguments: [
        ("dusk", "paper", #""preset":"card","size":92,"weight":600"#, "Noto Serif"),
        ("dusk", "clean", #""preset":"card","size":92,"weight":600"#, nil),
        ("dusk", "paper", #""preset":"card","size":36,"weight":600"#, nil),
        ("dusk", "paper", #""preset":"card","size":92,"weight":500"#, nil),
        ("dusk", "paper", #""preset":"card","size":92,"weight":600,"font":"Inter""#, "Inter"),
        ("paper", "dusk", #""preset":"card","size":92,"font":"Noto Serif""#, nil),
        ("clean", "dusk", #""preset":"card","size":92,"font":"Noto Serif""#, "Noto Serif"),
    ])
    func largeHeadingsHaveTheFamilyOfTitles(
        old: String, new: String, keys: String, family: String?
    ) throws {
        let bare = keys + ##","box":{"color":"#00000000"}"##
        #expect(try style(old, new, bare).font == family)
    }

    @Test func presetsOfTitlesNeedNoFamily() throws {
        #expect(try style("dusk", "paper", #""preset":"title","weight":600"#).font == nil)
    }

    /// 0.5 goes to half the contrast, and 0.375 more keeps white white: 0.5 · 0.25 + 0.5 + 0.375.
    @Test func aDimmedPictureBecomesAPaleOneAndBack() throws {
        let keys = #""src":"a.png","fx":[{"k":"blur","from":8},{"k":"dim","from":0.5,"to":0.5}]"#
        let pale = try draft("dusk", keys: keys).restyled(to: "paper")
        let effects = pale.tracks[0].segments[0].effects
        #expect(effects.map(\.kind) == [.blur, .adjust])
        #expect(effects[1].settings["contrast"]?.value == .number(JSONNumber(0.25)))
        #expect(effects[1].settings["brightness"]?.value == .number(JSONNumber(0.375)))
        let back = pale.restyled(to: "dusk").tracks[0].segments[0].effects
        #expect(back == (try draft("dusk", keys: keys).tracks[0].segments[0].effects))
    }

    @Test func effectsThatAreNoVeilStay() throws {
        for keys in [
            #""src":"a.png","fx":[{"k":"dim","from":1,"to":0.5}]"#,
            #""src":"a.png","fx":[{"k":"adjust","contrast":0.25,"brightness":0.1}]"#,
        ] {
            let before = try draft("dusk", keys: keys)
            for (old, new) in [("dusk", "paper"), ("paper", "dusk")] {
                var draft = before
                draft.metadata.theme = old
                let effects = draft.restyled(to: new).tracks[0].segments[0].effects
                #expect(effects == before.tracks[0].segments[0].effects)
            }
        }
    }

    @Test func theSameThemeChangesNothing() throws {
        let draft = try draft(
            "dusk", style: ##""color":"#FFFFFFF5","box":{"color":"#00000000"}"##,
            keys: ##""color":"#FFFFFF1A""##)
        #expect(draft.restyled(to: "dusk") == draft)
    }

    @Test func anUnknownThemeChangesItsNameAlone() throws {
        let draft = try draft("dusk", style: ##""color":"#FFFFFFF5""##)
        var expected = draft
        expected.metadata.theme = "neon"
        #expect(draft.restyled(to: "neon") == expected)
    }

    /// Hues and saturations of CSS's named colours: coral is hsl(16, 100 %, 66 %).
    @Test func lightnessMovesAndHueStays() throws {
        var coral = HSL(try #require(Color(hex: "#FF7F50")))
        #expect(abs(coral.hue * 60 - 16.1) < 0.1)
        #expect(abs(coral.saturation - 1) < 1e-9)
        #expect(abs(coral.lightness - 0.657) < 0.001)
        #expect(coral.color(alpha: 255) == Color(hex: "#FF7F50"))
        coral.lightness = 0
        #expect(coral.color(alpha: 9) == Color(hex: "#00000009"))
    }
}
