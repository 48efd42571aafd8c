import Foundation
import TestSupport

/// A QuickTime movie whose tracks lie in another file.
enum ReferenceMovie {
    /// Makes the movie at `path` of a self-contained one whose `moov` is its last box.
    ///
    /// Each track's data reference (`dref`) becomes an alias record to `other`, an absolute path:
    /// a Macintosh alias of which the path (item 2) is what is read.
    static func make(of file: URL, at path: String, to other: String) throws {
        var bytes = [UInt8](try Data(contentsOf: file))
        let entry = alias(to: other)
        while let place = lastSelfContained(in: bytes) {
            let old = number(bytes, place, 4)
            bytes.replaceSubrange(place..<place + old, with: entry)
            grow(&bytes, around: place, by: entry.count - old)
        }
        try Data(bytes).write(to: URL(filePath: path))
    }

    /// The last entry of a `dref` that says "in this file": flags 1.
    private static func lastSelfContained(in bytes: [UInt8]) -> Int? {
        let places = (12..<bytes.count - 12).filter { place in
            let name = bytes[place + 4..<place + 8]
            return (name.elementsEqual("url ".utf8) || name.elementsEqual("alis".utf8))
                && number(bytes, place + 8, 4) == 1 && number(bytes, place, 4) == 12
        }
        return places.last
    }

    private static func alias(to path: String) -> [UInt8] {
        var record = [UInt8](repeating: 0, count: 150)
        record[5] = 150
        record[7] = 2
        record[57] = 1  // Levels from here and from there, so that the path is looked at.
        record[59] = 1
        let name = Array(path.utf8) + (path.utf8.count % 2 == 0 ? [] : [0])
        record += [0, 2, UInt8(name.count >> 8), UInt8(name.count & 255)] + name
        record += [0xFF, 0xFF, 0, 0]
        return word(record.count + 12) + Array("alis".utf8) + [0, 0, 0, 0] + record
    }

    /// Adds to the sizes of all boxes around `place`.
    private static func grow(_ bytes: inout [UInt8], around place: Int, by growth: Int) {
        for name in ["dref", "dinf", "minf", "mdia", "trak", "moov"] {
            let found = (4..<place).last { at in
                bytes[at..<at + 4].elementsEqual(name.utf8)
                    && at - 4 + number(bytes, at - 4, 4) > place - 1
            }
            guard let found else { continue }
            let size = number(bytes, found - 4, 4) + growth
            bytes.replaceSubrange(found - 4..<found, with: word(size))
        }
    }

    private static func number(_ bytes: [UInt8], _ place: Int, _ size: Int) -> Int {
        bytes[place..<place + size].reduce(0) { $0 << 8 | Int($1) }
    }

    private static func word(_ value: Int) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
    }
}
