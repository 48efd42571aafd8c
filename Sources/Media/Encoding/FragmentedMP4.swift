import Foundation

/// One stream in pieces, as browsers play them while others are not made yet (W3C Media Source
/// Extensions, ISO BMFF byte stream format): a header once, then fragments in any order.
///
/// A fragment depends on its packets alone, so the same ones give the same bytes at any time.
package struct FragmentedMP4: Hashable, Sendable {
    enum Stream: Hashable, Sendable {
        case video(ContainerMuxer.Video)
        case audio(ContainerMuxer.Audio)
    }

    let stream: Stream

    /// What `MediaSource.isTypeSupported` is asked, with codecs as in RFC 6381:
    /// `video/mp4; codecs="avc1.64001f"`.
    package let mediaType: String

    /// - Throws: where the pictures are not H.264 with its parameter sets.
    package init(video: ContainerMuxer.Video) throws(MediaError) {
        guard video.codec == .h264, let profile = Self.profile(video.extradata) else {
            throw MediaError(
                "stream pictures", path: "", reason: "they are not H.264 with an SPS in front")
        }
        stream = .video(video)
        mediaType = "video/mp4; codecs=\"avc1.\(profile)\""
    }

    /// - Throws: where the sound is not AAC with its configuration.
    package init(audio: ContainerMuxer.Audio) throws(MediaError) {
        guard audio.codec == .aac, let first = audio.extradata.first else {
            throw MediaError(
                "stream sound", path: "", reason: "it is not AAC with an AudioSpecificConfig")
        }
        stream = .audio(audio)
        // ISO/IEC 14496-3, 1.6.2.1: five bits of object type.
        mediaType = "audio/mp4; codecs=\"mp4a.40.\(first >> 3)\""
    }

    /// Returns `ftyp` and `moov`, which go before the first fragment.
    package func header() throws(MediaError) -> [UInt8] {
        let muxer = try FragmentMuxer(stream, number: 1)
        return try muxer.finish().header
    }

    /// Returns one `moof` and `mdat` of `packets`, which are in decoding order.
    ///
    /// Their times count frames or samples from the start of the timeline, and stay what they are:
    ///
    /// - Pictures begin with a key. They are shown at their times; since no decode time may lie
    ///   below 0, all are later by what that key waits between decoding and showing. So a fragment
    ///   begins at its first frame's time, and composition offsets may be negative.
    /// - Sound that begins before 0 is the encoder's padding and is left out. Browsers don't agree
    ///   on edit lists, which would hide it; without them sample 0 is heard at 0 everywhere. The
    ///   price is that the first packet's samples fade in.
    ///
    /// - Returns: nothing for no packets.
    /// - Throws: where pictures don't begin with a key.
    package func fragment(_ packets: [Packet]) throws(MediaError) -> [UInt8] {
        var packets = packets
        switch stream {
        case .audio: packets.removeAll { $0.presentation < 0 }
        case .video:
            guard packets.first?.isKey ?? true else {
                throw MediaError(
                    "stream pictures", path: "", reason: "a fragment does not begin with a key")
            }
        }
        guard let first = packets.first else { return [] }
        // Fragments are numbered from 1 on in the order of time, if not without gaps.
        let number = first.presentation / max(first.duration, 1) + 1
        let muxer = try FragmentMuxer(stream, number: number)
        for packet in packets { try muxer.write(packet) }
        return try muxer.finish().fragment
    }

    /// Returns profile, constraints and level of the first SPS in `bytes` (ISO/IEC 14496-10, annex
    /// B) in hexadecimal.
    private static func profile(_ bytes: [UInt8]) -> String? {
        let start = bytes.indices.dropLast(6).first {
            bytes[$0..<$0 + 3].elementsEqual([0, 0, 1]) && bytes[$0 + 3] & 0x1F == 7
        }
        guard let start else { return nil }
        return bytes[start + 4..<start + 7].map { String(format: "%02x", $0) }.joined()
    }
}
