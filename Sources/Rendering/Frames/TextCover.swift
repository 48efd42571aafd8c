import Foundation
import Planning

/// How much of each column of a text's layer is there while the text comes or goes.
struct TextCover {
    /// Rows of the layer and the share of each of its columns, 0...1.
    private var bands: [(rows: Range<Int>, shares: [Double])]

    private let height: Int
    private let width: Int

    /// Everything is there.
    init(width: Int, height: Int) {
        (self.width, self.height) = (width, height)
        bands = []
    }

    var isWhole: Bool { bands.isEmpty }

    /// Covers each piece by its share, with edges that are `softness` columns wide.
    mutating func multiply(
        _ pieces: TextPieces, softness: Double, share: (_ piece: Int) -> Double
    ) {
        var added: [(rows: Range<Int>, shares: [Double])] = []
        for band in pieces.bands {
            var shares = [Double](repeating: 0, count: width)
            for run in band.runs {
                let value = share(run.piece)
                for column in run.columns { shares[column] = value }
            }
            added.append((band.rows, Self.softened(shares, Int(softness / 2))))
        }
        multiply(added)
    }

    /// Covers the columns from `from` to `to`, with edges that are `softness` columns wide.
    mutating func multiply(from: Double, to: Double, softness: Double) {
        let shares = (0..<width).map { column in
            let centre = Double(column) + 0.5
            let inside = min((centre - from) / softness, (to - centre) / softness) + 0.5
            return min(max(inside, 0), 1)
        }
        multiply([(0..<height, shares)])
    }

    private mutating func multiply(_ added: [(rows: Range<Int>, shares: [Double])]) {
        guard !bands.isEmpty else {
            bands = added
            return
        }
        var result: [(rows: Range<Int>, shares: [Double])] = []
        for old in bands {
            for new in added where old.rows.overlaps(new.rows) {
                let shares = zip(old.shares, new.shares).map { $0 * $1 }
                result.append((old.rows.clamped(to: new.rows), shares))
            }
        }
        bands = result
    }

    /// The mean over `radius` columns on both sides.
    private static func softened(_ shares: [Double], _ radius: Int) -> [Double] {
        guard radius > 0, !shares.isEmpty else { return shares }
        func at(_ column: Int) -> Double { shares[min(max(column, 0), shares.count - 1)] }
        var sum = (-radius...radius).reduce(0) { $0 + at($1) }
        return shares.indices.map { column in
            defer { sum += at(column + radius + 1) - at(column - radius) }
            return min(max(sum / Double(2 * radius + 1), 0), 1)
        }
    }

    /// Returns the weights of each row under an opacity of the whole.
    func weights(opacity: Double) -> (_ row: Int) -> LayerPlanes.RowWeight {
        let rows: [(Range<Int>, LayerPlanes.RowWeight)] = bands.map {
            ($0.rows, Self.weights($0.shares, opacity: opacity))
        }
        let even = LayerPlanes.RowWeight.even(Self.weight(opacity))
        return { row in
            guard !rows.isEmpty else { return even }
            return rows.first { $0.0.contains(row) }?.1 ?? .even(0)
        }
    }

    private static func weights(_ shares: [Double], opacity: Double) -> LayerPlanes.RowWeight {
        var chroma: [UInt8] = []
        // Chroma lies on the even luma columns: weights 1 2 1.
        for column in stride(from: 0, to: shares.count - 1, by: 2) {
            let before = shares[max(column - 1, 0)]
            let mean = (before + 2 * shares[column] + shares[column + 1]) / 4
            chroma.append(weight(mean * opacity))
        }
        return .columns(luma: shares.map { weight($0 * opacity) }, chroma: chroma)
    }

    private static func weight(_ share: Double) -> UInt8 {
        UInt8((min(max(share, 0), 1) * 255).rounded())
    }
}
