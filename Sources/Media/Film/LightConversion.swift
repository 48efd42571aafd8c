import Foundation

/// Takes planar Y'CbCr of high dynamic range or wide gamut to BT.709 of 8 bits, limited range.
///
/// Larger frames than are shown may be made smaller on the way, by means of 2 x 2 or 4 x 4 pixels:
/// each colour costs several table look-ups.
struct LightConversion {
    let color: FrameColor
    private let mapping: LightMapping

    init(_ color: FrameColor) {
        self.color = color
        mapping = LightMapping(color)
    }

    /// Fills `planes`, whose sides are those of `frame` over `step` (1, 2 or 4).
    func fill(_ planes: ConvertedPlanes, from frame: PlanarFrame, step: Int) {
        let scale = Scale(color, depth: frame.depth)
        let width = planes.width
        let half = (width + 1) / 2
        withUnsafeTemporaryAllocation(of: Float.self, capacity: 4 * (2 * half) + 2 * half) { all in
            guard let base = all.baseAddress else { return }
            let rows = (base, base + 2 * half)
            let chroma = (base + 4 * half, base + 5 * half)
            mapping.withMapper { mapper in
                for y in 0..<(planes.height + 1) / 2 {
                    let second = min(2 * y + 1, planes.height - 1)
                    Self.load(frame, plane: 0, row: 2 * y, step, step, width, into: rows.0)
                    Self.load(frame, plane: 0, row: second, step, step, width, into: rows.1)
                    rows.0[2 * half - 1] = rows.0[width - 1]
                    rows.1[2 * half - 1] = rows.1[width - 1]
                    let (across, down) = (
                        frame.halvesColumns ? step : 2 * step, frame.halvesRows ? step : 2 * step
                    )
                    Self.load(frame, plane: 1, row: y, across, down, half, into: chroma.0)
                    Self.load(frame, plane: 2, row: y, across, down, half, into: chroma.1)
                    let block = Block(rows: rows, chroma: chroma, count: half)
                    Self.convert(block, scale, mapper)
                    planes.store(block, pair: y)
                }
            }
        }
    }

    /// Two rows of luma and the row of chroma between them, as floats.
    struct Block {
        var rows: (UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>)
        var chroma: (UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>)
        /// The chroma samples.
        var count: Int
    }

    /// What samples are worth in R'G'B' of 0...1.
    private struct Scale {
        let luma: Float
        let black: Float
        let chroma: Float
        let neutral: Float
        let redOfCr: Float
        let greenOfCb: Float
        let greenOfCr: Float
        let blueOfCb: Float

        init(_ color: FrameColor, depth: Int) {
            let scale = Float(1 << (depth - 8))
            let full = Float(1 << depth) - 1
            luma = color.isFullRange ? 1 / full : 1 / (219 * scale)
            black = color.isFullRange ? 0 : 16 * scale
            chroma = color.isFullRange ? 1 / full : 1 / (224 * scale)
            neutral = 128 * scale
            let (red, blue) = (Float(color.matrix.red), Float(color.matrix.blue))
            let green = 1 - red - blue
            redOfCr = 2 * (1 - red)
            blueOfCb = 2 * (1 - blue)
            greenOfCb = -blue * blueOfCb / green
            greenOfCr = -red * redOfCr / green
        }
    }

    private static func convert(_ block: Block, _ scale: Scale, _ mapper: LightMapping.Mapper) {
        let (upper, lower) = block.rows
        for x in 0..<block.count {
            let cb = (block.chroma.0[x] - scale.neutral) * scale.chroma
            let cr = (block.chroma.1[x] - scale.neutral) * scale.chroma
            let shift = LightMapping.Color(
                scale.redOfCr * cr, scale.greenOfCb * cb + scale.greenOfCr * cr,
                scale.blueOfCb * cb)
            let first = convert(&upper[2 * x], shift, scale, mapper)
            let second = convert(&upper[2 * x + 1], shift, scale, mapper)
            let third = convert(&lower[2 * x], shift, scale, mapper)
            let fourth = convert(&lower[2 * x + 1], shift, scale, mapper)
            let red = (first.red + second.red + third.red + fourth.red) * 0.25
            let blue = (first.blue + second.blue + third.blue + fourth.blue) * 0.25
            let green = (first.green + second.green + third.green + fourth.green) * 0.25
            let luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
            block.chroma.0[x] = 128 + 224 * (blue - luma) / 1.8556
            block.chroma.1[x] = 128 + 224 * (red - luma) / 1.5748
        }
    }

    /// Replaces a luma sample by its code value and returns its R'G'B'.
    @inline(__always)
    private static func convert(
        _ sample: inout Float, _ shift: LightMapping.Color, _ scale: Scale,
        _ mapper: LightMapping.Mapper
    ) -> LightMapping.Color {
        let luma = (sample - scale.black) * scale.luma
        let color = mapper.map(
            LightMapping.Color(shift.red + luma, shift.green + luma, shift.blue + luma))
        sample = 16 + 219 * (0.2126 * color.red + 0.7152 * color.green + 0.0722 * color.blue)
        return color
    }

    /// Fills `to` with means of `across` by `down` samples of a plane, from row `down * row` on.
    private static func load(
        _ frame: PlanarFrame, plane: Int, row: Int, _ across: Int, _ down: Int, _ count: Int,
        into to: UnsafeMutablePointer<Float>
    ) {
        let (width, height) =
            plane == 0 ? (frame.width, frame.height) : (frame.chromaWidth, frame.chromaHeight)
        to.update(repeating: 0, count: count)
        for line in 0..<down {
            guard let from = frame.row(min(row * down + line, height - 1), of: plane) else {
                return
            }
            if frame.depth > 8 {
                add(from.assumingMemoryBound(to: UInt16.self), across, width, count, to)
            } else {
                add(from.assumingMemoryBound(to: UInt8.self), across, width, count, to)
            }
        }
        let share = 1 / Float(across * down)
        for x in 0..<count { to[x] *= share }
    }

    @inline(__always)
    private static func add<Sample: FixedWidthInteger & UnsignedInteger>(
        _ from: UnsafePointer<Sample>, _ across: Int, _ width: Int, _ count: Int,
        _ to: UnsafeMutablePointer<Float>
    ) {
        let whole = min(count, width / across)
        switch across {
        case 1: for x in 0..<whole { to[x] += Float(from[x]) }
        case 2: for x in 0..<whole { to[x] += Float(from[2 * x]) + Float(from[2 * x + 1]) }
        default:
            for x in 0..<whole {
                for k in 0..<across { to[x] += Float(from[across * x + k]) }
            }
        }
        for x in whole..<max(whole, count) {
            for k in 0..<across { to[x] += Float(from[min(across * x + k, width - 1)]) }
        }
    }
}
