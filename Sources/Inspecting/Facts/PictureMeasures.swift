import Foundation

/// What can be measured in the pixels of the upright picture, in encoded sRGB.
package struct PictureMeasures: Hashable, Sendable {
    /// The main colours, the largest share first; at most six.
    package var palette: [Swatch]

    /// The mean of Y' = 0.2126 R + 0.7152 G + 0.0722 B, 0...1.
    package var brightness: Double

    /// The standard deviation of Y', 0...0.5.
    package var contrast: Double

    /// The shares of pixels with Y' below 64 and from 192 on, of 255.
    package var darkShare: Double
    package var brightShare: Double

    /// 64 bins of Y', as shares that sum to 1, or to 0 where no pixel can be seen.
    package var histogram: [Double]

    /// The variance of the Laplacian of Y' (0...255) at a longer side of 512 pixels.
    package var sharpness: Double

    /// Where a viewer probably looks: fractions of width and height.
    package var focus: Point

    /// The centres of the most detailed places, apart from each other, the strongest first; at most
    /// three.
    package var details: [Point]

    /// How light each place is.
    package var light: LightMap

    /// The share of pixels that are not opaque.
    package var transparentShare: Double

    package struct Point: Hashable, Sendable {
        package var x: Double
        package var y: Double

        package init(x: Double, y: Double) {
            self.x = x
            self.y = y
        }
    }

    package struct Swatch: Hashable, Sendable {
        /// 8 bits each.
        package var red: UInt8
        package var green: UInt8
        package var blue: UInt8
        /// Of all opaque pixels, 0...1.
        package var share: Double
        /// The colour's everyday name in English, as "dark blue".
        package var name: String
        /// The same in Simplified Chinese, as "深蓝".
        package var chineseName: String
        /// OKLCh chroma.
        package var chroma: Double

        package var hex: String { String(format: "#%02X%02X%02X", red, green, blue) }

        package init(
            red: UInt8, green: UInt8, blue: UInt8, share: Double, name: String,
            chineseName: String, chroma: Double
        ) {
            self.red = red
            self.green = green
            self.blue = blue
            self.share = share
            self.name = name
            self.chineseName = chineseName
            self.chroma = chroma
        }
    }

    package init(
        palette: [Swatch], brightness: Double, contrast: Double, darkShare: Double,
        brightShare: Double, histogram: [Double], sharpness: Double, focus: Point,
        details: [Point], light: LightMap, transparentShare: Double
    ) {
        self.palette = palette
        self.brightness = brightness
        self.contrast = contrast
        self.darkShare = darkShare
        self.brightShare = brightShare
        self.histogram = histogram
        self.sharpness = sharpness
        self.focus = focus
        self.details = details
        self.light = light
        self.transparentShare = transparentShare
    }
}
