import Foundation
import Testing
import Typesetting

@Suite struct MaskTests {
    /// Inter's lower-case l is a rectangle: 299 units wide from 201, 2048 high, advance 701 of 2816
    /// (`hb-shape --show-extents`).
    private let unit = 200 / 2816.0
    private let letter = TextRequest(text: "l", size: 200)

    @Test func rastersAreEvenAndTheirBordersEmpty() throws {
        for text in ["ÅgÉj|", "用“你好”，", "😀 f"] {
            for (stroke, blur) in [(0.0, 0.0), (5, 0), (5, 9), (0, 30)] {
                let request = TextRequest(
                    text: text, size: 57, italic: true, language: "zh", strokeWidth: stroke,
                    shadow: .init(dx: 13, dy: -8, blur: blur))
                let masks = try Setting.masks(request, x: 301.7, y: -20.2)
                let sides = [masks.originX, masks.originY, masks.width, masks.height]
                #expect(sides.allSatisfy { $0 % 2 == 0 })
                for raster in [masks.fill, masks.stroke, masks.shadow].compactMap({ $0 }) {
                    #expect(raster.count == masks.width * masks.height)
                    #expect(raster.contains { $0 > 20 })
                    #expect(masks.border(raster).allSatisfy { $0 == 0 })
                }
            }
        }
    }

    @Test func theDisplacedShadowHasRoom() throws {
        var request = letter
        request.shadow = .init(dx: 40.5, dy: -31, blur: 20)
        let masks = try Setting.masks(request, x: 100, y: 100)
        let shadow = try #require(masks.shadow)
        for (index, value) in shadow.enumerated() where value > 0 {
            let x = Double(index % masks.width) + 40.5
            let y = Double(index / masks.width) - 31
            #expect(x >= 0 && x <= Double(masks.width - 1))
            #expect(y >= 0 && y <= Double(masks.height - 1))
        }
    }

    @Test func coverageIsTheAreaOfTheOutline() throws {
        for shift in [0, 0.25, 0.613] {
            let masks = try Setting.masks(letter, x: 100 + shift, y: 100 - shift)
            let area = 299 * unit * 2048 * unit
            #expect(abs(masks.area(masks.fill) - area) / area < 0.003)
        }
    }

    @Test func theCenterIsThatOfTheLineBoxNotOfTheInk() throws {
        let masks = try Setting.masks(letter, x: 150, y: 120)
        let center = masks.centroid(masks.fill)
        // The advance is 701 units wide; the line box reaches from 2728 above to 680 below.
        #expect(abs(center.x - (150 + (201 + 299 / 2 - 701 / 2) * unit)) < 0.05)
        let baseline = 120 + (2728 - 680) / 2 * unit
        #expect(abs(center.y - (baseline - 1024 * unit)) < 0.05)
        #expect(abs(masks.block.height - 3408 * unit) < 1e-9)
        #expect(abs(masks.block.width - 701 * unit) < 1e-9)
        #expect(abs(masks.block.x + masks.block.width / 2 - 150) < 1e-9)
        #expect(abs(masks.block.y + masks.block.height / 2 - 120) < 1e-9)
    }

    @Test func aSubPixelMoveMovesTheCentroidByAsMuch() throws {
        let typesetter = try Setting.typesetter()
        let layout = typesetter.layout(TextRequest(text: "Sage &", size: 48))
        let start = typesetter.masks(for: layout, centerX: 200, centerY: 80)
        let origin = start.centroid(start.fill)
        for step in 1...20 {
            let (dx, dy) = (Double(step) * 0.1, Double(step) * -0.07)
            let moved = typesetter.masks(for: layout, centerX: 200 + dx, centerY: 80 + dy)
            let center = moved.centroid(moved.fill)
            #expect(abs(center.x - origin.x - dx) < 0.02)
            #expect(abs(center.y - origin.y - dy) < 0.02)
        }
    }

    @Test func theStrokeGrowsTheGlyphByItsWidthWithRoundCorners() throws {
        for width in [1.5, 4, 12.25] {
            var request = letter
            request.strokeWidth = width
            let masks = try Setting.masks(request, x: 100.3, y: 100.6)
            let stroke = try #require(masks.stroke)
            let grown =
                (299 * unit + 2 * width) * (2048 * unit + 2 * width)
                - (4 - Double.pi) * width * width
            #expect(abs(masks.area(stroke) - grown) / grown < 0.004)
            #expect(zip(stroke, masks.fill).allSatisfy { $0 >= $1 })
        }
    }

    @Test(arguments: [2.5, 4, 8])
    func theStrokeIsWhatLiesWithinItsWidthOfTheGlyph(width: Double) throws {
        var request = TextRequest(text: "Å%8国", size: 36, weight: 600, language: "zh")
        request.strokeWidth = width
        let masks = try Setting.masks(request, x: 90, y: 50)
        let stroke = try #require(masks.stroke)
        // Whatever is well within reach of solid ink is full, what no ink can reach is empty.
        let full = masks.pixels(within: width - 1, ofInkFrom: 128)
        let touched = masks.pixels(within: width + 1.5, ofInkFrom: 8)
        #expect(full.allSatisfy { stroke[$0] >= 250 })
        #expect(stroke.indices.allSatisfy { stroke[$0] <= 5 || touched.contains($0) })
        #expect(full.count > 1000)
    }

    @Test func theShadowIsAGaussianOfHalfTheBlurRadius() throws {
        var request = letter
        request.strokeWidth = 3
        request.shadow = .init(blur: 16)
        let masks = try Setting.masks(request, x: 100, y: 100)
        let stroke = try #require(masks.stroke)
        let shadow = try #require(masks.shadow)
        #expect(abs(masks.area(shadow) / masks.area(stroke) - 1) < 0.01)
        // Through the middle of a long edge only the distance across counts: a pair of error
        // functions.
        let half = 299 * unit / 2 + 3
        let left = 100 + (201 - 701 / 2) * unit
        let middle = left + 299 * unit / 2
        for x in stride(from: 60, to: 140, by: 3) {
            let distance = Double(x) + 0.5 - middle
            let expected =
                (erf((distance + half) / (8 * 2.0.squareRoot()))
                    - erf((distance - half) / (8 * 2.0.squareRoot()))) / 2
            let value = Double(masks.value(shadow, x: x, y: 100)) / 255
            #expect(abs(value - expected) < 0.008, "\(x)")
        }
    }

    @Test func aBlurOfZeroIsTheInkItself() throws {
        var request = letter
        request.shadow = .init(dx: 4, dy: 4, blur: 0)
        let masks = try Setting.masks(request, x: 100, y: 100)
        #expect(masks.shadow == masks.fill)
        #expect(masks.stroke == nil)
    }

    @Test func aLongDashIsSeamless() throws {
        // Two em dashes of the Latin face touch; at no sub-pixel place may a gap show between them.
        let typesetter = try Setting.typesetter()
        let layout = typesetter.layout(TextRequest(text: "——", size: 61.7))
        for step in 0..<8 {
            let masks = typesetter.masks(
                for: layout, centerX: 100 + Double(step) / 8, centerY: 50)
            let row = (0..<masks.height).max { first, second in
                masks.rowArea(first) < masks.rowArea(second)
            }
            let values = try masks.row(#require(row)).filter { $0 > 0 }
            let peak = values.max() ?? 0
            #expect(values.dropFirst().dropLast().allSatisfy { Int($0) >= Int(peak) - 6 })
        }
    }

    @Test func inkBoundsHoldTheInkExactly() throws {
        let layout = try Setting.layout(letter)
        let bounds = try #require(layout.inkBounds)
        #expect(abs(bounds.x - 201 * unit) < 1e-6)
        #expect(abs(bounds.width - 299 * unit) < 1e-6)
        #expect(abs(bounds.y - (2728 - 2048) * unit) < 1e-6)
        #expect(abs(bounds.height - 2048 * unit) < 1e-6)
    }

    @Test func aSlantKeepsTheBaselineAndLeansTheTop() throws {
        var request = letter
        request.italic = true
        let upright = try #require(try Setting.layout(letter).inkBounds)
        let slanted = try #require(try Setting.layout(request).inkBounds)
        #expect(abs(slanted.x - upright.x) < 0.01)
        let lean = 2048 * unit * tan(12 * Double.pi / 180)
        #expect(abs(slanted.width - upright.width - lean) < 0.05)
    }

    @Test func twoTypesettersGiveTheSameBytes() throws {
        let request = TextRequest(
            text: "Same 字节 bytes", size: 52.5, language: "zh", strokeWidth: 2,
            shadow: .init(dx: 2, dy: 2, blur: 6))
        let first = try Setting.masks(request, x: 321.37, y: 77.1)
        #expect(try Setting.masks(request, x: 321.37, y: 77.1) == first)
    }
}

extension TextMasks {
    /// The pixels whose centers lie within `distance` of those with at least `level` of fill.
    fileprivate func pixels(within distance: Double, ofInkFrom level: UInt8) -> Set<Int> {
        let reach = Int(distance)
        var offsets: [Int] = []
        for y in -reach...reach {
            for x in -reach...reach where Double(x * x + y * y) <= distance * distance {
                offsets.append(y * width + x)
            }
        }
        var result = [Bool](repeating: false, count: fill.count)
        for index in fill.indices where fill[index] >= level {
            for offset in offsets where result.indices.contains(index + offset) {
                result[index + offset] = true
            }
        }
        return Set(result.indices.filter { result[$0] })
    }

    fileprivate func row(_ index: Int) -> ArraySlice<UInt8> {
        fill[index * width..<(index + 1) * width]
    }

    fileprivate func rowArea(_ index: Int) -> Int {
        row(index).reduce(0) { $0 + Int($1) }
    }
}
