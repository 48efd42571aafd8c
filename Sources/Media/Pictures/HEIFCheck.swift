import CHEIF

/// Throws what libheif says where it failed.
///
/// Every call into libheif that can fail goes through here.
func check(_ error: heif_error, _ operation: String, path: String) throws(MediaError) {
    guard error.code != heif_error_Ok else { return }
    let said = error.message.map { String(cString: $0) } ?? "error \(error.code.rawValue)"
    throw MediaError(operation, path: path, reason: HEIFFailure.reason(error, said))
}

/// What to do about libheif's errors.
enum HEIFFailure {
    /// How a decoder is got that libheif lacks.
    static let cure =
        "install its decoders (Debian, Ubuntu: libheif-plugin-libde265 and libheif-plugin-dav1d; "
        + "Homebrew: libheif) or save the picture as JPEG or PNG"

    fileprivate static func reason(_ error: heif_error, _ said: String) -> String {
        switch error.subcode {
        case heif_suberror_Unsupported_codec, heif_suberror_Plugin_loading_error:
            "this build of libheif has no decoder for it: \(cure)"
        case heif_suberror_Security_limit_exceeded:
            "it is larger than it says, or than is safe to decode (libheif says: \(said))"
        default: "libheif says: \(said); save it as JPEG or PNG"
        }
    }
}
