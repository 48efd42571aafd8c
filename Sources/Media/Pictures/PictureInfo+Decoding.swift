extension PictureInfo {
    /// Reads the facts about the picture at `path` and decodes all of it, so that `warnings` hold
    /// what only decoding shows.
    ///
    /// - Throws: an error that names the file, the cause and what to do.
    package static func decoding(path: String) throws(MediaError) -> PictureInfo {
        let reader = try PictureReader(path: path)
        let row = UnsafeMutableBufferPointer<UInt16>.allocate(capacity: 4 * reader.rowWidth)
        defer { row.deallocate() }
        for _ in 0..<reader.rowCount { try reader.readRow(into: row) }
        var info = reader.info
        info.warnings = reader.warnings
        return info
    }
}
