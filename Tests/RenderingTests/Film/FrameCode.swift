import Foundation
import Media
import TestSupport

@testable import Planning
@testable import Rendering

/// The number that the blocks in a frame spell.
///
/// As the material's own reader has it: the mean of 3 x 3 pixels in the middle of each block, and
/// no number where one is neither black nor white.
struct FrameCode {
    private let code: FilmFixture.Code
    private let width: Int
    private let height: Int

    init?(_ fixture: FilmFixture) {
        guard let code = fixture.facts.frame_code, let width = fixture.facts.width,
            let height = fixture.facts.height
        else { return nil }
        (self.code, self.width, self.height) = (code, width, height)
    }

    /// Reads from `gray`, 0...255 at a pixel of the upright picture.
    func number(_ gray: (_ x: Int, _ y: Int) -> Double) -> Int? {
        var number = 0
        let y = code.y0 + code.block_h / 2
        for bit in 0..<code.bits {
            let x = code.x0 + Int((Double(bit) + 0.5) * Double(code.block_w))
            var sum = 0.0
            for row in y - 1...y + 1 { for column in x - 1...x + 1 { sum += gray(column, row) } }
            guard !(90.0...165).contains(sum / 9) else { return nil }
            number = 2 * number + (sum / 9 > 127 ? 1 : 0)
        }
        return number
    }

    /// Reads from a film's frame as it is stored.
    func number(_ frame: FilmFrame, _ orientation: Orientation) throws -> Int? {
        let (storedWidth, storedHeight) =
            orientation.swapsSides ? (height, width) : (width, height)
        let stored: (Int, Int) -> Double
        switch frame.content {
        case .planes(let planes):
            stored = { (Double(planes.luma[$1 * planes.lumaStride + $0]) - 16) / 219 * 255 }
        case .picture(let reader):
            let rows = code.y0 + code.block_h / 2 + 2
            let gray = try Self.gray(reader, rows: orientation == .upright ? rows : storedHeight)
            stored = { gray[$1 * storedWidth + $0] }
        }
        return number { x, y in
            let place = orientation.stored(x: x, y: y, width: storedWidth, height: storedHeight)
            return stored(place.x, place.y)
        }
    }

    private static func gray(_ reader: PictureReader, rows: Int) throws -> [Double] {
        let row = UnsafeMutableBufferPointer<UInt16>.allocate(capacity: 4 * reader.rowWidth)
        defer { row.deallocate() }
        var gray: [Double] = []
        for _ in 0..<rows {
            try reader.readRow(into: row)
            gray += (0..<reader.rowWidth).map { Double(row[4 * $0 + 1]) / 257 }
        }
        return gray
    }
}

extension Drawn {
    /// 0...255, as a player shows it.
    func gray(_ x: Int, _ y: Int) -> Double { share(x, y) * 255 }
}
