import Foundation

/// JUMBF boxes that JPEG splits over APP11 segments (ISO/IEC 19566-5, D.2).
struct JUMBFPieces {
    /// Pieces of one box: those with the same instance number.
    private var boxes: [(instance: Int, pieces: [Piece])] = []

    /// The most boxes that are told apart: honest files have one or two.
    private static let mostBoxes = 16

    private struct Piece {
        var number: Int
        var bytes: ArraySlice<UInt8>
    }

    init() {}

    /// Takes a segment: "JP", the instance (2 bytes), the number (4 bytes), the box's head and a
    /// part of its content.
    mutating func add(_ body: ArraySlice<UInt8>) {
        let head = [UInt8](body.prefix(16))
        guard head.hasText("JP", at: 0), head.count == 16,
            let instance = Endianness.big.integer(head, at: 2, width: 2),
            let number = Endianness.big.integer(head, at: 4, width: 4)
        else { return }
        let piece = Piece(number: number, bytes: body.dropFirst(8))
        if let index = boxes.firstIndex(where: { $0.instance == instance }) {
            boxes[index].pieces.append(piece)
        } else if boxes.count < Self.mostBoxes {
            boxes.append((instance, [piece]))
        }
    }

    /// The manifest store, else the first box; nil where there is none.
    var store: [UInt8]? {
        let whole = boxes.map { joined($0.pieces) }
        // "jumb", then "jumd" whose type begins "c2pa" (C2PA 2.1, 11.1.4.2).
        return whole.first { $0.hasText("c2pa", at: 16) || $0.hasText("c2pa", at: 24) }
            ?? whole.first
    }

    /// The first piece whole; the head of the box, which the others repeat, falls off from them.
    private func joined(_ pieces: [Piece]) -> [UInt8] {
        let pieces = pieces.sorted { $0.number < $1.number }
        guard let first = pieces.first else { return [] }
        let isLong = first.bytes.prefix(4).elementsEqual([0, 0, 0, 1])
        return pieces.dropFirst().reduce(into: [UInt8](first.bytes)) { box, piece in
            box += piece.bytes.dropFirst(isLong ? 16 : 8)
        }
    }
}
