import CZlib
import Foundation

/// Unpacks zlib and gzip streams (RFC 1950, 1952) with a cap on what comes out.
enum Inflate {
    /// Returns what `bytes` unpack to, at most `limit` bytes of it; nil where not a byte can be
    /// read.
    ///
    /// A stream that breaks off or is damaged gives what came before the damage.
    static func unpacked(_ bytes: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
        guard !bytes.isEmpty, limit > 0 else { return nil }
        var stream = z_stream()
        // 32 more than the largest window: zlib tells its own header from gzip's.
        guard
            inflateInit2_(&stream, 15 + 32, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
                == Z_OK
        else { return nil }
        defer { inflateEnd(&stream) }
        let output = run(&stream, over: [UInt8](bytes), limit: limit)
        return output.isEmpty ? nil : output
    }

    private static func run(
        _ stream: inout z_stream, over input: [UInt8], limit: Int
    ) -> [UInt8] {
        var input = input
        var output: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: min(limit, 1 << 16))
        input.withUnsafeMutableBufferPointer { source in
            stream.next_in = source.baseAddress
            stream.avail_in = UInt32(clamping: source.count)
            var status = Z_OK
            while status == Z_OK, output.count < limit {
                let room = min(piece.count, limit - output.count)
                let made = piece.withUnsafeMutableBufferPointer { target in
                    stream.next_out = target.baseAddress
                    stream.avail_out = UInt32(room)
                    status = inflate(&stream, Z_NO_FLUSH)
                    return room - Int(stream.avail_out)
                }
                output += piece[..<made]
                if made == 0 { break }
            }
        }
        return output
    }
}
