import Foundation
import TestSupport

/// HEIF and AVIF files made by libheif's own encoder, and edited where it can't make what is needed.
enum HEIFSpecimen {
    /// Encodes the picture at `source`; nil (with a printed reason) where that is not possible.
    ///
    /// The encoder's HEVC and AV1 plugins are packages of their own in some distributions.
    static func encode(_ source: String, to path: String, _ options: [String] = []) throws -> Bool {
        guard let encoder = Tool.find("heif-enc") else { return false }
        let run = try Tool.run(encoder, options + [source, "-o", path])
        guard run.status == 0, FileManager.default.fileExists(atPath: path) else {
            print("skipped: heif-enc can't write \(path): \(run.standardError)")
            return false
        }
        return true
    }

    /// Returns the file with `property`, a whole box, among the properties of its items.
    ///
    /// Boxes as in ISO/IEC 23008-12, 9: `ipco` lists properties, `ipma` names those of each item,
    /// and `iloc` says where in the file the coded picture is, which moves.
    static func adding(_ property: [UInt8], to file: [UInt8]) -> [UInt8]? {
        var file = file
        guard let meta = find("meta", in: file, 0..<file.count),
            let iprp = find("iprp", in: file, meta.lowerBound + 12..<meta.upperBound),
            let ipco = find("ipco", in: file, iprp.lowerBound + 8..<iprp.upperBound),
            let ipma = find("ipma", in: file, iprp.lowerBound + 8..<iprp.upperBound),
            let iloc = find("iloc", in: file, meta.lowerBound + 12..<meta.upperBound),
            ipco.upperBound == ipma.lowerBound, ipma.upperBound == iprp.upperBound
        else { return nil }
        let index = count(in: file, ipco.lowerBound + 8..<ipco.upperBound) + 1
        // One association, essential, at the end of the only item's list.
        file.insert(UInt8(0x80 | index), at: ipma.upperBound)
        file[ipma.lowerBound + 18] += 1
        file.insert(contentsOf: property, at: ipco.upperBound)
        let growth = property.count + 1
        for (box, by) in [(meta, growth), (iprp, growth), (ipco, property.count), (ipma, 1)] {
            let start = box == ipma ? box.lowerBound + property.count : box.lowerBound
            add(by, to: &file, at: start)
        }
        shift(iloc.lowerBound, by: growth, in: &file)
        return file
    }

    /// Moves the extents of an `iloc` of version 0 or 1 with offsets of 4 bytes and one extent each.
    private static func shift(_ box: Int, by growth: Int, in file: inout [UInt8]) {
        let isFirst = file[box + 8] == 0
        let baseSize = Int(file[box + 13] >> 4)
        let items = number(file, box + 14, 2)
        var place = box + 16
        for _ in 0..<items {
            place += (isFirst ? 4 : 6) + baseSize + 2
            add(growth, to: &file, at: place)
            place += 8
        }
    }

    private static func find(_ name: String, in file: [UInt8], _ range: Range<Int>) -> Range<Int>? {
        boxes(in: file, range).first {
            file[$0.lowerBound + 4..<$0.lowerBound + 8].elementsEqual(name.utf8)
        }
    }

    private static func count(in file: [UInt8], _ range: Range<Int>) -> Int {
        boxes(in: file, range).count
    }

    private static func boxes(in file: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var place = range.lowerBound
        while place + 8 <= range.upperBound {
            let size = number(file, place, 4)
            guard size >= 8, place + size <= range.upperBound else { break }
            found.append(place..<place + size)
            place += size
        }
        return found
    }

    private static func number(_ file: [UInt8], _ place: Int, _ size: Int) -> Int {
        file[place..<place + size].reduce(0) { $0 << 8 | Int($1) }
    }

    private static func add(_ value: Int, to file: inout [UInt8], at place: Int) {
        let sum = number(file, place, 4) + value
        for index in 0..<4 { file[place + index] = UInt8(sum >> (24 - 8 * index) & 255) }
    }
}
