import CLibav
import Foundation

/// A new stream of a file and what is said of its coding.
typealias NewStream = (
    stream: UnsafeMutablePointer<AVStream>, parameters: UnsafeMutablePointer<AVCodecParameters>
)

extension UnsafeMutablePointer where Pointee == AVFormatContext {
    /// Adds a stream whose decoders need `extradata`.
    func addStream(extradata: [UInt8]) throws(MediaError) -> NewStream {
        let stream = try allocated(avformat_new_stream(self, nil), "add a stream")
        let size = extradata.count
        let memory = try allocated(
            av_mallocz(size + Int(AV_INPUT_BUFFER_PADDING_SIZE)), "add a stream")
        extradata.withUnsafeBytes { bytes in
            if let from = bytes.baseAddress { memcpy(memory, from, size) }
        }
        let parameters = try allocated(stream.pointee.codecpar, "add a stream")
        parameters.pointee.extradata = memory.assumingMemoryBound(to: UInt8.self)
        parameters.pointee.extradata_size = Int32(size)
        return (stream, parameters)
    }

    func addStream(_ video: ContainerMuxer.Video) throws(MediaError) -> NewStream {
        let (stream, parameters) = try addStream(extradata: video.extradata)
        parameters.pointee.codec_type = AVMEDIA_TYPE_VIDEO
        parameters.pointee.codec_id = video.codec.id
        parameters.pointee.format = video.codec.pixelFormat.rawValue
        parameters.pointee.width = Int32(video.format.width)
        parameters.pointee.height = Int32(video.format.height)
        parameters.pointee.color_space = AVCOL_SPC_BT709
        parameters.pointee.color_primaries = AVCOL_PRI_BT709
        parameters.pointee.color_trc = AVCOL_TRC_BT709
        parameters.pointee.color_range = AVCOL_RANGE_MPEG
        parameters.pointee.chroma_location = AVCHROMA_LOC_LEFT
        parameters.pointee.sample_aspect_ratio = AVRational(num: 1, den: 1)
        let base = video.format.timeBase
        let rate = AVRational(num: base.den, den: base.num)
        stream.pointee.time_base = base
        stream.pointee.avg_frame_rate = rate
        stream.pointee.r_frame_rate = rate
        return (stream, parameters)
    }

    /// Adds a stream of sound; of the encoder's padding nothing is said yet.
    func addStream(_ audio: ContainerMuxer.Audio) throws(MediaError) -> NewStream {
        let (stream, parameters) = try addStream(extradata: audio.extradata)
        parameters.pointee.codec_type = AVMEDIA_TYPE_AUDIO
        parameters.pointee.codec_id = audio.codec.id
        parameters.pointee.format = audio.codec.sampleFormat.rawValue
        parameters.pointee.sample_rate = Int32(audio.sampleRate)
        parameters.pointee.frame_size = Int32(audio.frameSize)
        parameters.pointee.bit_rate = Int64(audio.bitRate)
        switch audio.codec {
        case .aac: parameters.pointee.profile = 1  // AAC-LC
        case .opus: parameters.pointee.seek_preroll = 3840  // RFC 7845, 4.6: 80 ms.
        case .pcm24:
            parameters.pointee.bits_per_coded_sample = 24
            parameters.pointee.block_align = 6
        }
        av_channel_layout_default(&parameters.pointee.ch_layout, 2)
        stream.pointee.time_base = AVRational(num: 1, den: Int32(audio.sampleRate))
        return (stream, parameters)
    }
}
