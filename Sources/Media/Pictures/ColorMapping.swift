/// How stored samples become sRGB; works in place on rows of RGBA, 16 bits a channel.
enum ColorMapping {
    /// The samples are sRGB, or close enough that no eye could tell.
    case identity
    case curve(CurveMapping)
    case matrix(MatrixMapping)
    case transform(ICCTransform)
    case light(LightMapping)

    /// Maps the colours of `row`; alpha stays.
    func apply(to row: UnsafeMutableBufferPointer<UInt16>) {
        switch self {
        case .identity: break
        case .curve(let mapping): mapping.apply(to: row)
        case .matrix(let mapping): mapping.apply(to: row)
        case .transform(let mapping): mapping.apply(to: row)
        case .light(let mapping): mapping.apply(to: row)
        }
    }

    /// This mapping, or `identity` where it changes no colour of a 5 x 5 x 5 grid by more than
    /// three quarters of an 8-bit step: the many makes of "sRGB" profiles differ by less.
    var simplified: ColorMapping {
        var grid: [UInt16] = []
        for red in 0..<5 {
            for green in 0..<5 {
                for blue in 0..<5 { grid += [red, green, blue].map(Self.level) + [65535] }
            }
        }
        let before = grid
        grid.withUnsafeMutableBufferPointer { apply(to: $0) }
        let isSame = zip(before, grid).allSatisfy { abs(Int($0) - Int($1)) <= 192 }
        return isSame ? .identity : self
    }

    /// Sixteen-bit levels that 8-bit samples can have too.
    private static func level(_ step: Int) -> UInt16 { UInt16(min(step * 64, 255) * 257) }
}

/// One curve for all three channels, from sample to sRGB.
struct CurveMapping {
    private let table: [UInt16]
    private let shift: UInt16

    init(_ curve: SampleCurve) {
        table = curve.light.map { SRGB.encodedByLight[Int($0 * 65535 + 0.5)] }
        shift = curve.isWide ? 0 : 8
    }

    func apply(to row: UnsafeMutableBufferPointer<UInt16>) {
        table.withUnsafeBufferPointer { table in
            for pixel in stride(from: 0, to: row.count &- 3, by: 4) {
                row[pixel] = table[Int(row[pixel] &>> shift)]
                row[pixel &+ 1] = table[Int(row[pixel &+ 1] &>> shift)]
                row[pixel &+ 2] = table[Int(row[pixel &+ 2] &>> shift)]
            }
        }
    }
}

/// Three curves to linear light, a matrix to the light of the sRGB primaries, the sRGB curve.
///
/// Colours outside sRGB are clipped channel by channel, which is what relative colorimetric
/// rendering does between two matrix profiles.
struct MatrixMapping {
    private let curves: [[Float]]
    private let rows: [SIMD3<Float>]
    private let shift: UInt16

    /// `curves` are those of red, green and blue; `matrix` takes their light to that of sRGB.
    init(curves: [SampleCurve], matrix: Matrix3) {
        self.curves = curves.map(\.light)
        rows = matrix.rows.map { SIMD3<Float>($0) * 65535 }
        shift = curves.first?.isWide == true ? 0 : 8
    }

    func apply(to row: UnsafeMutableBufferPointer<UInt16>) {
        let encoded = SRGB.encodedByLight
        let (first, second, third) = (rows[0], rows[1], rows[2])
        curves[0].withUnsafeBufferPointer { red in
            curves[1].withUnsafeBufferPointer { green in
                curves[2].withUnsafeBufferPointer { blue in
                    encoded.withUnsafeBufferPointer { encoded in
                        for pixel in stride(from: 0, to: row.count &- 3, by: 4) {
                            let r = red[Int(row[pixel] &>> shift)]
                            let g = green[Int(row[pixel &+ 1] &>> shift)]
                            let b = blue[Int(row[pixel &+ 2] &>> shift)]
                            row[pixel] = encoded[Self.index(first, r, g, b)]
                            row[pixel &+ 1] = encoded[Self.index(second, r, g, b)]
                            row[pixel &+ 2] = encoded[Self.index(third, r, g, b)]
                        }
                    }
                }
            }
        }
    }

    /// The sum may lie outside 0...65535 and may be NaN where a profile is malicious.
    private static func index(_ row: SIMD3<Float>, _ r: Float, _ g: Float, _ b: Float) -> Int {
        let light = row.x * r + row.y * g + row.z * b
        return light > 0 ? (light < 65535 ? Int(light + 0.5) : 65535) : 0
    }
}

/// The linear light of each value that a sample can have.
struct SampleCurve {
    /// Whether samples have 16 bits rather than 8 that were widened to 16.
    var isWide: Bool

    /// 0...1, by sample: 256 values, or 65,536 where `isWide`.
    var light: [Float]

    /// `light` gives the linear light of a sample, both 0...1.
    init(isWide: Bool, light: (Double) -> Double) {
        self.isWide = isWide
        let last = isWide ? 65535 : 255
        self.light = (0...last).map {
            let value = light(Double($0) / Double(last))
            return value > 0 ? (value < 1 ? Float(value) : 1) : 0  // NaN counts as 0.
        }
    }
}
