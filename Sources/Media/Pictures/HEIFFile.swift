import CHEIF

/// An opened HEIF or AVIF file (ISO/IEC 23008-12) and its primary picture: the one owner of both.
final class HEIFFile {
    let path: String
    private let context: OpaquePointer
    private let handle: OpaquePointer
    private let brands: HEIFBrands

    /// Opens the file and checks the size that it states.
    init(_ file: PictureFile) throws(MediaError) {
        path = file.path
        try file.requireReadableWhole()
        brands = try HEIFBrands(file)
        guard let made = heif_context_alloc() else {
            throw MediaError("read the picture", path: file.path, reason: "out of memory")
        }
        var primary: OpaquePointer?
        do throws(MediaError) {
            try Self.open(made, &primary, path: file.path)
        } catch {
            heif_context_free(made)
            throw error
        }
        guard let primary else {
            heif_context_free(made)
            throw MediaError("read the picture", path: file.path, reason: "there is none in it")
        }
        context = made
        handle = primary
        try checkSize()
        try checkDecoder()
    }

    deinit {
        heif_image_handle_release(handle)
        heif_context_free(context)
    }

    private static func open(
        _ context: OpaquePointer, _ primary: inout OpaquePointer?, path: String
    ) throws(MediaError) {
        try check(
            heif_context_read_from_file(context, path, nil), "read the picture", path: path)
        try check(
            heif_context_get_primary_image_handle(context, &primary), "read the picture",
            path: path)
    }

    /// The sides of the picture as it is shown: turned, mirrored and cropped already.
    var width: Int { Int(heif_image_handle_get_width(handle)) }
    var height: Int { Int(heif_image_handle_get_height(handle)) }

    var hasAlpha: Bool { heif_image_handle_has_alpha_channel(handle) != 0 }

    /// Whether samples have more than 8 bits.
    var isWide: Bool { heif_image_handle_get_luma_bits_per_pixel(handle) > 8 }

    /// What is said of the file as a whole.
    var info: PictureInfo {
        let sequence =
            "it is a moving picture of which the still that stands for it is shown; "
            + "save it as a film, GIF or WebP to have it move"
        let profile = profile.flatMap(ICCProfile.init)
        let mapping =
            profile?.mapping(isWide: isWide) ?? codedColor?.mapping(isWide: isWide) ?? .identity
        return PictureInfo(
            format: .other(brands.isAV1 ? "avif" : "heic"), storedWidth: width,
            storedHeight: height, orientation: .upright, hasAlpha: hasAlpha,
            profile: profile?.name, convertsColors: mapping.simplified.changesColors,
            warnings: brands.isSequence ? [sequence] : [])
    }

    /// Decodes the primary picture.
    func image() throws(MediaError) -> HEIFImage {
        var decoded: OpaquePointer?
        let code = heif_decode_image(
            handle, &decoded, heif_colorspace_RGB, heif_chroma_444, nil)
        try check(code, "decode the picture", path: path)
        return HEIFImage(try allocated(decoded, "decode the picture"))
    }

    /// The embedded colour profile.
    var profile: [UInt8]? {
        let count = heif_image_handle_get_raw_color_profile_size(handle)
        guard 1...PictureLimits.largestChunk ~= count else { return nil }
        var bytes = [UInt8](repeating: 0, count: count)
        let code = heif_image_handle_get_raw_color_profile(handle, &bytes)
        return code.code == heif_error_Ok ? bytes : nil
    }

    /// The colour that the container names, beside or instead of a profile.
    var codedColor: CodedColor? {
        var named: UnsafeMutablePointer<heif_color_profile_nclx>?
        let code = heif_image_handle_get_nclx_color_profile(handle, &named)
        defer { heif_nclx_color_profile_free(named) }
        return code.code == heif_error_Ok ? named.map { CodedColor($0.pointee) } : nil
    }

    /// The size that is stated is checked here, and what is decoded is held to it.
    private func checkSize() throws(MediaError) {
        try PictureLimits.check(width: width, height: height, path: path)
        let stored = max(
            Int(heif_image_handle_get_ispe_width(handle)),
            Int(heif_image_handle_get_ispe_height(handle)), width, height)
        try PictureLimits.check(
            wholeRaster: width * height * (hasAlpha ? 4 : 3) * (isWide ? 2 : 1),
            kind: "a HEIF picture", width: width, height: height, path: path)
        cheif_limit(
            context, UInt64(MediaLimits.current.picturePixels),
            UInt64(2 * PictureLimits.largestWholeRaster), Int32(clamping: stored + 1))
    }

    private func checkDecoder() throws(MediaError) {
        guard brands.isMissingDecoder else { return }
        throw MediaError(
            "decode the picture", path: path,
            reason: "this build of libheif has no decoder for "
                + "\(brands.isAV1 ? "AV1" : "HEVC"): \(HEIFFailure.cure)")
    }
}

extension CodedColor {
    init(_ named: heif_color_profile_nclx) {
        self.init(
            primaries: Int(named.color_primaries.rawValue),
            transfer: Int(named.transfer_characteristics.rawValue))
    }
}
