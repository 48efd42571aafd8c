import Foundation

/// Colour profiles made by hand (ICC.1:2022), so that tests know what each means.
enum ICCSpecimen {
    /// An RGB profile of three curves and a matrix.
    ///
    /// `colorants` are XYZ under D50.
    static func matrix(colorants: [[Double]], curve: [UInt8]) -> [UInt8] {
        var tags: [(String, [UInt8])] = [("wtpt", xyz([0.9642, 1, 0.8249]))]
        for (name, color) in zip(["r", "g", "b"], colorants) {
            tags.append(("\(name)XYZ", xyz(color)))
            tags.append(("\(name)TRC", curve))
        }
        return profile(kind: "mntr", space: "RGB ", connection: "XYZ ", tags: tags)
    }

    /// A gray profile of one curve.
    static func gray(curve: [UInt8]) -> [UInt8] {
        profile(
            kind: "mntr", space: "GRAY", connection: "XYZ ",
            tags: [("wtpt", xyz([0.9642, 1, 0.8249])), ("kTRC", curve)])
    }

    /// A CMYK profile in which magenta alone counts: its ink takes lightness away, evenly.
    static func magentaDarkens() -> [UInt8] {
        let ramp = (0...255).map { UInt8($0) }
        var table = Array("mft1".utf8) + [0, 0, 0, 0, 4, 3, 2, 0]
        table += [1, 0, 0, 0, 1, 0, 0, 0, 1].flatMap { fixed($0) }
        table += (0..<4).flatMap { _ in ramp }
        for corner in 0..<16 {  // The last ink, black, varies fastest.
            table += [corner & 4 == 0 ? 255 : 0, 128, 128]  // L* 100 or 0, a* and b* 0.
        }
        table += (0..<3).flatMap { _ in ramp }
        return profile(
            kind: "scnr", space: "CMYK", connection: "Lab ",
            tags: [("wtpt", xyz([0.9642, 1, 0.8249])), ("A2B0", table)])
    }

    /// A pure power of `exponent`.
    static func gamma(_ exponent: Double) -> [UInt8] {
        Array("para".utf8) + [0, 0, 0, 0, 0, 0, 0, 0] + fixed(exponent)
    }

    /// The curve of sRGB as function type 3 (ICC.1:2022, table 68).
    static let standard: [UInt8] =
        Array("para".utf8) + [0, 0, 0, 0, 0, 3, 0, 0]
        + [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045].flatMap { fixed($0) }

    private static func fixed(_ value: Double) -> [UInt8] {
        PNGSpecimen.word(Int((value * 65536).rounded()))
    }

    private static func xyz(_ color: [Double]) -> [UInt8] {
        Array("XYZ ".utf8) + [0, 0, 0, 0] + color.flatMap(fixed)
    }

    private static func profile(
        kind: String, space: String, connection: String, tags: [(String, [UInt8])]
    ) -> [UInt8] {
        var table = PNGSpecimen.word(tags.count)
        var bodies: [UInt8] = []
        let start = 128 + 4 + 12 * tags.count
        for (name, body) in tags {
            table += Array(name.utf8) + PNGSpecimen.word(start + bodies.count)
            table += PNGSpecimen.word(body.count)
            bodies += body + [UInt8](repeating: 0, count: (4 - body.count % 4) % 4)
        }
        var header = PNGSpecimen.word(start + bodies.count) + [0, 0, 0, 0]
        header += [4, 0x20, 0, 0] + Array((kind + space + connection).utf8)
        header += [0x07, 0xE8, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0] + Array("acsp".utf8)
        header += [UInt8](repeating: 0, count: 28)
        header += [0.9642, 1, 0.8249].flatMap(fixed)
        header += [UInt8](repeating: 0, count: 128 - header.count)
        return header + table + bodies
    }
}
