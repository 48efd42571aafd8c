import Foundation
import Media
import Planning

/// Draws pure green, encodes it, decodes it, and looks at the code values.
package enum ColorSelfTest {
    package struct Result: Sendable {
        package var y: Int
        package var cb: Int
        package var cr: Int

        /// BT.709 limited range gives sRGB green Y 173 Cb 42 Cr 27.
        package var isRight: Bool {
            abs(y - 173) <= 1 && abs(cb - 42) <= 1 && abs(cr - 27) <= 1
        }
    }

    package static func run() async throws -> Result {
        let format = VideoFormat(width: 64, height: 64, rateNumerator: 25, rateDenominator: 1)
        let encoder = try VideoEncoder(format, quality: .high)
        let canvas = Canvas(
            width: 64, height: 64, frameRate: FrameRate(25),
            background: Color(red: 0, green: 255, blue: 0))
        FramePlanes(try encoder.nextFrame(), canvas).fill(YCbCr(canvas.background))
        let packets = try encoder.encode() + encoder.finish()
        let mean = try VideoDecoder.firstFrameMean(packets, extradata: encoder.extradata)
        return Result(
            y: Int(mean.y.rounded()), cb: Int(mean.cb.rounded()), cr: Int(mean.cr.rounded()))
    }
}
