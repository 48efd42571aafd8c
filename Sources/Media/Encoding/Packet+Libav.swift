import CLibav
import Foundation

extension Packet {
    /// Fills `packet`, which is empty, for stream `index`; the caller frees what it then holds.
    ///
    /// Times stay in this packet's own unit.
    func fill(
        _ packet: UnsafeMutablePointer<AVPacket>, stream index: Int, path: String = ""
    ) throws(MediaError) {
        try check(av_new_packet(packet, Int32(bytes.count)), "write a packet", path: path)
        bytes.withUnsafeBytes { bytes in
            guard let from = bytes.baseAddress, let to = packet.pointee.data else { return }
            memcpy(to, from, bytes.count)
        }
        packet.pointee.pts = presentation
        packet.pointee.dts = decode
        packet.pointee.duration = duration
        packet.pointee.stream_index = Int32(index)
        if isKey { packet.pointee.flags |= Int32(AV_PKT_FLAG_KEY) }
    }
}
