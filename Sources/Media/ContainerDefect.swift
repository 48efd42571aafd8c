import Foundation

/// What is wrong with a file that begins as a film or a sound does and still can't be opened.
enum ContainerDefect {
    /// Returns the cause and the cure in words that need no knowledge of formats; nil where the
    /// file does not even begin as one, or can't be read: opening it has said that already.
    static func reason(path: String) -> String? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        guard let head = try? file.read(upToCount: 16) else { return nil }
        let bytes = BoundedBytes(Array(head))
        if boxes.contains(where: { bytes.hasText($0, at: 4) }) { return BoxList(file).reason }
        guard let name = name(bytes) else { return nil }
        return "it begins as \(name) does, but its beginning is damaged or cut off; copy it again"
    }

    /// What stands at the start of ISO base media and QuickTime files.
    private static let boxes = ["ftyp", "moov", "mdat", "free", "skip", "wide", "styp", "moof"]

    private static func name(_ start: BoundedBytes) -> String? {
        if start.hasText("FLV\u{1}", at: 0) { return "a Flash film" }
        if start.hasText("OggS", at: 0) { return "an Ogg file" }
        if start.hasText("RIFF", at: 0), start.hasText("AVI ", at: 8) { return "an AVI film" }
        switch start.number(at: 0, size: 4) {
        case 0x1A45_DFA3: return "a Matroska or WebM film"
        case 0x3026_B275: return "a Windows Media file"
        default: return nil
        }
    }
}

/// The boxes at the top of an ISO base media file (ISO/IEC 14496-12, 4.2).
private struct BoxList {
    private var types: Set<String> = []

    /// Whether the last box is longer than the file.
    private var isCut = false

    /// Boxes that are looked at.
    private static let patience = 10_000

    init(_ file: FileHandle) {
        guard let size = try? file.seekToEnd() else { return }
        var offset: UInt64 = 0
        for _ in 0..<Self.patience where offset < size {
            guard (try? file.seek(toOffset: offset)) != nil,
                let head = try? file.read(upToCount: 16), head.count >= 8
            else {
                isCut = true
                return
            }
            types.insert(String(decoding: head.dropFirst(4).prefix(4), as: UTF8.self))
            guard let length = Self.length(BoundedBytes(Array(head)), rest: size - offset) else {
                return
            }
            isCut = length > size - offset
            offset += min(length, size - offset)
        }
    }

    /// 0 stands for the rest of the file, 1 for eight bytes of length behind the type.
    private static func length(_ head: BoundedBytes, rest: UInt64) -> UInt64? {
        guard let short = head.number(at: 0, size: 4) else { return nil }
        if short == 0 { return rest }
        guard short == 1 else { return short >= 8 ? UInt64(short) : nil }
        guard let high = head.number(at: 8, size: 4), let low = head.number(at: 12, size: 4)
        else { return nil }
        let length = UInt64(high) << 32 | UInt64(low)
        return length >= 16 ? length : nil
    }

    /// Nil for files of single pictures, which have no film's index.
    var reason: String? {
        if types.contains("moov") {
            return isCut
                ? "its index (moov) is cut off; copy the file again"
                : "its index (moov) is damaged; copy the file again, or export it anew"
        }
        guard !types.contains("meta") else { return nil }
        guard types.contains("moof") else {
            return "its index (moov) is missing: the recording or the download was cut off; "
                + "copy the file again"
        }
        return "it is a part of a stream without its beginning; get the whole file"
    }
}
