import Comparing
import Foundation
import Media
import TestSupport
import Testing

/// Promises of files that ffmpeg made, each broken by itself.
struct CertificateTests {
    typealias Recipe = Certified.Recipe

    @Test func aGoodFilmOfAnotherProgramKeepsAllPromises() async throws {
        guard let made = try Certified() else { return }
        let certificate = try await Certified.certificate(try made.film())
        #expect(certificate.ids(.fail) == [], "\(certificate.promises)")
        #expect(
            certificate.ids(.pass).isSuperset(of: [
                "codec", "pixels", "colour", "colour-bitstream", "colour-box", "sdr", "size",
                "rate", "groups", "start", "sound", "ends", "index", "title", "encoder",
                "loudness", "peak", "clipping", "clicks", "gaps", "tail", "banding", "black",
            ]))
        #expect(try certificate.promise("frames").value == "needs --draft")
        #expect(Set(certificate.promises.map(\.id)).count == certificate.promises.count)
    }

    @Test(
        arguments: [
            ("codec", Recipe(more: ["-profile:v", "baseline"]), "h264 Constrained Baseline"),
            ("pixels", Recipe(more: ["-profile:v", "high444", "-pix_fmt", "yuv444p"]), "yuv444p"),
            (
                "rate", Recipe(picture: "select=not(eq(n\\,7))", more: ["-fps_mode", "vfr"]),
                "40.00 to 80.00 ms"
            ),
            (
                "groups",
                Recipe(
                    source: "testsrc2=s=160x90:r=25",
                    more: ["-g", "10", "-x264-params", "open-gop=1:bframes=3:b-adapt=0"]), nil
            ),
            ("start", Recipe(more: ["-output_ts_offset", "0.5"]), nil),
            ("sound", Recipe(more: ["-ar", "44100"]), "aac LC, 44100 Hz, 2 channels"),
            ("ends", Recipe(sound: "volume=8dB,atrim=end=1.8"), nil),
            ("index", Recipe(more: ["-movflags", "-faststart"]), "at the end"),
            ("title", Recipe(more: ["-metadata", "title="]), "none"),
            (
                "encoder",
                Recipe(more: ["-fflags", "+bitexact", "-bsf:v", "filter_units=remove_types=6"]),
                "none"
            ),
            ("loudness", Recipe(sound: "volume=-20dB"), nil),
            ("peak", Recipe(sound: "volume=20dB"), nil),
            ("clipping", Recipe(sound: "volume=30dB,aformat=s16"), nil),
            ("tail", Recipe(sound: "volume=8dB"), nil),
            (
                "banding",
                Recipe(
                    source: "color=gray:s=160x90:r=25,format=yuv420p,"
                        + "geq=lum='32+8*floor(X/10)':cb=128:cr=128"), nil
            ),
            ("black", Recipe(picture: "drawbox=t=fill:c=black:enable='gte(t,1.2)'"), "0.80 s"),
        ] as [(String, Recipe, String?)])
    func aBrokenPromiseIsNamed(id: String, recipe: Recipe, value: String?) async throws {
        guard let made = try Certified() else { return }
        let promise = try await Certified.promise(id, of: try made.film(recipe))
        #expect(promise.verdict == .fail, "\(promise)")
        if let value { #expect(promise.value.hasPrefix(value), "\(promise)") }
    }

    /// Cells of 20 pixels, each 8 lighter than its neighbours: steps that the same bars have, too.
    @Test func squaresAreNoBands() async throws {
        guard let made = try Certified() else { return }
        let cells = Recipe(
            source: "color=gray:s=320x180:r=25,format=yuv420p,"
                + "geq=lum='32+8*mod(floor(X/20)+floor(Y/20),13)':cb=128:cr=128")
        let promise = try await Certified.promise("banding", of: try made.film(cells))
        #expect(promise.verdict == .notApplicable && promise.value == "all frames show squares")
        let bars = Recipe(
            source: "color=gray:s=320x180:r=25,format=yuv420p,"
                + "geq=lum='32+8*mod(floor(X/20),13)':cb=128:cr=128")
        #expect(try await Certified.promise("banding", of: try made.film(bars)).verdict == .fail)
    }
}
