/// The working raster in square cells, at most 64 along the longer side.
struct CellGrid {
    static let longestSide = 64

    /// The mean colour of one cell, and how much of it can be seen.
    struct Cell {
        /// Of what is opaque.
        var color: OKLab
        /// The same over mid gray: what a viewer sees.
        var seen: OKLab
        /// Opaque pixels of the working raster.
        var weight: Double
    }

    var width: Int
    var height: Int
    var cells: [Cell]

    /// The side of a cell in pixels of the working raster.
    let cellSide: Int

    init(_ raster: WorkingRaster) {
        let side = max(1, (raster.longerSide + Self.longestSide - 1) / Self.longestSide)
        cellSide = side
        width = (raster.width + side - 1) / side
        height = (raster.height + side - 1) / side
        cells = []
        cells.reserveCapacity(width * height)
        for y in 0..<height {
            for x in 0..<width { cells.append(Self.cell(x, y, side: side, of: raster)) }
        }
    }

    var longerSide: Int { max(width, height) }

    /// The centre of the cell at `index`, as fractions of the picture.
    func center(_ index: Int) -> PictureMeasures.Point {
        PictureMeasures.Point(
            x: (Double(index % width) + 0.5) / Double(width),
            y: (Double(index / width) + 0.5) / Double(height))
    }

    /// The mean over each cell of `values`, one for every pixel of the raster.
    func means(of values: [Float], width rasterWidth: Int, height rasterHeight: Int) -> Field {
        var field = Field(width: width, height: height)
        for y in 0..<height {
            for x in 0..<width {
                let rows = y * cellSide..<min(rasterHeight, (y + 1) * cellSide)
                let columns = x * cellSide..<min(rasterWidth, (x + 1) * cellSide)
                var sum: Float = 0
                for row in rows {
                    for column in columns { sum += values[row &* rasterWidth &+ column] }
                }
                field.values[y * width + x] = Double(sum) / Double(rows.count * columns.count)
            }
        }
        return field
    }

    private static func cell(_ x: Int, _ y: Int, side: Int, of raster: WorkingRaster) -> Cell {
        var sum = WorkingRaster.Pixel(red: 0, green: 0, blue: 0, opacity: 0)
        let rows = y * side..<min(raster.height, (y + 1) * side)
        let columns = x * side..<min(raster.width, (x + 1) * side)
        for row in rows {
            for column in columns {
                let pixel = raster.pixels[row &* raster.width &+ column]
                sum.red += pixel.red * pixel.opacity
                sum.green += pixel.green * pixel.opacity
                sum.blue += pixel.blue * pixel.opacity
                sum.opacity += pixel.opacity
            }
        }
        let scale = sum.opacity > 0 ? 1 / sum.opacity : 0
        let mean = WorkingRaster.Pixel(
            red: sum.red * scale, green: sum.green * scale, blue: sum.blue * scale,
            opacity: min(1, sum.opacity / Float(rows.count * columns.count)))
        return Cell(
            color: OKLab(mean), seen: OKLab(mean.over()), weight: Double(sum.opacity))
    }
}

extension OKLab {
    fileprivate init(_ pixel: WorkingRaster.Pixel) {
        self.init(
            red: Double(pixel.red), green: Double(pixel.green), blue: Double(pixel.blue))
    }
}
