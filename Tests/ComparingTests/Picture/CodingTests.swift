import Media
import TestSupport
import Testing

@testable import Comparing

/// Files that store the same picture otherwise, and say so, show the same.
@Suite struct CodingTests {
    private static let bt709 = tags("bt709", "tv")

    private static func tags(_ matrix: String, _ range: String) -> [String] {
        ["-colorspace", matrix, "-color_range", range]
    }

    /// A's film and B, made of it by `filter` and tagged by `options`.
    private func compare(_ filter: String, _ options: [String]) async throws -> Comparison? {
        guard let made = try MadeFilms() else { return nil }
        // Soft, so that coding chroma twice at half the size is not what is measured.
        let source =
            "testsrc2=s=320x180:r=25:d=0.4,gblur=2,hue=s=0.6,scale=out_color_matrix=bt709"
        let a = try made.film("a.mp4", source, ["-crf", "10"] + Self.bt709)
        let b = try made.copy(a, "b.mp4", filter, ["-crf", "10"] + options)
        return try await Comparer.run(a, b).comparison
    }

    private static let old = "scale=in_color_matrix=bt709:out_color_matrix=bt601"
    private static let wide = "scale=in_range=tv:out_range=pc"

    @Test(arguments: [
        (old, tags("smpte170m", "tv"), Comparison.Finding.Kind.matrix),
        (wide, tags("bt709", "pc"), .range),
    ])
    func whatIsTaggedIsNoMistake(
        filter: String, tags: [String], kind: Comparison.Finding.Kind
    ) async throws {
        guard let comparison = try await compare(filter, tags) else { return }
        #expect(comparison.findings.map(\.kind).contains(kind))
        let grave = comparison.findings.filter { $0.severity != .info }
        #expect(grave.isEmpty, "\(grave.map(\.message))")
        #expect(comparison.picture?.matrix == "same" && comparison.picture?.range == "same")
        #expect(try #require(comparison.picture?.colour_de) < 0.8)
        #expect(try #require(comparison.picture?.psnr_y) > 38)
    }

    /// Wrong tags are as wrong as wrong samples: both show other colours.
    @Test(arguments: [
        (old, tags("bt709", "tv"), Comparison.Finding.Kind.matrix),
        ("null", tags("smpte170m", "tv"), .matrix), (wide, tags("bt709", "tv"), .range),
        ("null", tags("bt709", "pc"), .range),
    ])
    func whatIsTaggedWronglyIsAMistake(
        filter: String, tags: [String], kind: Comparison.Finding.Kind
    ) async throws {
        guard let comparison = try await compare("\(filter),format=yuv420p", tags) else { return }
        let grave = comparison.findings.filter { $0.severity == .error }
        #expect(grave.map(\.kind) == [kind], "\(comparison.findings.map(\.message))")
    }

    /// A film that is stored on its side and turned by players shows what the upright one does.
    @Test func turnedFilmsAreComparedUpright() async throws {
        guard let made = try MadeFilms() else { return }
        let a = try made.film("a.mp4", "testsrc2=s=320x180:r=25:d=0.4")
        let side = try made.copy(a, "side.mp4", "transpose=cclock", ["-crf", "10"])
        let turned = made.folder.path("turned.mp4")
        let copy = ["-i", side, "-c", "copy"]
        let isTurned = try Tool.run(
            made.ffmpeg, ["-v", "error", "-display_rotation", "-90"] + copy + [turned])
        // FFmpeg before 6.0 has no such option.
        if isTurned.status != 0 { try made.run(copy + ["-metadata:s:v", "rotate=270", turned]) }
        let comparison = try await Comparer.run(a, turned).comparison
        #expect(comparison.alignment.size_b == Comparison.Size(width: 320, height: 180))
        let grave = comparison.findings.filter { $0.severity != .info }
        #expect(grave.isEmpty, "\(grave.map(\.message))")
        #expect(try #require(comparison.picture?.psnr_y) > 38)
    }
}
