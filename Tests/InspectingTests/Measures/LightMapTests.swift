import Foundation
import TestSupport
import Testing

@testable import Inspecting

/// How light places are, against the curve of sRGB.
struct LightMapTests {
    @Test func aCellIsTheGrayOfItsMeanLuminance() throws {
        let light = try Drawing(width: 256, height: 128) { x, y in
            if x < 128 { return [255, 0, 0] }
            let gray: UInt8 = (x + y) % 2 == 0 ? 0 : 255
            return [gray, gray, gray]
        }.measures.light
        #expect((light.width, light.height) == (64, 32))
        // The gray of luminance 0.2126 is 0.4986, that of 0.5 is 0.7354.
        #expect(abs(light.lightest(x: 0...0.49, y: 0...1) - 0.4986) < 1e-3)
        #expect(abs(light.lightest(x: 0.51...1, y: 0...1) - 0.7354) < 1e-3)
    }

    @Test func theLightestTouchedCellCounts() {
        let light = LightMap(width: 4, height: 2, values: [0.1, 0.2, 0.3, 0.4, 0.8, 0.7, 0.6, 0.5])
        #expect(light.lightest(x: 0...1, y: 0...0.4) == 0.4)
        #expect(light.lightest(x: 0.3...0.6, y: 0.6...0.9) == 0.7)
        #expect(light.lightest(x: 0.3...0.6, y: 0.1...0.2) == 0.3)
        // Beside the picture its edge goes on.
        #expect(light.lightest(x: 1.5...2, y: -1 ... -0.5) == 0.4)
    }
}
