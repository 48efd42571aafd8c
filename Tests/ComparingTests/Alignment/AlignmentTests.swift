import Foundation
import TestSupport
import Testing

@testable import Comparing

/// Offsets, drifts, crops and bars that were planted with ffmpeg.
@Suite struct AlignmentTests {
    private static let moving = "testsrc2=s=640x360:r=25:d=4"

    /// Frames as they are, shown later: 3.4 frames of 40 ms.
    @Test(arguments: [3.4, -3.4, 55, 200]) func laterTimesAreFound(frames: Double) throws {
        guard let films = try MadeFilms() else { return }
        let seconds = frames > 100 ? 12 : 6
        let a = try films.film("a.mp4", "testsrc2=s=320x180:r=25:d=\(seconds)")
        // Times count from the first frame, so that one stays; before second 0 nothing shows.
        let filters =
            (frames < 0 ? "trim=start_frame=5," : "")
            + "setpts='if(eq(N,0),0,PTS+\(frames)/25/TB)'"
        let b = try films.copy(
            a, "b.mkv", "settb=1/90000,\(filters)",
            ["-fps_mode", "passthrough", "-enc_time_base", "1:90000"])
        let (found, faults) = try compared(a, b)
        #expect(abs(found.offset - frames / 25) < 0.2 / 25, "\(found.offset)")
        #expect(abs(found.drift) < 50)
        #expect(found.isSameContent && found.isTimed)
        #expect(faults.findings.map(\.kind) == [.offset], "\(faults.findings)")
        let ahead = frames < 0 ? 5 : 0
        #expect(found.pairs.dropFirst().allSatisfy { $0.a == $0.b + ahead })
    }

    /// A zoom that runs a fraction of a frame behind: no frame of A is B's.
    @Test(arguments: [0.4, 2.3, -1.5]) func fractionsOfFramesAreFound(late: Double) throws {
        guard let films = try MadeFilms() else { return }
        let a = try films.zoom("a.mp4", frames: 60, late: 4, speed: 0.005)
        let b = try films.zoom("b.mp4", frames: 60, late: 4 - late, crf: 20, speed: 0.005)
        let (found, faults) = try compared(a, b)
        #expect(abs(found.offset * 25 - late) < 0.2, "\(found.offset * 25)")
        #expect(faults.dropped + faults.duplicated == 0)
    }

    @Test func driftIsFound() throws {
        guard let films = try MadeFilms() else { return }
        let a = try films.film("a.mp4", "testsrc2=s=320x180:r=25:d=8")
        let b = try films.copy(
            a, "b.mp4", "settb=1/90000,setpts=PTS*1.001",
            ["-fps_mode", "passthrough", "-enc_time_base", "1:90000"])
        let (found, faults) = try compared(a, b)
        #expect(abs(found.drift - 1000) < 50, "\(found.drift)")
        #expect(abs(found.offset) < 0.002)
        #expect(faults.findings.map(\.kind) == [.drift], "\(faults.findings)")
    }

    /// What was only encoded anew has no finding.
    @Test(arguments: ["testsrc2", "zoom", "mandelbrot", "still", "cuts"])
    func encodingAnewIsNoDifference(source: String) throws {
        guard let films = try MadeFilms() else { return }
        let a =
            switch source {
            case "zoom": try films.zoom("a.mp4")
            case "still": try films.still("a.mp4", 30, "scale=640:360", crf: 14)
            case "cuts":
                try films.film(
                    "a.mp4",
                    "testsrc2=s=320x180:r=25:d=1[a];mandelbrot=s=320x180:r=25,trim=end=1[b];"
                        + "color=c=black:s=320x180:r=25:d=1[c];testsrc=s=320x180:r=25:d=1[d];"
                        + "[a][b][c][d]concat=n=4")
            default: try films.film("a.mp4", "\(source)=s=320x180:r=25", ["-t", "3"])
            }
        let (found, faults) = try compared(a, try films.copy(a, "b.mp4"))
        #expect(faults.findings.isEmpty, "\(faults.findings)")
        #expect(found.confidence > 0.9)
        // Encoders let slow motion lag by a third of a frame.
        #expect(abs(found.offset) < (source == "zoom" ? 0.015 : 0.002), "\(found.offset)")
        #expect(found.isTimed == (source != "still"))
    }

    /// A part of a zoom looks like all of it at another time; the sound knows better.
    ///
    /// A picture that is truly late is so against its sound, too.
    @Test func cropsAndDelaysOfZoomsAreToldApart() throws {
        guard let films = try MadeFilms() else { return }
        let a = try films.zoom("a.mp4", frames: 60, size: "320x180", speed: 0.002)
        let crop = try films.copy(a, "crop.mp4", "crop=288:162:8:6,scale=320:180:flags=lanczos")
        let late = try films.copy(a, "late.mp4", "tpad=start=20:start_mode=clone,trim=end_frame=60")
        let (cropped, _) = try compared(a, crop, sound: 0)
        #expect(abs(cropped.offset) < 0.02, "\(cropped.offset)")
        #expect(abs(cropped.shownOfA.width - 0.9) < 0.02, "\(cropped.shownOfA)")
        let (delayed, _) = try compared(a, late, sound: 0)
        #expect(abs(delayed.offset - 20.0 / 25) < 0.04, "\(delayed.offset)")
        #expect(delayed.crop == nil)
    }

    /// The end of a film that is cut off moves nothing.
    @Test(arguments: [true, false]) func aShorterFilmIsWhereItWas(isFirst: Bool) throws {
        guard let films = try MadeFilms() else { return }
        let whole = try films.zoom("whole.mp4", frames: 60, size: "320x180")
        let part = try films.copy(whole, "part.mp4", "trim=end_frame=30")
        let (found, faults) = try compared(isFirst ? part : whole, isFirst ? whole : part)
        #expect(abs(found.offset) < 0.02, "\(found.offset)")
        #expect(found.crop == nil && !found.isPadded)
        #expect(faults.findings.map(\.kind) == [isFirst ? .container : .dropped])
        #expect(faults.findings.first?.b == 30)
    }

    /// The sound decides where the picture stands still.
    @Test func stillPicturesFollowTheSound() throws {
        guard let films = try MadeFilms() else { return }
        let a = try films.still("a.mp4", 30, "scale=640:360", crf: 14)
        let (found, _) = try compared(a, try films.copy(a, "b.mp4"), sound: 0.12)
        #expect(found.offset == 0.12)
        #expect(!found.isTimed && found.isSameContent)
    }

    @Test func otherContentIsSaidToBeOther() throws {
        guard let films = try MadeFilms() else { return }
        let a = try films.zoom("a.mp4", frames: 50)
        for source in ["testsrc2", "mandelbrot", "life=mold=10:ratio=0.1", "color=gray"] {
            let glue = source.contains("=") ? ":" : "="
            let b = try films.film("b.mp4", "\(source)\(glue)s=320x180:r=25", ["-t", "2"])
            let (found, faults) = try compared(a, b)
            #expect(!found.isSameContent, "\(source) \(found.confidence)")
            #expect(faults.dropped + faults.duplicated == 0)
        }
    }

    /// Left, top, width, height in shares.
    @Test(arguments: [
        ((0.1, 0.1, 0.8, 0.8), true), ((0, 0, 0.9, 1), true), ((0, 0, 0.9, 1), false),
        ((0.05, 0.2, 0.75, 0.75), true),
    ]) func cropsAreFound(part: (Double, Double, Double, Double), isStretched: Bool) throws {
        guard let films = try MadeFilms() else { return }
        let a = try films.zoom("a.mp4", frames: 50)
        let crop = "crop=iw*\(part.2):ih*\(part.3):iw*\(part.0):ih*\(part.1)"
        let b = try films.copy(a, "b.mp4", crop + (isStretched ? ",scale=640:360" : ""))
        let (found, faults) = try compared(a, b)
        let wanted = PictureArea(x: part.0, y: part.1, width: part.2, height: part.3)
        #expect(found.shownOfA.distance(to: wanted) < 0.01, "\(found.shownOfA)")
        #expect(faults.findings.contains { $0.kind == .crop })
        #expect(abs(found.offset * 25) < 0.3, "\(found.offset * 25)")
    }

    @Test func barsAreFound() throws {
        guard let films = try MadeFilms() else { return }
        let a = try films.zoom("a.mp4", frames: 50)
        let b = try films.copy(a, "b.mp4", "scale=640:270,pad=640:360:0:45")
        let (found, faults) = try compared(a, b)
        let wanted = PictureArea(x: 0, y: 0.125, width: 1, height: 0.75)
        #expect(found.placeInB.distance(to: wanted) < 0.01, "\(found.placeInB)")
        #expect(found.crop == nil)
        #expect(faults.findings.map(\.kind) == [.crop], "\(faults.findings)")
        let signature = try VideoSignature.read(path: b)
        #expect(signature.activeArea.distance(to: wanted) < 0.01, "\(signature.activeArea)")
    }

    @Test(arguments: ["fps=30", "fps=50", "fps=12.5", "scale=854:480"])
    func otherRatesAndSizesAreFound(filter: String) throws {
        guard let films = try MadeFilms() else { return }
        let a = try films.film("a.mp4", Self.moving)
        let (found, faults) = try compared(a, try films.copy(a, "b.mp4", filter))
        #expect(abs(found.offset) < 0.045, "\(found.offset)")
        #expect(
            faults.findings.map(\.kind).filter { $0 != .offset }
                == [filter.hasPrefix("fps") ? .fps : .size], "\(faults.findings)")
        #expect(found.pairs.count >= (filter == "fps=12.5" ? 49 : 99))
    }

    /// Wrong levels hide nothing.
    @Test func levelsAreMapped() throws {
        guard let films = try MadeFilms() else { return }
        let a = try films.film("a.mp4", Self.moving)
        let b = try films.copy(
            a, "b.mp4", "lutyuv=y='16+val*219/255',setpts='if(eq(N,0),0,PTS+3/25/TB)'",
            ["-fps_mode", "passthrough"])
        let (found, _) = try compared(a, b)
        #expect(abs(found.offset - 0.12) < 0.008)
        #expect(abs(found.levelGain - 255.0 / 219) < 0.03, "\(found.levelGain)")
    }
}
