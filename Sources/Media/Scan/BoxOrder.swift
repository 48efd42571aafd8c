import Foundation

/// The order of the boxes at the top of an ISO base media file (ISO/IEC 14496-12, 4.2).
struct BoxOrder {
    /// Whether the index (moov) stands before the samples (mdat); nil where one of them is missing.
    private(set) var isIndexFirst: Bool?
    private(set) var isFragmented = false

    /// Whether the last box is longer than the file.
    private(set) var isCut = false

    /// What the `moov` box holds; empty where it is missing or too large to be one.
    private(set) var movie: [UInt8] = []

    /// The XMP packet in a box of its own (XMP part 3, 1.2.7.1).
    private(set) var xmp: String?

    /// Boxes that are looked at, and the most bytes of one that are read.
    private static let patience = 100_000
    private static let mostBytes: UInt64 = 64 << 20

    /// Walks over the file at `path`; what can't be read ends the walk.
    init(path: String) {
        guard let file = FileHandle(forReadingAtPath: path) else { return }
        defer { try? file.close() }
        guard let size = try? file.seekToEnd() else { return }
        var index: UInt64?
        var samples: UInt64?
        var offset: UInt64 = 0
        for _ in 0..<Self.patience where offset < size {
            guard (try? file.seek(toOffset: offset)) != nil,
                let head = try? file.read(upToCount: 16), head.count >= 8
            else { break }
            switch String(decoding: head.dropFirst(4).prefix(4), as: UTF8.self) {
            case "moov": index = index ?? offset
            case "mdat": samples = samples ?? offset
            case "moof": isFragmented = true
            default: break
            }
            guard let length = Self.length(Array(head), rest: size - offset) else { break }
            if length > size - offset {
                isCut = true
                break
            }
            read(Array(head), at: offset, length: length, from: file)
            offset += length
        }
        if let index, let samples { isIndexFirst = index < samples }
    }

    /// Keeps the contents of boxes that are asked for later.
    private mutating func read(
        _ head: [UInt8], at offset: UInt64, length: UInt64, from file: FileHandle
    ) {
        let type = String(decoding: head[4..<8], as: UTF8.self)
        guard type == "moov" && movie.isEmpty || type == "uuid" && xmp == nil,
            length <= Self.mostBytes
        else { return }
        let skip: UInt64 = MovieBoxes.number(head[0..<4]) == 1 ? 16 : 8
        guard length > skip, (try? file.seek(toOffset: offset + skip)) != nil,
            let content = try? file.read(upToCount: Int(length - skip))
        else { return }
        if type == "moov" {
            movie = Array(content)
        } else if content.starts(with: MP4Revision.xmpIdentity) {
            xmp = String(
                decoding: content.dropFirst(MP4Revision.xmpIdentity.count), as: UTF8.self)
        }
    }

    /// 0 stands for the rest of the file, 1 for eight bytes of length behind the type.
    private static func length(_ head: [UInt8], rest: UInt64) -> UInt64? {
        func number(_ range: Range<Int>) -> UInt64 { MovieBoxes.number(head[range]) }
        switch number(0..<4) {
        case 0: return rest
        case 1:
            guard head.count == 16 else { return nil }
            let length = number(8..<16)
            return length >= 16 ? length : nil
        case let length: return length >= 8 ? length : nil
        }
    }
}
