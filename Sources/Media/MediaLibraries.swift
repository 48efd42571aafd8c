import CHEIF
import CLibav
import CLittleCMS
import CPNG
import CWebP
import Foundation

/// What is linked: names and versions, and which encoders this build of libavcodec has.
package enum MediaLibraries {
    /// Sets what the whole process shares; a program calls it once, first.
    ///
    /// libav no longer writes to standard error: what matters of it comes back as errors and
    /// warnings. Memory is zero when it is allocated, see `cav_zero_allocations`. `limits` hold for
    /// every source, and libav takes no more memory at once than a picture within them needs:
    /// headers may promise gigabytes.
    package static func prepareProcess(limits: MediaLimits = MediaLimits()) {
        MediaLimits.set(limits)
        av_log_set_level(AV_LOG_QUIET)
        cav_zero_allocations()
        av_max_alloc(PictureLimits.largestWholeRaster + 64_000_000)
    }

    package static var versions: [(name: String, version: String)] {
        let libav: [(String, UInt32)] = [
            ("libavformat", avformat_version()), ("libavcodec", avcodec_version()),
            ("libavfilter", avfilter_version()), ("libswscale", swscale_version()),
            ("libswresample", swresample_version()), ("libavutil", avutil_version()),
        ]
        let png = String(cString: png_get_libpng_ver(nil))
        let cms = Int(cmsGetEncodedCMMversion())
        return libav.map { ($0.0, version($0.1)) } + [
            ("libpng", png), ("libheif", String(cString: heif_get_version())),
            ("libwebp", version(UInt32(bitPattern: WebPGetDemuxVersion()))),
            ("lcms2", "\(cms / 1000).\(cms / 10 % 100)"),
        ]
    }

    package static var encoders: [(name: String, isThere: Bool)] {
        ["libx264", "aac"].map { ($0, avcodec_find_encoder_by_name($0) != nil) }
    }

    /// libav packs major, minor and micro into 16, 8 and 8 bits.
    private static func version(_ packed: UInt32) -> String {
        "\(packed >> 16).\(packed >> 8 & 0xFF).\(packed & 0xFF)"
    }
}
