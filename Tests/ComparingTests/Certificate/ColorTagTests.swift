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
        let certificate = try await Certified.certificate(
            try copy(
                made,
                [
                    "-bsf:v",
                    "h264_metadata=colour_primaries=2:transfer_characteristics=2"
                        + ":matrix_coefficients=2",
                ]))
        #expect(try certificate.promise("colour-box").verdict == .pass)
        let coded = try certificate.promise("colour-bitstream")
        #expect(coded.verdict == .fail)
        #expect(coded.value == "untagged, limited")
    }

    @Test func whatTheContainerLacksIsSeenBeforeGoodPictures() async throws {
        guard let made = try Certified() else { return }
        let certificate = try await Certified.certificate(
            try copy(made, ["-movflags", "+faststart-write_colr"]))
        #expect(try certificate.promise("colour-bitstream").verdict == .pass)
        #expect(try certificate.promise("colour-box").value == "no colr box")
        #expect(try certificate.promise("colour-box").verdict == .fail)
    }

    @Test func otherColoursAreNamed() async throws {
        guard let made = try Certified() else { return }
        let certificate = try await Certified.certificate(
            try made.film(
                .init(more: [
                    "-colorspace", "smpte170m", "-color_primaries", "bt2020", "-color_trc",
                    "smpte2084",
                ])))
        for id in ["colour", "colour-bitstream", "colour-box"] {
            #expect(
                try certificate.promise(id).value == "bt2020, smpte170m, smpte2084, limited", "\(id)")
        }
        #expect(try certificate.promise("sdr").verdict == .fail)
    }
}
