import CLibav

extension OutputFormat {
    /// Why this build of the libraries can't write the format, with the cure; nil where it can.
    package var obstacle: String? {
        let encoders = [videoCodec?.encoderName, audioCodec?.encoderName].compactMap(\.self)
        if let missing = encoders.first(where: { avcodec_find_encoder_by_name($0) == nil }) {
            return Self.cure(missing)
        }
        if self == .gif, avfilter_get_by_name("paletteuse") == nil {
            return Self.cure("the filter paletteuse")
        }
        if let container, av_guess_format(container.muxerName, nil, nil) == nil {
            return Self.cure("the muxer \(container.muxerName)")
        }
        return nil
    }

    private static func cure(_ missing: String) -> String {
        "this FFmpeg was built without \(missing); install a build that has it"
    }

    /// Checks that this build of the libraries can write the format, before any work is done.
    package func check() throws(MediaError) {
        guard let obstacle else { return }
        throw MediaError("write \(title)", path: "", reason: obstacle)
    }
}
