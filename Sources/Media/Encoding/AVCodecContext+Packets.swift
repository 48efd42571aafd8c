import CLibav

extension UnsafeMutablePointer where Pointee == AVCodecContext {
    /// Returns the packets that an encoder of pictures has ready; `packet` is room for one.
    func encodedPackets(
        using packet: UnsafeMutablePointer<AVPacket>
    ) throws(MediaError) -> [Packet] {
        var packets: [Packet] = []
        while true {
            let result = avcodec_receive_packet(self, packet)
            if result == CAVERROR_EAGAIN || result == CAVERROR_EOF { return packets }
            try check(result, "encode a frame")
            packets.append(Packet(copying: packet))
            av_packet_unref(packet)
        }
    }
}
