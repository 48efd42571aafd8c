import Foundation
import Testing

@testable import Media

/// High dynamic range on a standard display, against the standards' own figures.
struct LightMappingTests {
    private static let perceptual = FrameColor(
        matrix: .bt2020, isFullRange: false, light: .perceptual(peak: 1000), primaries: .standard)
    private static let hybrid = FrameColor(
        matrix: .bt2020, isFullRange: false, light: .hybridLogGamma, primaries: .standard)

    /// ITU-R BT.2408-7, table 1: grey card and whites in cd/m2, and their signal in percent.
    private static let levels = [(26.0, 38.0, 38.0), (162, 56, 71), (179, 57, 73), (203, 58, 75)]

    /// SMPTE ST 2084, equation 5.2: the signal of a light in cd/m2.
    private func signal(_ light: Double) -> Double {
        let (m1, m2) = (0.1593017578125, 78.84375)
        let (c1, c2, c3) = (0.8359375, 18.8515625, 18.6875)
        let power = pow(light / 10_000, m1)
        return pow((c1 + c2 * power) / (1 + c3 * power), m2)
    }

    /// ITU-R BT.2100-2, table 5: the signal of a scene's light, 0...1.
    private func hybridSignal(_ scene: Double) -> Double {
        let (a, b, c) = (0.17883277, 0.28466892, 0.55991073)
        return scene <= 1.0 / 12 ? (3 * scene).squareRoot() : a * log(12 * scene - b) + c
    }

    /// IEC 61966-2-1.
    private func encoded(_ light: Double) -> Double {
        light <= 0.0031308 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055
    }

    /// What a display shows for one colour, 0...255 each.
    private func shown(_ color: FrameColor, _ signal: SIMD3<Double>) -> SIMD3<Double> {
        shown(LightMapping(color), signal)
    }

    private func shown(_ mapping: LightMapping, _ signal: SIMD3<Double>) -> SIMD3<Double> {
        var row = (0..<3).map { UInt16((min(max(signal[$0], 0), 1) * 65_535).rounded()) } + [65_535]
        row.withUnsafeMutableBufferPointer { mapping.apply(to: $0) }
        #expect(row[3] == 65_535)
        return SIMD3(Double(row[0]), Double(row[1]), Double(row[2])) / 257
    }

    @Test func theCurvesAreThoseOfTheStandards() {
        for (light, perceptual, hybrid) in Self.levels {
            #expect(abs(100 * signal(light) - perceptual) <= 0.5)
            let found = 10_000 * LightTables.perceptual(perceptual / 100)
            #expect(abs(100 * signal(found) - perceptual) < 1e-6)
            // A nominal display of 1000 cd/m2 raises the scene's light to 1.2.
            let scene = pow(light / 1000, 1 / 1.2)
            #expect(abs(100 * hybridSignal(scene) - hybrid) <= 0.5)
            #expect(abs(LightTables.hybridLogGamma(hybridSignal(scene)) - scene) < 1e-6)
        }
        #expect(LightTables.perceptual(0) == 0)
        #expect(abs(LightTables.perceptual(1) - 1) < 1e-9)
        // BT.2100-2, table 4: 100 cd/m2 are 0.5081, 1000 are 0.7518.
        #expect(abs(10_000 * LightTables.perceptual(0.508078) - 100) < 0.01)
        #expect(abs(10_000 * LightTables.perceptual(0.751827) - 1000) < 0.02)
        #expect(LightTables.hybridLogGamma(0) == 0)
        #expect(abs(LightTables.hybridLogGamma(0.5) - 1.0 / 12) < 1e-9)
        #expect(abs(LightTables.hybridLogGamma(1) - 1) < 1e-6)
    }

    @Test func referenceWhiteIsNearlyWhite() {
        let perceptual = shown(Self.perceptual, SIMD3(repeating: signal(203)))
        let hybrid = shown(Self.hybrid, SIMD3(repeating: hybridSignal(pow(0.203, 1 / 1.2))))
        #expect(perceptual.min() >= 245 && perceptual.max() <= 255, "\(perceptual)")
        #expect(hybrid.min() >= 245 && hybrid.max() <= 255, "\(hybrid)")
    }

    @Test func lightUpTo85PercentOfReferenceWhiteIsExact() {
        let mappings = (LightMapping(Self.perceptual), LightMapping(Self.hybrid))
        for step in 0...85 {
            let light = Double(step) / 100
            let wanted = 255 * encoded(light)
            let perceptual = shown(mappings.0, SIMD3(repeating: signal(203 * light)))
            let scene = pow(0.203 * light, 1 / 1.2)
            let hybrid = shown(mappings.1, SIMD3(repeating: hybridSignal(scene)))
            #expect(abs(perceptual.x - wanted) <= 1, "\(step) %")
            #expect(abs(hybrid.x - wanted) <= 1, "\(step) %")
        }
    }

    @Test func brighterIsNeverDarkerAndThePeakIsWhite() {
        for color in [Self.perceptual, Self.hybrid] {
            var ramp = (0...65_535).flatMap { _ in [UInt16](repeating: 65_535, count: 4) }
            for value in 0...65_535 {
                for channel in 0..<3 { ramp[4 * value + channel] = UInt16(value) }
            }
            ramp.withUnsafeMutableBufferPointer { LightMapping(color).apply(to: $0) }
            var last: UInt16 = 0
            var falls = 0
            for value in 0...65_535 {
                if ramp[4 * value] < last { falls += 1 }
                last = ramp[4 * value]
            }
            #expect(falls == 0)
            #expect(ramp[0] == 0 && last == 65_535)
        }
        let peak = shown(Self.perceptual, SIMD3(repeating: signal(1000)))
        #expect(peak.min() >= 254.5)
        // Beyond the stated peak there is nothing but white.
        #expect(shown(Self.perceptual, SIMD3(repeating: 1)).min() == 255)
    }

    /// All corners of the cube, where a channel of sRGB is far below 0 or above 1.
    @Test(arguments: [FrameColor.Primaries.standard, .bt2020, .displayP3])
    func noColourBreaksIt(primaries: FrameColor.Primaries) {
        let lights: [FrameColor.Light] = [
            .perceptual(peak: 203), .perceptual(peak: 10_000), .hybridLogGamma, .linear, .standard,
        ]
        for light in lights {
            let color = FrameColor(
                matrix: .bt2020, isFullRange: true, light: light, primaries: primaries)
            let mapping = LightMapping(color)
            for corner in 0..<8 {
                let signal = SIMD3(
                    Double(corner & 1), Double(corner >> 1 & 1), Double(corner >> 2))
                let found = shown(mapping, signal)
                #expect(found.min() >= 0 && found.max() <= 255)
                if corner == 0 { #expect(found == .zero) }
                if corner == 7 { #expect(found.min() >= 254.5, "\(light): \(found)") }
            }
        }
    }

    /// Colours of sRGB, written with other primaries (H.273, table 2), come back.
    @Test(arguments: [FrameColor.Primaries.bt2020, .displayP3])
    func primariesAreConvertedToThoseOfSRGB(primaries: FrameColor.Primaries) {
        // Rows of RGB to RGB in linear light, to five digits: ITU-R BT.2087-0, part 2; and the
        // product of the matrices of SMPTE EG 432-1 and IEC 61966-2-1.
        let matrix: [SIMD3<Double>] =
            primaries == .bt2020
            ? [
                SIMD3(0.6274, 0.3293, 0.0433), SIMD3(0.0691, 0.9195, 0.0114),
                SIMD3(0.0164, 0.0880, 0.8956),
            ]
            : [
                SIMD3(0.8225, 0.1774, 0), SIMD3(0.0332, 0.9669, 0), SIMD3(0.0171, 0.0724, 0.9108),
            ]
        let color = FrameColor(
            matrix: .bt709, isFullRange: true, light: .standard, primaries: primaries)
        let colors: [SIMD3<Double>] = [
            SIMD3(220, 40, 40), SIMD3(40, 180, 60), SIMD3(40, 70, 220), SIMD3(230, 210, 40),
            SIMD3(250, 250, 250), SIMD3(12, 12, 12),
        ]
        let mapping = LightMapping(color)
        for wanted in colors {
            let light = SIMD3(
                SRGB.light(wanted.x / 255), SRGB.light(wanted.y / 255), SRGB.light(wanted.z / 255))
            let wide = SIMD3(
                encoded((matrix[0] * light).sum()), encoded((matrix[1] * light).sum()),
                encoded((matrix[2] * light).sum()))
            let found = shown(mapping, wide)
            let error = found - wanted
            #expect(max(error.max(), -error.min()) <= 1.2, "\(found), not \(wanted)")
        }
    }
}
