import Foundation

/// XMP that did not fit into one JPEG segment (XMP Specification part 3, 1.1.3.1).
struct ExtendedXMP {
    /// The pieces by the 32 hexadecimal digits that name their packet, in the order of arrival.
    private var packets: [(name: String, length: Int, pieces: [Piece])] = []

    private struct Piece {
        var offset: Int
        var bytes: ArraySlice<UInt8>
    }

    init() {}

    /// Takes a piece: the name, the full length, the offset, the bytes.
    mutating func add(_ body: ArraySlice<UInt8>) {
        let head = [UInt8](body.prefix(40))
        guard let length = Endianness.big.integer(head, at: 32, width: 4),
            let offset = Endianness.big.integer(head, at: 36, width: 4),
            length <= MetadataText.largest, body.count - 40 <= length,
            offset <= length - (body.count - 40)
        else { return }
        let name = String(decoding: head[..<32], as: UTF8.self)
        let piece = Piece(offset: offset, bytes: body.dropFirst(40))
        if let index = packets.firstIndex(where: { $0.name == name }) {
            packets[index].pieces.append(piece)
        } else if packets.count < 4 {
            packets.append((name, length, [piece]))
        }
    }

    /// Returns the packet that `main` names, nil where it is not here whole.
    func text(for main: String?) -> String? {
        guard let main, let packet = packets.first(where: { main.contains($0.name) }) else {
            return nil
        }
        var bytes: [UInt8] = []
        for piece in packet.pieces.sorted(by: { $0.offset < $1.offset }) {
            guard piece.offset == bytes.count else { return nil }
            bytes += piece.bytes
        }
        return bytes.count == packet.length ? MetadataText.decoded(bytes[...]) : nil
    }
}
