import Foundation
import Inspecting
import Media
import TestSupport

/// A picture that is drawn by a formula and written as a PNG.
struct Drawing {
    var width: Int
    var height: Int
    /// 3 RGB, 4 RGBA.
    var channels = 3
    /// The channels of the pixel at x, y.
    var pixel: (_ x: Int, _ y: Int) -> [UInt8]

    var pixels: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(width * height * channels)
        for y in 0..<height {
            for x in 0..<width { bytes += pixel(x, y) }
        }
        return bytes
    }

    func write(to path: String) throws {
        try PNGWriter.write(
            pixels: pixels, width: width, height: height, channels: channels, to: path)
    }

    var measures: PictureMeasures {
        get throws {
            let folder = try TemporaryFolder()
            try write(to: folder.path("a.png"))
            return try PictureMeasurer.measures(ofPictureAt: folder.path("a.png"))
        }
    }
}
