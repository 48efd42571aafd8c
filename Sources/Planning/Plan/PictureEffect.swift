import Foundation

/// A change of a clip's sampled picture, before its opacity, its corners and what lies above.
///
/// Lengths are pixels of the canvas. An `Animation` counts its times in frames from the start of the
/// clip's span, so an effect is the same whatever transition the clip has.
package enum PictureEffect: Hashable, Sendable {
    /// The forward diffusion of the picture itself, played back.
    case diffuse(Diffusion)

    /// Square cells of their mean colour, `cell` pixels a side; the grid's middle cell is centred in
    /// the placement box.
    ///
    /// A cell of at most one pixel changes nothing.
    case pixelate(cell: Animation)

    /// A Gaussian blur by its standard deviation in pixels; the edges of the box repeat.
    case blur(deviation: Animation)

    /// The share of the colour that is taken out, 0...1; Y' stays.
    case gray(amount: Animation)

    /// A factor in 0...1 on encoded R'G'B'.
    case dim(factor: Animation)

    /// Darkens towards the corners of the placement box, by `amount` (0...1) in the corner itself.
    case vignette(amount: Animation)

    /// Thin lines that cut the picture's box into `parts` equal columns and rows; at least 2.
    case grid(parts: Int)

    case spotlight(Spotlight)

    case adjust(Adjustment)

    /// A three-dimensional colour table, the absolute path of its `.cube` file.
    case lut(path: String)

    /// A soft-edged circle of the picture as it is, in a darker rest.
    package struct Spotlight: Hashable, Sendable {
        /// The centre as fractions of the picture's box on the canvas.
        package var x: Double
        package var y: Double

        /// As a fraction of the box's shorter side; above 0.
        package var radius: Double

        /// How much of the darkening applies, 0...1.
        package var amount: Animation

        package init(x: Double, y: Double, radius: Double, amount: Animation) {
            self.x = x
            self.y = y
            self.radius = radius
            self.amount = amount
        }
    }

    /// Changes of tone on encoded R'G'B' in 0...1: `(p - 0.5) * contrast + 0.5 + brightness`, and
    /// colour differences times `contrast * saturation`.
    package struct Adjustment: Hashable, Sendable {
        /// In -1...1; 0 changes nothing.
        package var brightness: Double

        /// In 0...4; 1 changes nothing.
        package var contrast: Double

        /// In 0...4; 0 is grey, 1 changes nothing.
        package var saturation: Double

        package init(brightness: Double, contrast: Double, saturation: Double) {
            self.brightness = brightness
            self.contrast = contrast
            self.saturation = saturation
        }
    }
}
