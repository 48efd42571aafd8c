final class LibavRows: RowSource {
    let info: PictureInfo
    let rowWidth = 0
    let rowCount = 0
    let warnings: [String] = []
    init(file: PictureFile) throws(MediaError) {
        throw MediaError("x", path: file.path, reason: "x")
    }
    func readRow(into row: UnsafeMutableBufferPointer<UInt16>) throws(MediaError) {}
}
