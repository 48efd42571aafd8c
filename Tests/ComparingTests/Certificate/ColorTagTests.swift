import Comparing
import Foundation
import Media
import TestSupport
import Testing

/// Tags in the coded pictures and in the container are read each by itself.
struct ColorTagTests {
    /// Copies a good film with `arguments`.
    private func copy(_ made: Certified, _ arguments: [String]) throws -> String {
        let (from, to) = (try made.film(), made.folder.path("copy.mp4"))
        try made.ffmpeg.run(["-i", from, "-c", "copy"] + arguments + [to])
        return to
    }

    @Test func whatTheCodedPicturesLackIsSeenBehindAGoodContainer() async throws {
        guard let made = try Certified() else { return }
        let path = try copy(
            made,
            [
                "-bsf:v",
                "h264_metadata=colour_primaries=2:transfer_characteristics=2"
                    + ":matrix_coefficients=2",
            ])
        #expect(try await Certified.promise("colour-box", of: path).verdict == .pass)
        let coded = try await Certified.promise("colour-bitstream", of: path)
        #expect(coded.verdict == .fail)
        #expect(coded.value == "untagged, limited")
    }

    @Test func whatTheContainerLacksIsSeenBeforeGoodPictures() async throws {
        guard let made = try Certified() else { return }
        let path = try made.film()
        var bytes = try Data(contentsOf: URL(filePath: path))
        let box = try #require(bytes.firstRange(of: Data("colrnclx".utf8)))
        bytes.replaceSubrange(box, with: Data("freenclx".utf8))
        try bytes.write(to: URL(filePath: path))
        #expect(try await Certified.promise("colour-bitstream", of: path).verdict == .pass)
        let promise = try await Certified.promise("colour-box", of: path)
        #expect(promise.value == "no colr box")
        #expect(promise.verdict == .fail)
    }

    @Test func otherColoursAreNamed() async throws {
        guard let made = try Certified() else { return }
        let path = try made.film(
            .init(more: [
                "-colorspace", "smpte170m", "-color_primaries", "bt2020", "-color_trc",
                "smpte2084",
            ]))
        for id in ["colour", "colour-bitstream", "colour-box"] {
            let promise = try await Certified.promise(id, of: path)
            #expect(promise.value == "bt2020, smpte170m, smpte2084, limited", "\(id)")
        }
        #expect(try await Certified.promise("sdr", of: path).verdict == .fail)
    }
}
