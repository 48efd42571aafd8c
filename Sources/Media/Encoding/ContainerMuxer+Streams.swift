import CLibav

extension ContainerMuxer {
    func addVideo(_ video: Video) throws(MediaError) {
        markDefault(try context.addStream(video).stream)
    }

    func addAudio(_ audio: Audio) throws(MediaError) {
        let (stream, parameters) = try context.addStream(audio)
        if container.isMatroska {
            av_dict_set(&stream.pointee.metadata, "title", MatroskaRevision.placeholder, 0)
        } else {
            parameters.pointee.initial_padding = Int32(audio.initialPadding)
        }
        markDefault(stream)
    }

    /// Matroska says of each track whether it plays unasked; MP4 does so by kind.
    private func markDefault(_ stream: UnsafeMutablePointer<AVStream>) {
        if container.isMatroska { stream.pointee.disposition = AV_DISPOSITION_DEFAULT }
    }
}
