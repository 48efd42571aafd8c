extension Orientation {
    /// Reads the orientation out of an EXIF block, which is a small TIFF file (TIFF 6.0, section
    /// 2).
    ///
    /// Only the first directory is looked at, nothing in it is trusted, and no more entries are
    /// visited than bytes are there. Nil where the block says nothing that makes sense.
    init?(exif block: ArraySlice<UInt8>) {
        let marked = BoundedBytes(block).hasText("Exif\0\0", at: 0)
        let bytes = BoundedBytes(marked ? block.dropFirst(6) : block)
        let bigEndian = bytes.hasText("MM\0*", at: 0)
        guard bigEndian || bytes.hasText("II*\0", at: 0),
            let directory = bytes.number(at: 4, size: 4, bigEndian: bigEndian),
            let count = bytes.number(at: directory, size: 2, bigEndian: bigEndian)
        else { return nil }
        for entry in 0..<count {
            let offset = directory + 2 + 12 * entry
            guard let tag = bytes.number(at: offset, size: 2, bigEndian: bigEndian) else {
                return nil
            }
            guard tag == 0x0112 else { continue }
            let type = bytes.number(at: offset + 2, size: 2, bigEndian: bigEndian)
            let size = type == 4 ? 4 : 2  // LONG is wrong, yet some write it.
            guard let value = bytes.number(at: offset + 8, size: size, bigEndian: bigEndian) else {
                return nil
            }
            self.init(rawValue: value)
            return
        }
        return nil
    }
}
