import Foundation

/// The order of the boxes at the top of an ISO base media file (ISO/IEC 14496-12, 4.2).
struct BoxOrder {
    /// Whether the index (moov) stands before the samples (mdat); nil where one of them is missing.
    private(set) var isIndexFirst: Bool?
    private(set) var isFragmented = false

    /// Whether the last box is longer than the file.
    private(set) var isCut = false

    /// Boxes that are looked at.
    private static let patience = 100_000

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
            offset += length
        }
        if let index, let samples { isIndexFirst = index < samples }
    }

    /// 0 stands for the rest of the file, 1 for eight bytes of length behind the type.
    private static func length(_ head: [UInt8], rest: UInt64) -> UInt64? {
        func number(_ range: Range<Int>) -> UInt64 {
            head[range].reduce(0) { $0 << 8 | UInt64($1) }
        }
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
