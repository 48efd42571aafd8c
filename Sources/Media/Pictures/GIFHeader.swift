/// The sizes that a GIF names before its first picture (GIF89a specification, 18 to 20).
struct GIFHeader {
    /// The size of the logical screen.
    var screenWidth = 0
    var screenHeight = 0

    /// Where the first picture ends on the screen; it may lie outside.
    var pictureRight = 0
    var pictureBottom = 0

    /// Nil where `bytes` are no GIF with a picture in it.
    init?(_ bytes: [UInt8]) {
        let data = BoundedBytes(bytes)
        func number(_ offset: Int) -> Int? {
            data.number(at: offset, size: 2, bigEndian: false)
        }
        guard data.hasText("GIF8", at: 0), let width = number(6), let height = number(8),
            let flags = data.byte(at: 10), let picture = Self.firstPicture(data, flags: flags),
            let left = number(picture + 1), let top = number(picture + 3),
            let pictureWidth = number(picture + 5), let pictureHeight = number(picture + 7)
        else { return nil }
        (screenWidth, screenHeight) = (width, height)
        (pictureRight, pictureBottom) = (left + pictureWidth, top + pictureHeight)
    }

    /// Whether the first picture reaches beyond the screen; browsers then enlarge the screen.
    var isOversized: Bool { pictureRight > screenWidth || pictureBottom > screenHeight }

    /// Returns `bytes` with a screen that holds the first picture.
    func enlarged(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        let (width, height) = (max(screenWidth, pictureRight), max(screenHeight, pictureBottom))
        guard bytes.count > 10, width <= 65535, height <= 65535 else { return bytes }
        for (offset, value) in [(6, width), (8, height)] {
            bytes[offset] = UInt8(value & 255)
            bytes[offset + 1] = UInt8(value >> 8)
        }
        return bytes
    }

    /// Skips the palette and the extensions; returns where the first image descriptor stands.
    private static func firstPicture(_ data: BoundedBytes, flags: Int) -> Int? {
        var offset = 13 + (flags & 0x80 != 0 ? 3 << ((flags & 7) + 1) : 0)
        while let mark = data.byte(at: offset) {
            if mark == 0x2C { return offset }
            guard mark == 0x21 else { return nil }
            offset += 2
            while let size = data.byte(at: offset), size > 0 { offset += 1 + size }
            offset += 1
        }
        return nil
    }
}
