/// A picture made small and upright, for measuring.
struct WorkingRaster {
    /// The longer side at most; smaller pictures are kept as they are.
    static let longestSide = 512

    /// The mean of what one pixel covers: encoded sRGB, 0...1, weighted by opacity; zeros where
    /// nothing can be seen.
    struct Pixel {
        var red: Float
        var green: Float
        var blue: Float
        /// 0...1.
        var opacity: Float

        /// Mid gray shows through where the picture is not opaque: neither light nor dark.
        func over(_ ground: Float = 0.5) -> Pixel {
            let rest = ground * (1 - opacity)
            return Pixel(
                red: red * opacity + rest, green: green * opacity + rest,
                blue: blue * opacity + rest, opacity: 1)
        }
    }

    var width: Int
    var height: Int
    var pixels: [Pixel]

    /// The share of the picture's own pixels that are not wholly opaque.
    var transparentShare: Double

    var longerSide: Int { max(width, height) }

    /// The size at which a picture of `width` x `height` is measured.
    static func size(of width: Int, _ height: Int) -> (width: Int, height: Int) {
        let longer = max(width, height)
        guard longer > longestSide else { return (width, height) }
        let scale = Double(longestSide) / Double(longer)
        return (
            max(1, Int((Double(width) * scale).rounded())),
            max(1, Int((Double(height) * scale).rounded()))
        )
    }
}
