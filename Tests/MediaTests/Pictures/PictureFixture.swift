import Foundation
import TestSupport
import Testing

/// One line of the shared manifest that is about a picture, or a film whose first frame is one.
struct PictureFixture: Decodable, Sendable, CustomTestStringConvertible {
    struct Facts: Decodable, Sendable {
        var width: Int?
        var height: Int?
        var stored: [Int]?
        var tolerance: Int?
        var corners_rgb: [String: [Int]]?
        var colour: [Int]?
        var over_black_tl: [Int]?
        var over_black_tr: [Int]?
        var readers: Readers?

        /// Whether a strict independent reader finds nothing to complain about.
        var isReadByOthers: Bool { readers?.pillow == "ok" || readers?.imagemagick == "ok" }
    }

    struct Readers: Decodable, Sendable {
        var pillow: String?
        var imagemagick: String?
        var frames: Int?
    }

    var file: String
    var kind: String
    var expect: String
    var facts: Facts

    var testDescription: String { file }

    var path: String? { Fixtures.shared("media/\(file)")?.path }

    /// All pictures; empty where the material is not beside this checkout.
    static let pictures = all.filter { $0.kind == "image" }

    /// Films that say what the corners of their first frame are.
    static let films = all.filter {
        $0.kind == "video" && $0.facts.corners_rgb != nil && $0.expect == "renders"
    }

    private static let all: [PictureFixture] = {
        struct Manifest: Decodable { var items: [Failable] }
        struct Failable: Decodable {
            var fixture: PictureFixture?
            init(from decoder: any Decoder) { fixture = try? PictureFixture(from: decoder) }
        }
        guard let url = Fixtures.shared("media/MANIFEST.json"),
            let data = try? Data(contentsOf: url),
            let manifest = try? JSONDecoder().decode(Manifest.self, from: data)
        else { return [] }
        return manifest.items.compactMap(\.fixture)
    }()
}
