import CFreeType

/// An open FreeType library.
///
/// Not thread-safe: one for each typesetter.
final class FreeType {
    let raw: FT_Library

    init() throws(TypesettingError) {
        var library: FT_Library?
        try check(FT_Init_FreeType(&library), "start FreeType")
        guard let library else {
            throw TypesettingError("start FreeType", path: "", reason: "out of memory")
        }
        raw = library
    }

    deinit {
        FT_Done_FreeType(raw)
    }
}

/// Throws what FreeType says where `error` is not 0.
///
/// Every call into FreeType that can fail goes through here, or is answered by a blank glyph.
func check(
    _ error: FT_Error, _ operation: String, path: String = ""
) throws(TypesettingError) {
    guard error != 0 else { return }
    let words = FT_Error_String(error).map { String(cString: $0) }
    throw TypesettingError(
        operation, path: path, reason: words ?? "FreeType error \(error)")
}
