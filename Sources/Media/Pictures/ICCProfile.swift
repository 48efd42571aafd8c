import CLittleCMS

/// An embedded colour profile (ICC.1), as Little CMS reads it.
///
/// Colours are rendered relative to the white of the media, with black point compensation: what
/// sRGB can show stays exact, white stays white, and the darkest ink becomes black.
final class ICCProfile {
    /// The kind of samples that a profile describes.
    enum Space {
        case gray, rgb, cmyk, other
    }

    let handle: cmsHPROFILE

    /// Nil where the bytes are no profile.
    init?(_ bytes: [UInt8]) {
        let opened = bytes.withUnsafeBytes {
            cmsOpenProfileFromMem($0.baseAddress, cmsUInt32Number(clamping: $0.count))
        }
        guard let opened else { return nil }
        handle = opened
    }

    deinit { cmsCloseProfile(handle) }

    var space: Space {
        switch cmsGetColorSpace(handle) {
        case cmsSigGrayData: .gray
        case cmsSigRgbData: .rgb
        case cmsSigCmykData: .cmyk
        default: .other
        }
    }

    /// Returns the mapping of gray or RGB samples, nil where the profile is of no use for them.
    func mapping(isWide: Bool) -> ColorMapping? {
        switch space {
        case .gray: grayMapping(isWide: isWide)
        case .rgb: matrixMapping(isWide: isWide) ?? transformMapping()
        case .cmyk, .other: nil
        }
    }

    /// Returns the transform of 8-bit CMYK rows, nil where the profile is of no use for them.
    func inkTransform(isInverted: Bool) -> ICCTransform? {
        guard space == .cmyk else { return nil }
        return ICCTransform(
            handle, format: isInverted ? CCMS_CMYK_8_REVERSED : CCMS_CMYK_8, bytesPerPixel: 4)
    }

    /// Gray is neutral in both worlds, so a curve is all that remains.
    private func grayMapping(isWide: Bool) -> ColorMapping? {
        curve(cmsSigGrayTRCTag, isWide: isWide).map { .curve(CurveMapping($0)) }
    }

    /// The exact way for a profile that is three curves and a matrix, as most are.
    private func matrixMapping(isWide: Bool) -> ColorMapping? {
        guard cmsIsTag(handle, cmsSigAToB0Tag) == 0, cmsGetPCS(handle) == cmsSigXYZData,
            let colorants = colorants(), let standard = Self.standard?.colorants()?.inverse
        else { return nil }
        let tags = [cmsSigRedTRCTag, cmsSigGreenTRCTag, cmsSigBlueTRCTag]
        let curves = tags.compactMap { curve($0, isWide: isWide) }
        guard curves.count == 3 else { return nil }
        return .matrix(MatrixMapping(curves: curves, matrix: standard.times(colorants)))
    }

    private func transformMapping() -> ColorMapping? {
        ICCTransform(handle, format: CCMS_RGBA_16, bytesPerPixel: 8).map { .transform($0) }
    }

    private func colorants() -> Matrix3? {
        let tags = [cmsSigRedColorantTag, cmsSigGreenColorantTag, cmsSigBlueColorantTag]
        let columns: [SIMD3<Double>] = tags.compactMap {
            guard let value = cmsReadTag(handle, $0) else { return nil }
            let color = value.assumingMemoryBound(to: cmsCIEXYZ.self).pointee
            let column = SIMD3(color.X, color.Y, color.Z)
            return [column.x, column.y, column.z].allSatisfy(\.isFinite) ? column : nil
        }
        return columns.count == 3 ? Matrix3(columns: columns[0], columns[1], columns[2]) : nil
    }

    private func curve(_ tag: cmsTagSignature, isWide: Bool) -> SampleCurve? {
        guard let value = cmsReadTag(handle, tag) else { return nil }
        let curve = OpaquePointer(value)
        return SampleCurve(isWide: isWide) {
            Double(cmsEvalToneCurveFloat(curve, Float($0)))
        }
    }

    private init(owning handle: cmsHPROFILE) { self.handle = handle }

    /// sRGB as Little CMS defines it, adapted to the D50 of the connection space.
    private static var standard: ICCProfile? {
        cmsCreate_sRGBProfile().map(ICCProfile.init(owning:))
    }
}

/// A Little CMS transform to sRGB, for profiles with tables.
///
/// One owner: it is not for several tasks at once.
final class ICCTransform {
    private let handle: cmsHTRANSFORM
    private let bytesPerPixel: Int

    fileprivate init?(
        _ profile: cmsHPROFILE, format: cmsUInt32Number, bytesPerPixel: Int
    ) {
        guard let target = cmsCreate_sRGBProfile() else { return nil }
        defer { cmsCloseProfile(target) }
        let flags = cmsUInt32Number(cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_HIGHRESPRECALC)
        let made = cmsCreateTransform(
            profile, format, target, CCMS_RGBA_16,
            cmsUInt32Number(INTENT_RELATIVE_COLORIMETRIC), flags)
        guard let made else { return nil }
        handle = made
        self.bytesPerPixel = bytesPerPixel
    }

    deinit { cmsDeleteTransform(handle) }

    /// Maps RGBA samples in place; Little CMS leaves alpha alone.
    func apply(to row: UnsafeMutableBufferPointer<UInt16>) {
        cmsDoTransform(handle, row.baseAddress, row.baseAddress, cmsUInt32Number(row.count / 4))
    }

    /// Fills the colours of `row` from `stored`, leaving its alpha alone.
    func apply(from stored: UnsafeRawBufferPointer, to row: UnsafeMutableBufferPointer<UInt16>) {
        let pixels = min(row.count / 4, stored.count / bytesPerPixel)
        cmsDoTransform(handle, stored.baseAddress, row.baseAddress, cmsUInt32Number(pixels))
    }
}
