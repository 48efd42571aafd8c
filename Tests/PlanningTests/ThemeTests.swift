import Planning
import Testing

struct ThemeTests {
    /// WCAG's own examples: black on white is 21:1, #777777 on white 4.48:1.
    @Test func contrastFollowsItsDefinition() {
        #expect(abs(Color.black.contrast(to: .white) - 21) < 1e-9)
        let grey = Color(red: 0x77, green: 0x77, blue: 0x77)
        #expect(abs(grey.contrast(to: .white) - 4.48) < 0.01)
    }

    @Test(arguments: ThemeDefaults.all)
    func wordsAndAccentsReadOnTheirGround(theme: ThemeDefaults) {
        #expect(theme.ink.contrast(to: theme.ground) >= 7)
        #expect(theme.accent.contrast(to: theme.ground) >= 4.5)
    }

    @Test func fourThemesAreLight() {
        let light = ThemeDefaults.all.filter(\.isLight).map(\.name)
        #expect(light == ["clean", "paper", "classroom", "studio"])
    }

    /// A program that has no serif family sets titles in the family of the text.
    @Test func aFamilyThatIsNotThereIsNotTaken() throws {
        let json = #"{"m":{"theme":"paper"},"t":[{"tt":7,"sg":[{"tx":"a"}]}]}"#
        let without = try plan(json, options: .init(fontFamilies: ["Inter"])).text
        #expect(without.contains("style Inter 104"))
        let with = try plan(json, options: .init(fontFamilies: ["Inter", "Noto Serif"])).text
        #expect(with.contains("style Noto Serif 104"))
    }

    @Test func everyThemeIsKnownAndNoOther() throws {
        for name in ["dusk", "clean", "paper", "bold", "classroom", "studio"] {
            let json = #"{"m":{"theme":"\#(name)"},"t":[{"tt":7,"sg":[{"tx":"a"}]}]}"#
            #expect(try plan(json).notices.isEmpty)
        }
        let json = #"{"m":{"theme":"neon"},"t":[{"tt":7,"sg":[{"tx":"a"}]}]}"#
        #expect(try plan(json).notices.count == 1)
    }
}
