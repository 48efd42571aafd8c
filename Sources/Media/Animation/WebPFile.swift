/// An animated WebP file that loops for ever, written frame by frame.
package final class WebPFile {
    private let path: String
    private let file: ByteFile
    private let width: Int
    private let height: Int
    private let xmp: String?

    /// Creates the file; `xmp` is a packet for the whole of it.
    package init(path: String, width: Int, height: Int, xmp: String?) throws(MediaError) {
        self.path = path
        self.width = width
        self.height = height
        self.xmp = xmp
        file = try ByteFile(path: path)
        try file.append(head())
    }

    package func write(_ frames: [WebPFrame]) throws(MediaError) {
        for frame in frames { try append("ANMF", frame.content) }
    }

    /// Writes what comes last, and the sizes at the front.
    package func finish() throws(MediaError) {
        if let xmp { try append("XMP ", Array(xmp.utf8)) }
        try file.overwrite(head(), at: 0)
    }

    private func append(_ name: String, _ content: [UInt8]) throws(MediaError) {
        try file.append(RIFFChunk(name: name, content: content[...]).bytes)
        guard file.count < 1 << 32 else {
            throw MediaError(
                "write the file", path: path,
                reason: "a WebP ends at 4 GB; choose a smaller --size or --fps, or another format")
        }
    }

    private func head() -> [UInt8] {
        let animation: UInt8 = 0x02
        let flags = animation | (xmp == nil ? 0 : 0x04)
        let size = [width - 1, height - 1].flatMap(WebPFrame.little24)
        // A clear ground, and 0: no end to the loop.
        return Array("RIFF".utf8) + RIFFChunk.little32(max(file.count - 8, 0))
            + Array("WEBP".utf8)
            + RIFFChunk(name: "VP8X", content: [flags, 0, 0, 0] + size[...]).bytes
            + RIFFChunk(name: "ANIM", content: [0, 0, 0, 0, 0, 0]).bytes
    }
}
