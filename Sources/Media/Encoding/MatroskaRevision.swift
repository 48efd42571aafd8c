import CLibav
import Foundation

/// What libav's muxer can't be told of a Matroska file: the encoder's delay and the exact length.
///
/// FFmpeg 5.1 writes it for Opus only and shifts the pictures instead of the sound; later versions
/// do otherwise. So the muxer is told of no delay, and gets a name for the sound track that is as
/// long as the element `CodecDelay` (RFC 9559, 5.1.4.1.25) which takes its place.
struct MatroskaRevision {
    let path: String

    /// Stands for the delay while the file is written.
    static let placeholder = "=CD="

    /// A track's name: the identity of the element, its size 4, and the text.
    private static let name: [UInt8] = [0x53, 0x6E, 0x84] + placeholder.utf8

    /// Where the tracks stand at the latest: tags and the index may come before them.
    private static let reach = 1 << 24

    /// Writes the delay of the sound, in samples at 48 kHz, over the placeholder, and the length of
    /// the file, in milliseconds, over the muxer's own, which counts the delay in.
    func write(delay samples: Int, duration: Double) throws(MediaError) {
        do {
            let file = try FileHandle(forUpdating: URL(filePath: path))
            let head = try file.read(upToCount: Self.reach) ?? Data()
            guard let name = head.firstRange(of: Self.name),
                let info = head.firstRange(of: Self.info),
                let length = head[info.upperBound...].firstRange(of: Self.duration)
            else {
                throw MediaError("finish the file", path: path, reason: "its header is not known")
            }
            try file.seek(toOffset: UInt64(name.lowerBound))
            try file.write(contentsOf: Data(Self.element(samples)))
            try file.seek(toOffset: UInt64(length.upperBound))
            try file.write(contentsOf: Data(Self.big(duration.bitPattern)))
            try file.close()
        } catch {
            throw (error as? MediaError)
                ?? MediaError("finish the file", path: path, reason: "\(error)")
        }
    }

    /// The identity of the element `Info`; the first of its name holds the length.
    private static let info: [UInt8] = [0x15, 0x49, 0xA9, 0x66]

    /// The element `Duration` up to its value, a float of 8 bytes.
    private static let duration: [UInt8] = [0x44, 0x89, 0x88]

    /// The element of the delay, its value in nanoseconds.
    private static func element(_ samples: Int) -> [UInt8] {
        let nanoseconds = UInt32(clamping: (samples * 62_500 + 1) / 3)
        return [0x56, 0xAA, 0x84] + big(nanoseconds)
    }

    private static func big(_ value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.bigEndian) { Array($0) }
    }
}
