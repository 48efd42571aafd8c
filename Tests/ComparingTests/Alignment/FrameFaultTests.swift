import Foundation
import TestSupport
import Testing

@testable import Comparing

/// Frames that were lost, doubled, blackened and frozen with ffmpeg.
@Suite struct FrameFaultTests {
    private func sources(_ films: MadeFilms) throws -> [String] {
        [
            try films.film("test.mp4", "testsrc2=s=320x180:r=25:d=3"),
            try films.zoom("zoom.mp4", speed: 0.005),
        ]
    }

    /// A frame that is missing, with what follows a frame early, or its place left empty.
    @Test(arguments: ["setpts=N/25/TB", "null", "fps=25"]) func lostFramesAreFound(after: String)
        throws
    {
        guard let films = try MadeFilms() else { return }
        for a in try sources(films) {
            let b = try films.copy(
                a, "b.mp4", "select='not(eq(n,40))',\(after)", ["-fps_mode", "passthrough"])
            let (_, faults) = try compared(a, b)
            #expect(faults.dropped == 1 && faults.duplicated == 0, "\(a) \(faults.findings)")
            #expect(faults.findings.map(\.kind) == [.dropped], "\(faults.findings)")
            #expect(abs((faults.findings.first?.at_ms ?? 0) - 1600) < 45)
        }
    }

    @Test func doubledFramesAreFound() throws {
        guard let films = try MadeFilms() else { return }
        for a in try sources(films) {
            let b = try films.copy(a, "b.mp4", "loop=loop=1:size=1:start=30,setpts=N/25/TB")
            let (_, faults) = try compared(a, b)
            #expect(faults.duplicated == 1 && faults.dropped == 0, "\(a) \(faults.findings)")
            #expect(faults.findings.map(\.kind) == [.duplicated], "\(faults.findings)")
            #expect(abs((faults.findings.first?.at_ms ?? 0) - 1240) < 60)
        }
    }

    @Test func blackStretchesAreFound() throws {
        guard let films = try MadeFilms() else { return }
        for a in try sources(films) {
            let b = try films.copy(
                a, "b.mp4", "drawbox=c=black:t=fill:enable='between(t,1.19,1.59)'")
            let (_, faults) = try compared(a, b)
            #expect(abs(faults.blackMilliseconds - 400) < 45, "\(a) \(faults.blackMilliseconds)")
            #expect(faults.findings.map(\.kind) == [.black], "\(faults.findings)")
        }
    }

    @Test func frozenStretchesAreFound() throws {
        guard let films = try MadeFilms() else { return }
        for a in try sources(films) {
            let b = try films.copy(a, "b.mp4", "select='not(between(n,30,41))',fps=25")
            let (_, faults) = try compared(a, b)
            #expect(abs(faults.frozenMilliseconds - 480) < 45, "\(a) \(faults.frozenMilliseconds)")
            #expect(faults.findings.map(\.kind) == [.frozen], "\(faults.findings)")
        }
    }

    /// What A has, too, is no fault.
    @Test func faultsOfBothAreNone() throws {
        guard let films = try MadeFilms() else { return }
        let source = try films.film("s.mp4", "testsrc2=s=320x180:r=25:d=3")
        let a = try films.copy(
            source, "a.mp4",
            "select='not(between(n,30,41))',fps=25,"
                + "drawbox=c=black:t=fill:enable='between(t,2,2.5)'")
        let (_, faults) = try compared(a, try films.copy(a, "b.mp4"))
        #expect(faults.findings.isEmpty, "\(faults.findings)")
    }
}
