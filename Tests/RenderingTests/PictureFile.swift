import Foundation
import Media
import TestSupport

/// A picture made of a formula, written as PNG.
struct PictureFile {
    var path: String
    var width: Int
    var height: Int

    // Writes a picture of one byte a channel.
    //
    // - Parameter value: the 1 to 4 channels of a pixel, as many as `channels`.
    init(
        _ width: Int, _ height: Int, channels: Int, in folder: TemporaryFolder,
        value: (_ x: Int, _ y: Int) -> [UInt8]
    ) throws {
        var pixels: [UInt8] = []
        pixels.reserveCapacity(width * height * channels)
        for y in 0..<height { for x in 0..<width { pixels += value(x, y) } }
        try self.init(width, height, channels: channels, pixels, in: folder)
    }

    init(
        _ width: Int, _ height: Int, channels: Int, _ pixels: [UInt8], in folder: TemporaryFolder
    ) throws {
        path = folder.path("\(UUID().uuidString).png")
        (self.width, self.height) = (width, height)
        try PNGWriter.write(
            pixels: pixels, width: width, height: height, channels: channels, to: path)
    }
}
