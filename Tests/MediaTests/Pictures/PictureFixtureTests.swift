import Foundation
import Media
import TestSupport
import Testing

/// Every picture of the shared set does what its manifest says.
struct PictureFixtureTests {
    @Test func everyPictureOfTheSetDoesWhatItsManifestSays() throws {
        guard let folder = Fixtures.shared("media") else { return }
        let manifest = try JSONDecoder().decode(
            Manifest.self, from: Data(contentsOf: folder.appending(path: "MANIFEST.json")))
        let pictures = manifest.items.filter { $0.kind == "image" }
        #expect(pictures.count > 100)
        for item in pictures {
            judge(item, path: folder.appending(path: item.file).path)
        }
    }

    @Test func theFirstFrameOfAFilmIsAPicture() throws {
        guard let folder = Fixtures.shared("media") else { return }
        let manifest = try JSONDecoder().decode(
            Manifest.self, from: Data(contentsOf: folder.appending(path: "MANIFEST.json")))
        let films = manifest.items.filter { $0.kind == "video" && $0.facts.corners != nil }
        #expect(films.count > 1)
        for item in films where item.expect == "renders" {
            judge(item, path: folder.appending(path: item.file).path)
        }
    }

    @Test func everySharedPhotoIsRead() throws {
        guard let folder = Fixtures.shared("images") else { return }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { ["png", "jpg", "webp"].contains(($0 as NSString).pathExtension) }
        #expect(names.count > 20)
        for name in names {
            let path = folder.appending(path: name).path
            do {
                let picture = try DecodedPicture(path: path)
                #expect(picture.info == (try PictureInfo.read(path: path)), "\(name)")
                #expect(picture.warnings == [], "\(name)")
            } catch {
                Issue.record("\(error)")
            }
        }
    }

    private func judge(_ item: Manifest.Item, path: String) {
        do throws(MediaError) {
            let picture = try DecodedPicture(path: path)
            let mayRender = item.expect.contains("renders") || item.expect == "mixed"
            #expect(mayRender, "\(item.file) should be refused")
            let isWarned = !picture.warnings.isEmpty || !item.expect.contains("with warning")
            #expect(isWarned || item.facts.isReadByOthers, "\(item.file) should give a warning")
            if !item.expect.contains("warning") {
                #expect(
                    picture.warnings.allSatisfy { $0.contains("dynamic range") }, "\(item.file)")
            }
            check(picture, item)
        } catch {
            #expect(item.expect.contains("error") || item.expect == "mixed", "\(error)")
            #expect(error.path == path && error.description.contains(path))
            #expect(error.reason.count > 10, "\(error)")
        }
    }

    private func check(_ picture: DecodedPicture, _ item: Manifest.Item) {
        let facts = item.facts
        if let width = facts.width { #expect(picture.info.width == width, "\(item.file)") }
        if let height = facts.height { #expect(picture.info.height == height, "\(item.file)") }
        let tolerance = facts.tolerance ?? 2
        for (name, color) in facts.corners ?? [:] {
            let (x, y) = place(of: name, in: picture.info)
            let found = picture.byte(x: x, y: y).prefix(3)
            #expect(isClose(found, color, tolerance: tolerance), "\(item.file) \(name) \(found)")
        }
        if let color = facts.colour {
            #expect(Array(picture.byte(x: 0, y: 0).prefix(3)) == color, "\(item.file)")
        }
        for (name, color) in [("tl", facts.overBlackTopLeft), ("tr", facts.overBlackTopRight)] {
            guard let color else { continue }
            let (x, y) = place(of: name, in: picture.info)
            let found = picture.overBlack(x: x, y: y)
            #expect(isClose(found, color, tolerance: tolerance), "\(item.file) \(name) \(found)")
        }
    }

    /// The centre of a corner block, a fifth of each side.
    private func place(of corner: String, in info: PictureInfo) -> (Int, Int) {
        let (x, y) = (info.width / 10, info.height / 10)
        return (
            corner.hasSuffix("l") ? x : info.width - 1 - x,
            corner.hasPrefix("t") ? y : info.height - 1 - y
        )
    }
}

/// The part of the manifest that speaks of pictures.
private struct Manifest: Decodable {
    struct Item: Decodable {
        var file: String
        var kind: String
        var expect: String
        var facts: Facts
    }

    struct Facts: Decodable {
        var width: Int?
        var height: Int?
        var tolerance: Int?
        var corners: [String: [Int]]?
        var colour: [Int]?
        var overBlackTopLeft: [Int]?
        var overBlackTopRight: [Int]?
        var readers: Readers?

        /// Whether a strict independent reader finds nothing to complain about.
        var isReadByOthers: Bool { readers?.pillow == "ok" || readers?.imagemagick == "ok" }

        enum CodingKeys: String, CodingKey {
            case width, height, tolerance, colour, readers
            case corners = "corners_rgb"
            case overBlackTopLeft = "over_black_tl"
            case overBlackTopRight = "over_black_tr"
        }
    }

    struct Readers: Decodable {
        var pillow: String?
        var imagemagick: String?
    }

    var items: [Item]
}
