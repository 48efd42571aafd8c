import Foundation

/// What libav's muxer can't be told, done to the finished file.
struct MP4Revision {
    let path: String

    /// XMP part 3, 1.2.7.1: the identity of the box that holds the packet.
    static let xmpIdentity: [UInt8] = [
        0xBE, 0x7A, 0xCF, 0xCB, 0x97, 0xA9, 0x42, 0xE8, 0x9C, 0x71, 0x99, 0x94, 0x91, 0xE3, 0xAF,
        0xAC,
    ]

    /// Adds `packet` as the last box of the file.
    func append(xmp packet: String) throws(MediaError) {
        try work { file in
            let content = Self.xmpIdentity + packet.utf8
            let size = UInt32(content.count + 8)
            let header = (0..<4).map { UInt8(size >> (24 - 8 * $0) & 0xFF) }
            _ = try file.seekToEnd()
            try file.write(contentsOf: Data(header + "uuid".utf8 + content))
        }
    }

    /// Clears the flag `track_enabled` of all subtitle tracks: libav sets it where a track is the
    /// only one of its kind, and players then show it unasked (ISO/IEC 14496-12, 8.3.2).
    func disableSubtitles() throws(MediaError) {
        try work { file in
            guard let moov = try box("moov", in: file) else { return }
            try file.seek(toOffset: moov.lowerBound)
            guard let bytes = try file.read(upToCount: moov.count) else { return }
            for flags in Self.subtitleFlags(Data(bytes)) {
                try file.seek(toOffset: moov.lowerBound + UInt64(flags))
                let cleared = bytes[bytes.startIndex + flags] & ~1
                try file.write(contentsOf: Data([cleared]))
            }
        }
    }

    private func work(_ body: (FileHandle) throws -> Void) throws(MediaError) {
        do {
            let file = try FileHandle(forUpdating: URL(filePath: path))
            try body(file)
            try file.close()
        } catch {
            throw MediaError("finish the file", path: path, reason: "\(error)")
        }
    }

    /// Returns where the content of a box of the top level lies.
    private func box(_ type: String, in file: FileHandle) throws -> Range<UInt64>? {
        let end = try file.seekToEnd()
        var start: UInt64 = 0
        while start + 16 <= end {
            try file.seek(toOffset: start)
            guard let head = try file.read(upToCount: 16), head.count == 16 else { return nil }
            let bytes = [UInt8](head)
            let isLarge = MovieBoxes.number(bytes[0..<4]) == 1
            let size = MovieBoxes.number(isLarge ? bytes[8..<16] : bytes[0..<4])
            guard size >= 8, size <= end - start else { return nil }
            if bytes[4..<8].elementsEqual(type.utf8) {
                return start + (isLarge ? 16 : 8)..<start + size
            }
            start += size
        }
        return nil
    }

    /// Where in a `moov` box's content the last byte of the flags of each subtitle track lies.
    private static func subtitleFlags(_ moov: Data) -> [Int] {
        let bytes = [UInt8](moov)
        return MovieBoxes.find(bytes, 0..<bytes.count, "trak").compactMap { track in
            guard let header = MovieBoxes.find(bytes, track, "tkhd").first,
                let media = MovieBoxes.find(bytes, track, "mdia").first,
                let handler = MovieBoxes.find(bytes, media, "hdlr").first,
                header.count >= 4, handler.count >= 12,
                bytes[handler.lowerBound + 8..<handler.lowerBound + 12].elementsEqual("sbtl".utf8)
            else { return nil }
            return header.lowerBound + 3
        }
    }
}
