import Foundation
import Inspecting
import Planning
import Testing

@testable import Explaining

@Test(arguments: Theme.all.map(\.name))
func theAccentReadsOnItsGround(name: String) throws {
    let theme = try #require(Theme.named(name))
    for hex in ["#1A1838", "#FFE08A", "#0000FF", "#00FF00", "#FF00FF", "#400000", "#F8F8FF"] {
        let color = try #require(Color(hex: hex))
        let swatch = PictureMeasures.Swatch(
            red: color.red, green: color.green, blue: color.blue, share: 0.5, name: "",
            chineseName: "", chroma: OKLab(color).chroma)
        let accent = Accent([swatch], theme: theme)
        #expect(accent.line.contrast(to: theme.ground) >= 3)
        #expect(accent.word.contrast(to: theme.ground) >= 4.5)
    }
}

@Test func theAccentIsTheVividColourAndNotTheLargeOne() {
    let accent = Accent(ComposedSpecimen.picture().palette, theme: .dusk)
    let hue = OKLab(accent.line).hue
    #expect((40...75).contains(hue), "an orange or yellow, not the blue of the sky: \(hue)")
}

@Test func aGreyPictureTakesTheThemesAccent() {
    let grey = PictureMeasures.Swatch(
        red: 120, green: 120, blue: 120, share: 1, name: "", chineseName: "", chroma: 0)
    #expect(Accent([grey], theme: .dusk) == Accent([], theme: .dusk))
}

@Test func aViewStaysInsideThePicture() {
    for (picture, box) in [(1.5, 16.0 / 9), (1.5, 9.0 / 16), (0.5, 16.0 / 9), (1, 1)] {
        let framing = Framing(pictureAspect: picture, boxAspect: box, enlargement: 0.5)
        for x in [0.0, 0.3, 0.62, 1] {
            for zoom in [1.0, 1.2, 2] {
                let view = framing.view(x, 1 - x, zoom: zoom, at: (0.66, 0.5))
                let share = framing.share(at: view.zoom ?? 1)
                #expect((view.x ?? 0) - share.width / 2 >= -1e-4)
                #expect((view.x ?? 0) + share.width / 2 <= 1 + 1e-4)
                #expect((view.y ?? 0) - share.height / 2 >= -1e-4)
                #expect((view.y ?? 0) + share.height / 2 <= 1 + 1e-4)
            }
        }
    }
}

@Test func thePointStandsWhereItIsWanted() {
    let framing = Framing(pictureAspect: 16.0 / 9, boxAspect: 16.0 / 9, enlargement: 0.5)
    let view = framing.view(0.6, 0.5, zoom: 2, at: (0.66, 0.5))
    // On screen the point is at 0.5 + (0.6 - x) / share.
    #expect(abs(0.5 + (0.6 - (view.x ?? 0)) / 0.5 - 0.66) < 1e-3)
}

@Test func aSmallPictureIsNotEnlargedFurther() {
    let framing = Framing(pictureAspect: 1, boxAspect: 1, enlargement: 2.4)
    #expect(framing.view(0.5, 0.5, zoom: 1.1).zoom == 1)
}
