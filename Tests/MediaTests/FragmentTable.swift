import Foundation
import Testing

/// The samples of one movie fragment, read straight from its boxes (ISO/IEC 14496-12, 8.8).
///
/// Programs that read files shift fragments with negative offsets; a browser takes what stands here.
struct FragmentTable {
    struct Sample: Hashable {
        var decode: Int
        var presentation: Int
        var duration: Int
    }

    private(set) var samples: [Sample] = []

    /// The number of the fragment.
    let number: Int

    init(_ bytes: [UInt8]) throws {
        number = try BoxReader("mfhd", in: bytes).skipping(4).read(4)
        let header = try BoxReader("tfhd", in: bytes)
        let flags = header.read(4)
        header.skipping(4)
        if flags & 2 != 0 { header.skipping(4) }
        let length = flags & 8 != 0 ? header.read(4) : 0
        let start = try BoxReader("tfdt", in: bytes)
        var decode = start.read(4) >> 24 == 1 ? start.read(8) : start.read(4)
        let run = try BoxReader("trun", in: bytes)
        let options = run.read(4)
        let count = run.read(4)
        if options & 1 != 0 { run.skipping(4) }
        if options & 4 != 0 { run.skipping(4) }
        for _ in 0..<count {
            let duration = options & 0x100 != 0 ? run.read(4) : length
            if options & 0x200 != 0 { run.skipping(4) }
            if options & 0x400 != 0 { run.skipping(4) }
            let offset = options & 0x800 != 0 ? run.read(4) : 0
            // Version 1 has signed ones.
            let signed = options >> 24 == 1 ? Int(Int32(truncatingIfNeeded: offset)) : offset
            samples.append(
                Sample(decode: decode, presentation: decode + signed, duration: duration))
            decode += duration
        }
    }
}

/// Numbers behind the name of the first box that is called so.
final class BoxReader {
    private let bytes: [UInt8]
    private var place: Int

    init(_ name: String, in bytes: [UInt8]) throws {
        self.bytes = bytes
        let found = bytes.indices.dropLast(4).first {
            bytes[$0..<$0 + 4].elementsEqual(name.utf8)
        }
        place = try #require(found) + 4
    }

    /// Returns the number in the next `size` bytes, 0 behind the end.
    func read(_ size: Int) -> Int {
        defer { place += size }
        guard place + size <= bytes.count else { return 0 }
        return bytes[place..<place + size].reduce(0) { $0 << 8 | Int($1) }
    }

    @discardableResult
    func skipping(_ size: Int) -> BoxReader {
        place += size
        return self
    }
}
