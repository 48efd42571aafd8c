import Foundation
import TestSupport
import Testing

@testable import Media

/// Every picture of the shared set does what its manifest says.
struct PictureFixtureTests {
    @Test(.enabled(if: Fixtures.shared("media/MANIFEST.json") != nil))
    func theManifestIsReadWhole() throws {
        #expect(PictureFixture.pictures.count > 100 && PictureFixture.films.count > 1)
    }

    @Test(arguments: PictureFixture.pictures + PictureFixture.films)
    func aFileDoesWhatItsManifestSays(_ item: PictureFixture) throws {
        let path = try #require(item.path)
        let start = ContinuousClock.now
        do throws(MediaError) {
            let picture = try DecodedPicture(path: path)
            #expect(item.expect.contains("renders"), "it should be refused")
            judgeWarnings(of: picture, item)
            try judge(picture, item)
        } catch {
            #expect(item.expect.contains("error"), "\(error)")
            #expect(error.path == path && error.description.hasPrefix(path))
            // One line, of a length that fits under a draft's line and column.
            #expect(10...300 ~= error.reason.count && !error.reason.contains("\n"), "\(error)")
            #expect(ContinuousClock.now - start < .seconds(2))
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

    /// Frames of animated WebP as an independent reader counts them.
    @Test(
        arguments: PictureFixture.pictures.filter {
            $0.file.hasSuffix(".webp") && ($0.facts.readers?.frames ?? 1) > 1
        })
    func animatedWebPHasTheFramesThatOthersSee(_ item: PictureFixture) throws {
        let decoder = try AnimatedWebPDecoder(path: try #require(item.path))
        var count = 0
        while try decoder.next() != nil { count += 1 }
        #expect(count == item.facts.readers?.frames)
    }

    private func judgeWarnings(of picture: DecodedPicture, _ item: PictureFixture) {
        let isWarned = !picture.warnings.isEmpty || !item.expect.contains("with warning")
        #expect(isWarned || item.facts.isReadByOthers, "it should give a warning")
        if !item.expect.contains("warning") {
            #expect(picture.warnings.allSatisfy { $0.contains("dynamic range") })
        }
    }

    private func judge(_ picture: DecodedPicture, _ item: PictureFixture) throws(MediaError) {
        let facts = item.facts
        let info = picture.info
        if let width = facts.width { #expect(info.width == width) }
        if let height = facts.height { #expect(info.height == height) }
        if let stored = facts.stored { #expect([info.storedWidth, info.storedHeight] == stored) }
        let tolerance = facts.tolerance ?? 2
        for (name, color) in facts.corners_rgb ?? [:] {
            let (x, y) = place(of: name, in: info)
            let found = picture.byte(x: x, y: y).prefix(3)
            #expect(isClose(found, color, tolerance: tolerance), "\(name) \(found)")
        }
        if let color = facts.colour {
            #expect(Array(picture.byte(x: 0, y: 0).prefix(3)) == color)
        }
        for (name, color) in [("tl", facts.over_black_tl), ("tr", facts.over_black_tr)] {
            guard let color else { continue }
            let (x, y) = place(of: name, in: info)
            let found = picture.overBlack(x: x, y: y)
            #expect(isClose(found, color, tolerance: tolerance), "\(name) \(found)")
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
