import Foundation
import Testing

@testable import Rendering

/// Half blocks against a reader of SGR sequences (ECMA-48 8.3.117, xterm's colours).
@Suite struct HalfBlocksTests {
    @Test(arguments: [(1, 2), (7, 6), (40, 22)])
    func eachCellShowsTwoPixels(width: Int, height: Int) throws {
        let picture = RGBPicture.noise(width: width, height: height)
        let lines = HalfBlocks(.full).lines(of: picture)
        #expect(lines.count == height / 2)
        let cells = try lines.map { try ShownCell.all(in: $0) }
        for (row, line) in cells.enumerated() {
            try #require(line.count == width)
            for (x, cell) in line.enumerated() {
                #expect(cell.upper == picture.color(x, 2 * row))
                #expect(cell.lower == picture.color(x, 2 * row + 1))
            }
        }
    }

    @Test func underALastOddRowNothingIsDrawn() throws {
        let picture = RGBPicture.noise(width: 5, height: 3)
        let lines = HalfBlocks(.full).lines(of: picture)
        try #require(lines.count == 2)
        let last = try ShownCell.all(in: lines[1])
        #expect(last.map(\.upper) == (0..<5).map { picture.color($0, 2) })
        #expect(last.allSatisfy { $0.lower == nil })
    }

    @Test func linesSetColoursOnceAndGiveThemBack() throws {
        let picture = RGBPicture(width: 50, height: 2, gray: 90)
        let lines = HalfBlocks(.full).lines(of: picture)
        let blocks = String(repeating: "▀", count: 50)
        #expect(lines == ["\u{1B}[38;2;90;90;90;48;2;90;90;90m\(blocks)\u{1B}[0m"])
    }

    @Test func withFewColoursTheNearestOneIsTaken() throws {
        let picture = RGBPicture.noise(width: 60, height: 40)
        let lines = HalfBlocks(.indexed).lines(of: picture)
        for (row, line) in lines.enumerated() {
            for (x, cell) in try ShownCell.all(in: line).enumerated() {
                let wanted = picture.color(x, 2 * row)
                let shown = try #require(cell.upper)
                let least = ShownCell.colors.map { Self.distance($0, wanted) }.min()
                #expect(Self.distance(shown, wanted) == least, "\(wanted) became \(shown)")
            }
        }
    }

    @Test func graysAndTheCornersOfTheCubeAreThemselves() throws {
        var picture = RGBPicture(width: 4, height: 2, gray: 128)
        picture.pixels[0..<12] = [0, 0, 0, 255, 255, 255, 255, 0, 0, 95, 175, 215]
        let cells = try HalfBlocks(.indexed).lines(of: picture).flatMap(ShownCell.all)
        #expect(cells.map(\.upper) == (0..<4).map { picture.color($0, 0) })
        #expect(cells.map(\.lower) == (0..<4).map { picture.color($0, 1) })
    }

    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        zip(a, b).reduce(0) { sum, pair in
            let difference = Int(pair.0) - Int(pair.1)
            return sum + difference * difference
        }
    }
}

extension RGBPicture {
    /// Pixels of all colours, always the same.
    static func noise(width: Int, height: Int) -> RGBPicture {
        var picture = RGBPicture(width: width, height: height, gray: 0)
        var state: UInt64 = 88_172_645_463_325_252
        for index in picture.pixels.indices {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            picture.pixels[index] = UInt8(truncatingIfNeeded: state >> 24)
        }
        return picture
    }

    func color(_ x: Int, _ y: Int) -> [UInt8] {
        Array(pixels[3 * (y * width + x)..<3 * (y * width + x) + 3])
    }
}

/// What a cell with an upper half block shows; nil where it is the terminal's own colour.
private struct ShownCell {
    var upper: [UInt8]?
    var lower: [UInt8]?

    struct Unreadable: Error {
        var text: String
    }

    /// The colours 16 to 255 of xterm.
    static let colors: [[UInt8]] = {
        let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
        let cube = levels.flatMap { r in levels.flatMap { g in levels.map { b in [r, g, b] } } }
        return cube + (0..<24).map { [UInt8](repeating: UInt8(8 + 10 * $0), count: 3) }
    }()

    static func all(in line: String) throws -> [ShownCell] {
        var (cells, pen) = ([ShownCell](), ShownCell())
        var rest = line[...]
        while !rest.isEmpty {
            if rest.hasPrefix("▀") {
                cells.append(pen)
                rest.removeFirst()
            } else if let match = rest.prefixMatch(of: /\u{1B}\[([0-9;]*)m/) {
                try pen.take(match.1.split(separator: ";").compactMap { Int($0) })
                rest = rest[match.range.upperBound...]
            } else {
                throw Unreadable(text: String(rest))
            }
        }
        guard pen.upper == nil, pen.lower == nil else { throw Unreadable(text: line) }
        return cells
    }

    private mutating func take(_ numbers: [Int]) throws {
        var numbers = numbers[...]
        while let first = numbers.popFirst() {
            switch first {
            case 0: (upper, lower) = (nil, nil)
            case 38: upper = try Self.color(&numbers)
            case 48: lower = try Self.color(&numbers)
            default: throw Unreadable(text: "\(first)")
            }
        }
    }

    private static func color(_ numbers: inout ArraySlice<Int>) throws -> [UInt8] {
        switch numbers.popFirst() {
        case 2? where numbers.count >= 3:
            defer { numbers.removeFirst(3) }
            return numbers.prefix(3).map { UInt8($0) }
        case 5?:
            guard let index = numbers.popFirst(), 16...255 ~= index else {
                throw Unreadable(text: "no index")
            }
            return colors[index - 16]
        default: throw Unreadable(text: "no colour")
        }
    }
}
