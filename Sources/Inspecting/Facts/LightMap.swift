/// How light the places of a picture are: a coarse raster of square cells, row by row.
///
/// A cell's value is a grey, encoded sRGB, 0...1: the one with the mean relative luminance (WCAG 2.2)
/// of the cell. Mid gray shows through where the picture is not opaque.
package struct LightMap: Hashable, Sendable {
    package var width: Int
    package var height: Int
    package var values: [Double]

    /// - Precondition: `values` holds `width` x `height` numbers, at least one.
    package init(width: Int, height: Int, values: [Double]) {
        precondition(width > 0 && height > 0 && values.count == width * height)
        self.width = width
        self.height = height
        self.values = values
    }

    /// The lightest cell of those that the rectangle touches, in fractions of the picture; what is
    /// outside the picture counts as its nearest edge.
    package func lightest(x: ClosedRange<Double>, y: ClosedRange<Double>) -> Double {
        let columns = Self.cells(x, of: width)
        return Self.cells(y, of: height)
            .flatMap { row in columns.map { values[row * width + $0] } }
            .max() ?? 0
    }

    private static func cells(_ range: ClosedRange<Double>, of count: Int) -> ClosedRange<Int> {
        func cell(_ place: Double) -> Int {
            Int(min(max(place * Double(count), 0), Double(count - 1)).rounded(.down))
        }
        return cell(range.lowerBound)...cell(range.upperBound)
    }
}
