import Foundation
import TestSupport
import Testing

@testable import Media

/// Films of other matrices, ranges and depths, as BT.709 of 8 bits in limited range: against
/// ITU-T H.273 in double precision, by way of R'G'B'.
struct PlaneConversionTests {
    /// H.273, tables 4 and 8.3: what samples are worth.
    private struct Code {
        var red: Double
        var blue: Double
        var isFull: Bool
        var depth: Int

        private var green: Double { 1 - red - blue }
        private var scale: Double { Double(1 << (depth - 8)) }
        private var most: Double { Double(1 << depth) - 1 }

        func rgb(_ y: Double, _ cb: Double, _ cr: Double) -> SIMD3<Double> {
            let luma = isFull ? y / most : (y / scale - 16) / 219
            let neutral = 128 * scale
            let pb = isFull ? (cb - neutral) / most : (cb - neutral) / scale / 224
            let pr = isFull ? (cr - neutral) / most : (cr - neutral) / scale / 224
            let r = luma + 2 * (1 - red) * pr
            let b = luma + 2 * (1 - blue) * pb
            return SIMD3(r, (luma - red * r - blue * b) / green, b)
        }

        func samples(_ rgb: SIMD3<Double>) -> [Double] {
            let luma = red * rgb.x + green * rgb.y + blue * rgb.z
            let (pb, pr) = ((rgb.z - luma) / (2 * (1 - blue)), (rgb.x - luma) / (2 * (1 - red)))
            return [16 + 219 * luma, 128 + 224 * pb, 128 + 224 * pr]
        }
    }

    private static let matrices: [(FrameColor.Matrix, red: Double, blue: Double)] = [
        (.bt601, 0.299, 0.114), (.bt709, 0.2126, 0.0722), (.bt2020, 0.2627, 0.0593),
        (.smpte240, 0.212, 0.087), (.fcc, 0.3, 0.11),
    ]

    private static let target = Code(red: 0.2126, blue: 0.0722, isFull: false, depth: 8)

    /// Codes all over the range, white, black, greys and colours.
    private static func colors(_ depth: Int) -> [[Int]] {
        let scale = 1 << (depth - 8)
        let some = [16, 17, 50, 81, 128, 145, 170, 200, 235]
        return some.flatMap { y in
            [[y, 128, 128], [y, 90, 140], [y, 140, 110], [y, 120, 131]].map {
                $0.map { $0 * scale + (depth > 8 ? $0 % scale : 0) }
            }
        }
    }

    private static func color(_ matrix: FrameColor.Matrix, _ isFull: Bool) -> FrameColor {
        FrameColor(matrix: matrix, isFullRange: isFull, light: .standard, primaries: .standard)
    }

    @Test(arguments: [8, 10, 12, 16], [false, true])
    func theFormulasAreThoseOfTheStandard(depth: Int, isFull: Bool) {
        for (matrix, red, blue) in Self.matrices {
            let source = Code(red: red, blue: blue, isFull: isFull, depth: depth)
            let conversion = PlaneConversion(Self.color(matrix, isFull), depth: depth)
            for color in Self.colors(depth) {
                let wanted = Self.target.samples(
                    source.rgb(Double(color[0]), Double(color[1]), Double(color[2])))
                let cb = Float(color[1]) - conversion.neutral
                let cr = Float(color[2]) - conversion.neutral
                let found = [
                    conversion.lumaGain * Float(color[0]) + conversion.lumaOffset
                        + conversion.cbInLuma * cb + conversion.crInLuma * cr,
                    128 + conversion.cbGain * cb + conversion.crInCb * cr,
                    128 + conversion.crGain * cr + conversion.cbInCr * cb,
                ]
                for (found, wanted) in zip(found, wanted) {
                    #expect(abs(Double(found) - wanted) < 0.001, "\(color)")
                }
            }
        }
    }

    @Test func onlyOurOwnColoursPassAsTheyAre() {
        #expect(PlaneConversion(.standard, depth: 8).isIdentity)
        #expect(!PlaneConversion(.standard, depth: 10).isIdentity)
        #expect(!PlaneConversion(Self.color(.bt709, true), depth: 8).isIdentity)
        #expect(!PlaneConversion(Self.color(.bt601, false), depth: 8).isIdentity)
    }

    /// A flat film of one colour; its planes after conversion.
    private func converted(
        _ color: [Int], depth: Int, layout: String, _ conversion: PlaneConversion,
        size: (Int, Int) = (16, 16), in folder: TemporaryFolder
    ) throws -> [[Double]] {
        let (width, height) = size
        let columns = layout == "444" ? width : (width + 1) / 2
        let rows = layout == "420" ? (height + 1) / 2 : height
        let samples =
            Array(repeating: color[0], count: width * height)
            + Array(repeating: color[1], count: columns * rows)
            + Array(repeating: color[2], count: columns * rows)
        let path = folder.path("a.y4m")
        let suffix = depth > 8 ? "p\(depth)" : layout == "420" ? "mpeg2" : ""
        try Y4M.write(
            width: width, height: height, layout: layout + suffix,
            frames: [Y4M.bytes(samples, depth: depth)], to: path)
        let frame = try #require(try FilmDecoder(path: path).next()).frame
        let planar = try #require(PlanarFrame(frame))
        #expect(planar.depth == depth)
        let memory = ConvertedPlanes(width: width, height: height)
        memory.fill(from: planar, conversion)
        let planes = try #require(memory.planes(chromaShift: .zero))
        return [
            (0..<height).flatMap { y in
                (0..<width).map { Double(planes.luma[y * planes.lumaStride + $0]) }
            },
            Array(
                UnsafeBufferPointer(
                    start: planes.cb, count: planes.chromaWidth * planes.chromaHeight)
            )
            .map(Double.init),
            Array(
                UnsafeBufferPointer(
                    start: planes.cr, count: planes.chromaWidth * planes.chromaHeight)
            )
            .map(Double.init),
        ]
    }

    /// Each sample is one of the two next to the exact value, and dither makes their mean right.
    @Test(arguments: ["420", "422", "444"], [8, 10, 12])
    func flatColoursComeOutAsTheirExactValue(layout: String, depth: Int) throws {
        let folder = try TemporaryFolder()
        for (index, (matrix, red, blue)) in Self.matrices.prefix(3).enumerated() {
            for isFull in [false, true] {
                let source = Code(red: red, blue: blue, isFull: isFull, depth: depth)
                let conversion = PlaneConversion(Self.color(matrix, isFull), depth: depth)
                let colors = Self.colors(depth)
                for color in [colors[8 + index], colors[17], colors[30 - index]] {
                    let planes = try converted(
                        color, depth: depth, layout: layout, conversion, in: folder)
                    let wanted = Self.target.samples(
                        source.rgb(Double(color[0]), Double(color[1]), Double(color[2])))
                    for (plane, value) in zip(planes, wanted) {
                        let mean = plane.reduce(0, +) / Double(plane.count)
                        #expect(abs(mean - value) <= 0.02, "\(color) \(isFull) \(red)")
                        #expect(plane.allSatisfy { abs($0 - value) < 1 }, "\(color) \(isFull)")
                    }
                }
            }
        }
    }

    @Test(arguments: [(1, 1), (1, 9), (9, 1), (15, 17), (33, 7)])
    func oddSizesAreFilledToTheirLastSample(width: Int, height: Int) throws {
        let folder = try TemporaryFolder()
        let conversion = PlaneConversion(Self.color(.bt601, true), depth: 8)
        let source = Code(red: 0.299, blue: 0.114, isFull: true, depth: 8)
        let wanted = Self.target.samples(source.rgb(90, 100, 150))
        for layout in ["420", "422", "444"] {
            let planes = try converted(
                [90, 100, 150], depth: 8, layout: layout, conversion, size: (width, height),
                in: folder)
            for (plane, value) in zip(planes, wanted) {
                #expect(plane.allSatisfy { abs($0 - value) < 1 }, "\(layout)")
            }
        }
    }

    @Test func nothingLeavesTheRange() throws {
        let folder = try TemporaryFolder()
        for isFull in [false, true] {
            for (matrix, _, _) in Self.matrices {
                let conversion = PlaneConversion(Self.color(matrix, isFull), depth: 8)
                for color in [
                    [0, 0, 255], [255, 255, 0], [255, 255, 255], [0, 0, 0], [1, 255, 1],
                ] {
                    let planes = try converted(
                        color, depth: 8, layout: "444", conversion, in: folder)
                    #expect(planes[0].allSatisfy { 16...235 ~= $0 })
                    #expect((planes[1] + planes[2]).allSatisfy { 16...240 ~= $0 })
                }
            }
        }
    }
}
