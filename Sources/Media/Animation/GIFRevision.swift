import Foundation

/// What libav's muxer can't be told, done to the finished GIF.
struct GIFRevision {
    let path: String

    /// XMP part 3, 1.1.2: the head of the application extension.
    private static let head: [UInt8] = [0x21, 0xFF, 0x0B] + "XMP DataXMP".utf8

    /// XMP part 3, 1.1.2: wherever a reader of sub-blocks stands in the text, this leads it out.
    private static let magicTrailer: [UInt8] = [0x01] + (0...255).reversed() + [0x00]

    private static let trailer: UInt8 = 0x3B

    /// Puts `packet` before the end of the file.
    func append(xmp packet: String) throws(MediaError) {
        do {
            let file = try FileHandle(forUpdating: URL(filePath: path))
            let end = try file.seekToEnd()
            try file.seek(toOffset: max(end, 1) - 1)
            guard try file.read(upToCount: 1)?.first == Self.trailer else {
                throw MediaError("finish the file", path: path, reason: "it has no trailer")
            }
            try file.seek(toOffset: end - 1)
            let block = Self.head + packet.utf8 + Self.magicTrailer + [Self.trailer]
            try file.write(contentsOf: Data(block))
            try file.close()
        } catch {
            throw (error as? MediaError)
                ?? MediaError("finish the file", path: path, reason: "\(error)")
        }
    }
}
