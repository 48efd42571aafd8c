import Foundation

/// Picture files made by hand: headers, metadata, and no pixels worth the name.
enum Specimen {
    /// A PNG of 64 × 48 with `chunks` before and `after` its pixels.
    static func png(_ chunks: [[UInt8]], after: [[UInt8]] = [], trailing: Int = 0) -> [UInt8] {
        let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let header = chunk("IHDR", big(64, 4) + big(48, 4) + [8, 6, 0, 0, 0])
        let all = [header] + chunks + [chunk("IDAT", [])] + after + [chunk("IEND", [])]
        return signature + all.joined() + [UInt8](repeating: 0, count: trailing)
    }

    /// The checksum is wrong on purpose: a reader of texts does not look at it.
    static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        big(data.count, 4) + Array(type.utf8) + data + [0, 0, 0, 0]
    }

    static func text(_ keyword: String, _ value: String) -> [UInt8] {
        chunk("tEXt", Array(keyword.utf8) + [0] + Array(value.utf8))
    }

    static func international(_ keyword: String, _ value: String) -> [UInt8] {
        chunk(
            "iTXt", Array(keyword.utf8) + [0, 0, 0] + Array("en\0key\0".utf8) + Array(value.utf8))
    }

    /// A PNG with one tEXt for each pair.
    static func png(texts: KeyValuePairs<String, String>) -> [UInt8] {
        png(texts.map { text($0.key, $0.value) })
    }

    /// A JPEG of 64 × 48 with `segments` before its frame header.
    static func jpeg(_ segments: [[UInt8]]) -> [UInt8] {
        let frame = segment(0xC0, [8] + big(48, 2) + big(64, 2) + [1, 1, 0x11, 0])
        return [0xFF, 0xD8] + segments.joined() + frame + segment(0xDA, [1, 1, 0, 0, 63, 0])
            + [0x12, 0x34, 0xFF, 0xD9]
    }

    static func segment(_ marker: UInt8, _ body: [UInt8]) -> [UInt8] {
        [0xFF, marker] + big(body.count + 2, 2) + body
    }

    static func exifSegment(_ block: [UInt8]) -> [UInt8] {
        segment(0xE1, Array("Exif\0\0".utf8) + block)
    }

    /// A WebP whose canvas is 64 × 48.
    static func webp(_ chunks: [(type: String, data: [UInt8])]) -> [UInt8] {
        let canvas: [UInt8] = [0, 0, 0, 0, 63, 0, 0, 47, 0, 0]
        let body = ([("VP8X", canvas)] + chunks).map { type, data in
            Array(type.utf8) + little(data.count, 4) + data + (data.count % 2 == 1 ? [0] : [])
        }
        let content = Array("WEBP".utf8) + body.joined()
        return Array("RIFF".utf8) + little(content.count, 4) + content
    }

    /// An entry of a TIFF directory.
    struct Entry {
        var tag: Int
        var type: Int
        var count: Int
        var value: [UInt8]

        static func ascii(_ tag: Int, _ text: String) -> Entry {
            let value = Array(text.utf8) + [0]
            return Entry(tag: tag, type: 2, count: value.count, value: value)
        }

        static func bytes(_ tag: Int, _ value: [UInt8]) -> Entry {
            Entry(tag: tag, type: 7, count: value.count, value: value)
        }

        static func short(_ tag: Int, _ value: Int, order: Order = .big) -> Entry {
            Entry(tag: tag, type: 3, count: 1, value: order.bytes(value, 2))
        }

        static func rational(_ tag: Int, _ a: Int, _ b: Int, order: Order = .big) -> Entry {
            Entry(tag: tag, type: 5, count: 1, value: order.bytes(a, 4) + order.bytes(b, 4))
        }
    }

    enum Order {
        case big, little

        func bytes(_ value: Int, _ count: Int) -> [UInt8] {
            self == .big ? Specimen.big(value, count) : Specimen.little(value, count)
        }
    }

    /// A TIFF block with a first directory and, behind tag 0x8769, the EXIF one.
    static func tiff(
        _ primary: [Entry], exif: [Entry] = [], gps: [Entry] = [], order: Order = .big
    ) -> [UInt8] {
        let head =
            Array((order == .big ? "MM" : "II").utf8) + order.bytes(42, 2)
            + order.bytes(8, 4)
        var bytes = head
        let links = (exif.isEmpty ? 0 : 1) + (gps.isEmpty ? 0 : 1)
        let size = length(primary) + links * 12
        var entries = primary
        if !exif.isEmpty {
            entries.append(
                Entry(tag: 0x8769, type: 4, count: 1, value: order.bytes(8 + size, 4)))
        }
        if !gps.isEmpty {
            let start = 8 + size + (exif.isEmpty ? 0 : length(exif))
            entries.append(Entry(tag: 0x8825, type: 4, count: 1, value: order.bytes(start, 4)))
        }
        for directory in [entries, exif, gps] where !directory.isEmpty {
            bytes += self.directory(directory, at: bytes.count, order)
        }
        return bytes
    }

    private static func length(_ entries: [Entry]) -> Int {
        entries.reduce(6 + entries.count * 12) { $0 + ($1.value.count > 4 ? $1.value.count : 0) }
    }

    private static func directory(_ entries: [Entry], at start: Int, _ order: Order) -> [UInt8] {
        var table = order.bytes(entries.count, 2)
        var data: [UInt8] = []
        let dataStart = start + 6 + entries.count * 12
        for entry in entries {
            table += order.bytes(entry.tag, 2) + order.bytes(entry.type, 2)
            table += order.bytes(entry.count, 4)
            if entry.value.count <= 4 {
                table += entry.value + [UInt8](repeating: 0, count: 4 - entry.value.count)
            } else {
                table += order.bytes(dataStart + data.count, 4)
                data += entry.value
            }
        }
        return table + [0, 0, 0, 0] + data
    }

    /// A UserComment in 16-bit characters.
    static func unicodeComment(_ text: String, order: Order) -> Entry {
        .bytes(0x9286, Array("UNICODE\0".utf8) + text.utf16.flatMap { order.bytes(Int($0), 2) })
    }

    static func big(_ value: Int, _ count: Int) -> [UInt8] { little(value, count).reversed() }

    static func little(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
