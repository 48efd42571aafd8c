import BundledFonts
import Foundation
import TestSupport
import Typesetting

/// What the tests of this target share: fonts, a typesetter, ways to look at a raster.
enum Setting {
    /// The path of a bundled font.
    static func font(_ name: String) throws -> String {
        let files = try BundledFonts.files()
        return files.first { $0.hasSuffix("/\(name).otf") } ?? name
    }

    static func typesetter() throws -> Typesetter {
        try Typesetter(FontLibrary(files: BundledFonts.files()))
    }

    static func layout(_ request: TextRequest) throws -> TextLayout {
        try typesetter().layout(request)
    }

    static func masks(_ request: TextRequest, x: Double, y: Double) throws -> TextMasks {
        let typesetter = try typesetter()
        return typesetter.masks(for: typesetter.layout(request), centerX: x, centerY: y)
    }
}

extension TextMasks {
    /// The sum of a raster in pixels of full coverage.
    func area(_ raster: [UInt8]) -> Double {
        raster.reduce(0) { $0 + Double($1) } / 255
    }

    /// The center of a raster's mass on the canvas.
    func centroid(_ raster: [UInt8]) -> (x: Double, y: Double) {
        var sum = (x: 0.0, y: 0.0, mass: 0.0)
        for (index, value) in raster.enumerated() where value > 0 {
            let mass = Double(value)
            sum.x += mass * (Double(originX + index % width) + 0.5)
            sum.y += mass * (Double(originY + index / width) + 0.5)
            sum.mass += mass
        }
        return (sum.x / sum.mass, sum.y / sum.mass)
    }

    /// The values along the four sides.
    func border(_ raster: [UInt8]) -> [UInt8] {
        raster.enumerated().filter { index, _ in
            [0, width - 1].contains(index % width) || [0, height - 1].contains(index / width)
        }.map(\.element)
    }

    /// The value of a raster at a canvas pixel, 0 outside.
    func value(_ raster: [UInt8], x: Int, y: Int) -> UInt8 {
        let column = x - originX
        let row = y - originY
        guard (0..<width).contains(column), (0..<height).contains(row) else { return 0 }
        return raster[row * width + column]
    }
}

/// HarfBuzz's own program, as a judge of shaping.
struct HarfBuzzShape {
    private let path: String

    /// nil (with a printed reason) where it is not installed.
    init?() {
        guard let path = Tool.find("hb-shape") else { return nil }
        self.path = path
    }

    /// A line of the program's JSON.
    struct Glyph: Decodable, Equatable {
        var g: UInt32
        var ax: Double
        var dx: Double
        var dy: Double
    }

    /// Returns the glyphs of `text` in font units, as drawn from left to right.
    func glyphs(_ text: String, font: String, language: String, features: String = "") throws
        -> [Glyph]
    {
        let output = try Tool.run(
            path,
            [
                "--output-format=json", "--no-glyph-names", "--no-clusters",
                "--language=\(language)", "--font-file=\(font)", "--text=\(text)",
            ] + (features.isEmpty ? [] : ["--features=\(features)"]))
        return try JSONDecoder().decode([Glyph].self, from: output.standardOutput)
    }
}

/// The strings that the shared material tells facts about.
struct FixtureString: Decodable {
    var id: String
    var text: String
    var forbid_line_start: String?
    var forbid_line_end: String?
    var visual_order_left_to_right: String?

    /// nil (with a printed reason) where the material is absent.
    static func load(_ id: String) throws -> FixtureString? {
        struct File: Decodable { var strings: [FixtureString] }
        guard let url = Fixtures.shared("media/text/strings.json") else { return nil }
        let file = try JSONDecoder().decode(File.self, from: Data(contentsOf: url))
        return file.strings.first { $0.id == id }
    }
}
