import Foundation
import TestSupport

/// A second reader of picture files, for tests alone: only what carries C2PA and XMP.
struct FixturePicture {
    var bytes: [UInt8]

    init?(_ name: String) throws {
        guard let url = Fixtures.shared("images/\(name)") else { return nil }
        bytes = Array(try Data(contentsOf: url))
    }

    private var isPNG: Bool { bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) }

    /// The bytes of the manifest store.
    var jumbf: [UInt8] {
        isPNG ? chunks.first { $0.type == "caBX" }.map { Array($0.data) } ?? [] : jpegStore
    }

    var packet: String {
        let marker = Array((isPNG ? "XML:com.adobe.xmp" : "http://ns.adobe.com/xap/1.0/").utf8)
        let parts = isPNG ? chunks.map(\.data) : segments.map(\.data)
        guard let part = parts.first(where: { $0.starts(with: marker) }) else { return "" }
        return String(decoding: part.dropFirst(marker.count + (isPNG ? 5 : 1)), as: UTF8.self)
    }

    private var chunks: [(type: String, data: ArraySlice<UInt8>)] {
        var list: [(String, ArraySlice<UInt8>)] = []
        var rest = bytes.dropFirst(8)
        while rest.count >= 12 {
            let size = Int(Self.number(rest.prefix(4)))
            let type = String(decoding: rest.dropFirst(4).prefix(4), as: UTF8.self)
            list.append((type, rest.dropFirst(8).prefix(size)))
            rest = rest.dropFirst(12 + size)
        }
        return list
    }

    private var segments: [(marker: UInt8, data: ArraySlice<UInt8>)] {
        var list: [(UInt8, ArraySlice<UInt8>)] = []
        var rest = bytes.dropFirst(2)
        while rest.count > 4, rest.first == 0xFF {
            let head = Array(rest.prefix(4))
            guard head[1] != 0xDA else { break }
            let size = Int(head[2]) << 8 | Int(head[3])
            list.append((head[1], rest.dropFirst(4).prefix(size - 2)))
            rest = rest.dropFirst(2 + size)
        }
        return list
    }

    private var jpegStore: [UInt8] {
        let parts = segments.filter { $0.marker == 0xEB && $0.data.starts(with: [0x4A, 0x50]) }
            .sorted {
                Self.number($0.data.dropFirst(4).prefix(4))
                    < Self.number($1.data.dropFirst(4).prefix(4))
            }
        return parts.enumerated().flatMap { $1.data.dropFirst($0 == 0 ? 8 : 16) }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }
}
