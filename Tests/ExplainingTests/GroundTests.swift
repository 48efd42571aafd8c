import Inspecting
import Planning
import Testing

@testable import Explaining

/// What words need of their ground, against WCAG's formula.
struct GroundTests {
    @Test(arguments: [(44.0, 4.5), (60, 3), (132, 3)])
    func theLightestGroundKeepsTheContrast(size: Double, least: Double) throws {
        for opacity in [1, 0.7] {
            let ink = Color.white.faded(opacity)
            let grey = ink.lightestGround(size: size)
            // Blended by hand.
            func contrast(_ grey: Double) -> Double {
                let level = UInt8((grey * 255).rounded())
                let blend = UInt8(((opacity + (1 - opacity) * grey) * 255).rounded())
                return Color(red: blend, green: blend, blue: blend)
                    .contrast(to: Color(red: level, green: level, blue: level))
            }
            #expect(contrast(grey) >= least)
            #expect(contrast(grey + 0.06) < least, "not much darker than it must")
        }
    }

    @Test func darkWordsAreReadOnNoDarkGround() {
        #expect(Color(red: 40, green: 40, blue: 40).lightestGround(size: 44) == 0)
    }

    @Test(arguments: [(0.3, 500.0), (0.6, 300), (0.8, 900), (0.9, 100), (1, 400)])
    func aRampReachesAsFarAsItMust(needed: Double, distance: Double) {
        let usual = Ramp(density: 0.7, length: 800)
        var ramp = usual
        ramp.reach(needed, at: distance)
        #expect(ramp.density(at: distance) >= min(needed, 0.95) - 1e-9)
        #expect((0...1).contains(ramp.density))
        #expect(ramp.density(at: ramp.length) == 0)
        for place in stride(from: 0.0, to: 1000, by: 50) {
            #expect(ramp.density(at: place) >= usual.density(at: place), "never less than before")
        }
    }

    @Test(arguments: [0.2, 0.5, 0.6, 0.8, 1])
    func aPictureIsDarkenedAsFarAsItMust(ground: Double) {
        let darkening = Darkening(most: 0.5, [(ground, 0.26), (0.1, 0.26)])
        #expect(darkening.shown(ground) <= 0.26 + 1e-3)
        #expect(darkening.brightness <= 0.5)
        if ground <= 0.5 { #expect(darkening.brightness == 0.5 && darkening.contrast == 1) }
        // Its lights lose more than its shadows.
        let plain = min(0.5, 0.26 / ground)
        #expect(darkening.shown(0.1) >= plain * 0.1 - 1e-3)
    }

    @Test func aRampThatIsDenseEnoughStays() {
        var ramp = Ramp(density: 0.7, length: 800)
        ramp.reach(0.3, at: 400)
        #expect(ramp == Ramp(density: 0.7, length: 800))
    }

    /// The middle of the canvas shows the point of the picture that the view is centred on.
    @Test func whatAViewShowsUnderAnArea() {
        let framing = Framing(pictureAspect: 16.0 / 9, boxAspect: 16.0 / 9, enlargement: 0.5)
        let box = Area(x: 0, y: 0, width: 1920, height: 1080)
        let whole = framing.shown(box, of: box, in: .init(x: 0.5, y: 0.5, zoom: 1))
        #expect(whole.x == 0...1 && whole.y == 0...1)
        let part = framing.shown(
            Area(x: 960, y: 540, width: 480, height: 540), of: box,
            in: .init(x: 0.4, y: 0.6, zoom: 2))
        #expect(abs(part.x.lowerBound - 0.4) < 1e-9 && abs(part.x.upperBound - 0.525) < 1e-9)
        #expect(abs(part.y.lowerBound - 0.6) < 1e-9 && abs(part.y.upperBound - 0.85) < 1e-9)
    }
}
