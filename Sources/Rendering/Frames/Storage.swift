import Foundation

/// A block of samples on a 64-byte boundary, zero at first.
///
/// It is written while one task owns it and only read once it is shared; nothing enforces that but
/// the types that hold one: `StripPlane` and `PictureRaster` are immutable, a `FrameBuffer` stays
/// in its worker or is a picture at rest.
final class Storage<Sample: BitwiseCopyable>: @unchecked Sendable {
    let base: UnsafeMutablePointer<Sample>
    let count: Int

    /// - Parameter count: the samples to hold; 64 bytes more can be read and written past the end,
    ///   so that a vector may reach over it.
    init(count: Int) {
        self.count = count
        let bytes = (count * MemoryLayout<Sample>.stride + 127) / 64 * 64
        let raw = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
        raw.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
        base = raw.bindMemory(to: Sample.self, capacity: bytes / MemoryLayout<Sample>.stride)
    }

    deinit {
        UnsafeMutableRawPointer(base).deallocate()
    }
}

extension Int {
    /// The next multiple of `step`, a power of two.
    func roundedUp(to step: Int) -> Int { (self + step - 1) & ~(step - 1) }
}
