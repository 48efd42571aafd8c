import CLibav

/// Bytes in memory that libav reads as a file.
final class MemoryInput {
    private let bytes: [UInt8]
    private var position = 0

    /// What libav reads from; lives as long as this value.
    private(set) var context: UnsafeMutablePointer<AVIOContext>?

    init(_ bytes: [UInt8]) throws(MediaError) {
        self.bytes = bytes
        let size = 32768
        let buffer = try allocated(av_malloc(size), "read the picture")
        context = avio_alloc_context(
            buffer.assumingMemoryBound(to: UInt8.self), Int32(size), 0,
            Unmanaged.passUnretained(self).toOpaque(),
            { owner, target, count in
                MemoryInput.of(owner)?.read(into: target, count: Int(count)) ?? CAVERROR_EOF
            }, nil,
            { owner, offset, whence in
                MemoryInput.of(owner)?.seek(to: Int(offset), whence: whence) ?? -1
            })
        if context == nil { av_free(buffer) }
        _ = try allocated(context, "read the picture")
    }

    deinit {
        guard let owned = context else { return }
        av_free(owned.pointee.buffer)  // libav may have replaced the buffer that it was given.
        avio_context_free(&context)
    }

    private static func of(_ owner: UnsafeMutableRawPointer?) -> MemoryInput? {
        owner.map { Unmanaged<MemoryInput>.fromOpaque($0).takeUnretainedValue() }
    }

    private func read(into target: UnsafeMutablePointer<UInt8>?, count: Int) -> Int32 {
        let available = min(count, bytes.count - position)
        guard let target, available > 0 else { return CAVERROR_EOF }
        bytes.withUnsafeBufferPointer {
            guard let start = $0.baseAddress else { return }
            target.update(from: start + position, count: available)
        }
        position += available
        return Int32(available)
    }

    /// Moves within the bytes; AVSEEK_SIZE asks for their count instead.
    private func seek(to offset: Int, whence: Int32) -> Int64 {
        let base: Int
        switch whence & ~AVSEEK_FORCE {
        case AVSEEK_SIZE: return Int64(bytes.count)
        case 0: base = 0
        case 1: base = position
        case 2: base = bytes.count
        default: return -1
        }
        let target = base.addingReportingOverflow(offset)
        guard !target.overflow, (0...bytes.count).contains(target.partialValue) else { return -1 }
        position = target.partialValue
        return Int64(position)
    }
}
