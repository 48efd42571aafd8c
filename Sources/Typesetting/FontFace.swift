import CFreeType
import CHarfBuzz

/// An open font file: HarfBuzz shapes with it, FreeType gives its outlines.
///
/// Both work in font units, so shaping does not depend on the size and nothing is ever hinted.
final class FontFace {
    let description: FaceDescription

    /// Font units in an em.
    let unitsPerEm: Double

    /// The distances from the baseline in em of the requested size, both positive.
    let ascent: Double
    let descent: Double

    /// What the requested size is multiplied by.
    ///
    /// Han characters look larger than Latin letters of the same size, so a face that has them is
    /// set at 0.96.
    let scale: Double

    /// The HarfBuzz font, scaled to font units.
    let font: OpaquePointer

    let face: FT_Face
    private let blob: OpaquePointer
    private let freeType: FreeType

    /// Opens the first face of the file at `path`.
    init(path: String, freeType: FreeType) throws(TypesettingError) {
        let blob: OpaquePointer = hb_blob_create_from_file(path)
        let face: FT_Face
        do {
            face = try openFace(blob, path: path, freeType: freeType)
        } catch {
            hb_blob_destroy(blob)
            throw error
        }
        self.blob = blob
        self.face = face
        self.freeType = freeType
        font = openFont(blob, unitsPerEm: Int32(face.pointee.units_per_EM))
        description = describe(face, path: path)
        unitsPerEm = Double(face.pointee.units_per_EM)
        scale = hasGlyph(font, for: 0x4E00) ? 0.96 : 1
        ascent = max(Double(face.pointee.ascender), 0) / unitsPerEm * scale
        descent = max(-Double(face.pointee.descender), 0) / unitsPerEm * scale
    }

    deinit {
        hb_font_destroy(font)
        FT_Done_Face(face)
        hb_blob_destroy(blob)
    }

    /// Returns whether the face maps `scalar` to a glyph of its own.
    func has(_ scalar: UInt32) -> Bool {
        hasGlyph(font, for: scalar)
    }
}

/// Opens `blob` with FreeType; the blob must outlive the face.
private func openFace(
    _ blob: OpaquePointer, path: String, freeType: FreeType
) throws(TypesettingError) -> FT_Face {
    var length: UInt32 = 0
    guard let data = hb_blob_get_data(blob, &length), length > 0 else {
        throw TypesettingError(
            "open the font", path: path, reason: "the file is missing, empty or not readable")
    }
    var face: FT_Face?
    try data.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
        bytes throws(TypesettingError) in
        try check(
            FT_New_Memory_Face(freeType.raw, bytes, FT_Long(length), 0, &face), "open the font",
            path: path)
    }
    guard let face else {
        throw TypesettingError("open the font", path: path, reason: "out of memory")
    }
    guard face.pointee.face_flags & FT_Long(FT_FACE_FLAG_SCALABLE) != 0,
        face.pointee.units_per_EM > 0
    else {
        FT_Done_Face(face)
        throw TypesettingError(
            "open the font", path: path, reason: "it has no outlines; use an OTF or TTF font")
    }
    return face
}

private func openFont(_ blob: OpaquePointer, unitsPerEm: Int32) -> OpaquePointer {
    let face = hb_face_create(blob, 0)
    defer { hb_face_destroy(face) }
    let font: OpaquePointer = hb_font_create(face)
    hb_ot_font_set_funcs(font)
    hb_font_set_scale(font, unitsPerEm, unitsPerEm)
    return font
}

private func describe(_ face: FT_Face, path: String) -> FaceDescription {
    let isBold = face.pointee.style_flags & FT_Long(FT_STYLE_FLAG_BOLD) != 0
    var weight = isBold ? 700 : 400
    if let table = FT_Get_Sfnt_Table(face, FT_SFNT_OS2) {
        weight = Int(table.assumingMemoryBound(to: TT_OS2.self).pointee.usWeightClass)
    }
    return FaceDescription(
        path: path, family: face.pointee.family_name.map { String(cString: $0) } ?? "",
        weight: weight,
        isItalic: face.pointee.style_flags & FT_Long(FT_STYLE_FLAG_ITALIC) != 0)
}

private func hasGlyph(_ font: OpaquePointer, for scalar: UInt32) -> Bool {
    var glyph: hb_codepoint_t = 0
    return hb_font_get_nominal_glyph(font, scalar, &glyph) != 0 && glyph != 0
}
