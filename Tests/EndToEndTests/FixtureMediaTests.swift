import Foundation
import TestSupport
import Testing

/// One file of the shared material, and what a render must make of it.
struct MediaFixture: Decodable, Sendable, CustomTestStringConvertible {
    var file: String
    var kind: String
    var expect: String
    var odd: String

    var testDescription: String { "\(file): \(odd)" }

    /// Pictures, sounds and films; empty where the material is not beside this checkout.
    static let all: [MediaFixture] = {
        struct Manifest: Decodable { var items: [Failable] }
        struct Failable: Decodable {
            var fixture: MediaFixture?
            init(from decoder: any Decoder) { fixture = try? MediaFixture(from: decoder) }
        }
        guard let url = Fixtures.shared("media/MANIFEST.json"),
            let data = try? Data(contentsOf: url),
            let manifest = try? JSONDecoder().decode(Manifest.self, from: data)
        else { return [] }
        return manifest.items.compactMap(\.fixture)
            .filter { ["image", "audio", "video"].contains($0.kind) }
    }()
}

/// Real and broken files as sources, each in a render of its own.
struct FixtureMediaTests {
    /// Half a second with `fixture` as its only source.
    private func render(_ fixture: MediaFixture, _ path: String) throws -> (Program.Run, Workplace)
    {
        let source = #"{"d":500,"src":"\#(path)"}"#
        let place = try Workplace(
            fixture.kind == "audio" ? draft(plain, sounds(source)) : draft(pictures(source)))
        return (try place.render("--jobs", "1"), place)
    }

    @Test(arguments: MediaFixture.all)
    func fileIsShownOrPlayedOrItsTroubleIsNamed(_ fixture: MediaFixture) throws {
        guard let path = Fixtures.shared("media/\(fixture.file)")?.path else { return }
        let (run, place) = try render(fixture, path)
        let mayFail = fixture.expect.contains("clear error")
        let mayRender = fixture.expect.contains("renders")
        if run.status == 0 {
            #expect(mayRender, "an error was due")
            try expectFiveFrames(place.data("out.mp4"))
            expectNotice(run.errors, of: fixture, at: path)
        } else {
            #expect(mayFail, "\(run.errors)")
            #expect(run.status == 3)
            #expect(run.errors.hasPrefix("draft.json:1:"))
            #expect(
                run.errors.contains(
                    " /t/\(fixture.kind == "audio" ? 1 : 0)/sg/0/src: \(path): can't "))
            #expect(try place.names == ["draft.json"])
        }
    }

    private func expectNotice(_ notice: String, of fixture: MediaFixture, at path: String) {
        #expect(!notice.isEmpty || fixture.expect != "renders with warning")
        #expect(notice.isEmpty || notice.contains("/sg/0/src: \(path): "), "\(notice)")
    }

    private func expectFiveFrames(_ file: Data) throws {
        let boxes = try #require(MP4Box.list(file))
        // ISO/IEC 14496-12, 8.7.3.2: version and flags, one size for all, count.
        let counts = boxes.flatMap { $0.all("stsz") }
            .map { MP4Box.number($0.content.dropFirst(8).prefix(4)) }
        #expect(counts.first == 5)
    }
}
