import CLibav
import Foundation

extension StoredFile.Video {
    init(_ stream: UnsafeMutablePointer<AVStream>) {
        let coded = stream.pointee.codecpar.pointee
        self.init(
            codec: String(cString: avcodec_get_name(coded.codec_id)),
            profile: profileName(coded), level: Self.level(coded),
            pixelFormat: name(av_get_pix_fmt_name(AVPixelFormat(coded.format))),
            width: Int(coded.width), height: Int(coded.height))
        let average = av_q2d(stream.pointee.avg_frame_rate)
        if average.isFinite, average > 0, average <= 1000 { frameRate = average }
        let aspects = [stream.pointee.sample_aspect_ratio, coded.sample_aspect_ratio]
        if let aspect = aspects.first(where: { $0.num > 0 && $0.den > 0 }) {
            pixelAspect = av_q2d(aspect)
        }
        if coded.color_space != AVCOL_SPC_UNSPECIFIED {
            matrix = name(av_color_space_name(coded.color_space))
        }
        if coded.color_primaries != AVCOL_PRI_UNSPECIFIED {
            primaries = name(av_color_primaries_name(coded.color_primaries))
        }
        if coded.color_trc != AVCOL_TRC_UNSPECIFIED {
            transfer = name(av_color_transfer_name(coded.color_trc))
        }
        if coded.color_range != AVCOL_RANGE_UNSPECIFIED {
            isFullRange = coded.color_range == AVCOL_RANGE_JPEG
        }
        isInterlaced =
            coded.field_order != AV_FIELD_UNKNOWN && coded.field_order != AV_FIELD_PROGRESSIVE
        isTurned = cav_display_matrix(stream).map { $0[0] <= 0 || $0[4] <= 0 } ?? false
    }

    private static func level(_ coded: AVCodecParameters) -> String? {
        guard coded.level > 0 else { return nil }
        let level = Double(coded.level)
        switch coded.codec_id {
        case AV_CODEC_ID_H264: return String(format: "%.1f", level / 10)
        case AV_CODEC_ID_HEVC: return String(format: "%.1f", level / 30)
        case AV_CODEC_ID_AV1: return "\(2 + coded.level / 4).\(coded.level % 4)"
        default: return nil
        }
    }
}

extension StoredFile.Audio {
    init(_ stream: UnsafeMutablePointer<AVStream>) {
        let coded = stream.pointee.codecpar.pointee
        self.init(
            codec: String(cString: avcodec_get_name(coded.codec_id)), profile: profileName(coded),
            rate: Int(coded.sample_rate), channels: Int(coded.ch_layout.nb_channels))
    }
}

private func profileName(_ coded: AVCodecParameters) -> String? {
    name(avcodec_profile_name(coded.codec_id, coded.profile))
}

private func name(_ text: UnsafePointer<CChar>?) -> String? { text.map { String(cString: $0) } }
