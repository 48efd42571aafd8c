import Foundation

/// A box of an MP4 file (ISO/IEC 14496-12, 4.2).
struct MP4Box {
    var type: String
    /// What follows the header.
    var content: Data

    /// Boxes whose contents are boxes, and how many bytes stand before those.
    private static let containers = [
        "moov": 0, "trak": 0, "mdia": 0, "minf": 0, "stbl": 0, "stsd": 8, "avc1": 78,
    ]

    /// Returns the boxes that `data` is made of; nil where it is not made of boxes.
    static func list(_ data: Data) -> [MP4Box]? {
        var boxes: [MP4Box] = []
        var rest = data
        while rest.count >= 8 {
            let size = number(rest.prefix(4))
            guard size >= 8, size <= rest.count else { return nil }
            let header = rest.dropFirst(4).prefix(4)
            boxes.append(
                MP4Box(
                    type: String(decoding: header, as: UTF8.self),
                    content: rest.dropFirst(8).prefix(size - 8)))
            rest = rest.dropFirst(size)
        }
        return rest.isEmpty ? boxes : nil
    }

    /// Returns all boxes of `type` inside this one, however deep.
    func all(_ type: String) -> [MP4Box] {
        guard let skip = Self.containers[self.type] else { return [] }
        let children = Self.list(content.dropFirst(skip)) ?? []
        return children.flatMap { ($0.type == type ? [$0] : []) + $0.all(type) }
    }

    /// Returns the big-endian number that `bytes` hold.
    static func number(_ bytes: Data) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
}
