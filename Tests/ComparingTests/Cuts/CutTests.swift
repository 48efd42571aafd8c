import Foundation
import TestSupport
import Testing

@testable import Comparing

/// Cuts that ffmpeg made at known frames, and what only looks like one.
@Suite struct CutTests {
    /// Parts of a film: a source of lavfi and how many frames of it.
    private static let parts = [
        ("testsrc2=s=192x108:r=25", 20), ("mandelbrot=s=192x108:r=25", 15),
        ("color=c=0x905040:s=192x108:r=25", 12), ("color=c=0x407080:s=192x108:r=25", 13),
        ("testsrc=s=192x108:r=25,hue=h=90", 15), ("color=black:s=192x108:r=25", 10),
        ("rgbtestsrc=s=192x108:r=25", 15),
    ]
    /// The first frame of each part but the first.
    private static let cuts = [20, 35, 47, 60, 75, 85]

    private func film(_ films: MadeFilms, _ name: String) throws -> String {
        let sources = Self.parts.enumerated().map { index, part in
            "\(part.0),trim=end_frame=\(part.1),setpts=N/25/TB,format=yuv420p[v\(index)];"
        }
        let labels = Self.parts.indices.map { "[v\($0)]" }
        return try films.film(
            name, sources.joined() + labels.joined() + "concat=n=\(Self.parts.count)")
    }

    private func match(_ a: String, _ b: String) throws -> CutMatch {
        let (one, other) = (try VideoSignature.read(path: a), try VideoSignature.read(path: b))
        return CutMatch(one, other, PictureAlignment.find(one, other))
    }

    @Test func cutsAreFoundAtTheirFrames() throws {
        guard let films = try MadeFilms() else { return }
        let a = try film(films, "a.mp4")
        for path in [a, try films.copy(a, "b.mp4", "null", ["-crf", "36"])] {
            #expect(CutFinder.cuts(in: try VideoSignature.read(path: path)) == Self.cuts)
        }
    }

    /// Bars, another size, another rate, a delay: the same cuts.
    @Test(arguments: [
        "null", "scale=256:144", "pad=256:108:32:0", "fps=30",
        "setpts='if(eq(N,0),0,PTS+4/25/TB)'",
    ])
    func theSameCutsMatch(filter: String) throws {
        guard let films = try MadeFilms() else { return }
        let a = try film(films, "a.mp4")
        let b = try films.copy(
            a, "b.mp4", filter, filter.hasPrefix("setpts") ? ["-fps_mode", "passthrough"] : [])
        let found = try match(a, b)
        #expect(found.countA == 6 && found.countB == 6 && found.matched == 6, "\(found)")
        #expect(found.apart.isEmpty)
    }

    /// A cut that B has four frames later is none of A's; each is told where it lies.
    @Test func aCutElsewhereIsAnother() throws {
        guard let films = try MadeFilms() else { return }
        let a = try film(films, "a.mp4")
        let b = try films.copy(
            a, "b.mp4",
            "split[x][y];[x]trim=end_frame=34,loop=loop=4:size=1:start=33,setpts=N/25/TB[x];"
                + "[y]trim=start_frame=38,setpts=N/25/TB[y];[x][y]concat=n=2")
        let found = try match(a, b)
        #expect((found.countA, found.countB, found.matched) == (6, 6, 5), "\(found)")
        #expect(found.apart.map { ($0 * 25).rounded() } == [35, 38], "\(found.apart)")
    }

    /// What is no hard cut.
    @Test(arguments: [
        "testsrc2=s=192x108:r=25:d=2",
        "mandelbrot=s=192x108:r=25,trim=end_frame=50,setpts=N/25/TB",
        "life=s=192x108:r=25:mold=10:ratio=0.3:seed=4,trim=end_frame=40,setpts=N/25/TB",
        // Dissolves of ten and of three frames.
        "testsrc2=s=192x108:r=25:d=1,settb=1/25[a];testsrc=s=192x108:r=25:d=1,settb=1/25[b];"
            + "[a][b]xfade=duration=0.4:offset=0.6",
        "testsrc2=s=192x108:r=25:d=1,settb=1/25[a];rgbtestsrc=s=192x108:r=25:d=1,settb=1/25[b];"
            + "[a][b]xfade=duration=0.12:offset=0.6",
        // A fade from black, one and three white frames, a bar with a text, a box that goes again.
        "testsrc2=s=192x108:r=25:d=2,fade=d=0.5",
        "testsrc2=s=192x108:r=25:d=2,drawbox=c=white:t=fill:enable='eq(n,20)'",
        "testsrc2=s=192x108:r=25:d=2,drawbox=c=white:t=fill:enable='between(n,20,22)'",
        "mandelbrot=s=192x108:r=25,trim=end_frame=50,setpts=N/25/TB,"
            + "drawbox=y=72:h=36:c=yellow:t=fill:enable='gte(n,20)'",
        "color=gray:s=192x108:r=25:d=2,drawbox=w=100:h=60:c=0xff8080:t=fill:enable='between(n,9,30)'",
    ])
    func thisIsNoCut(source: String) throws {
        guard let films = try MadeFilms() else { return }
        for quality in ["12", "34"] {
            let path = try films.film("a.mp4", source, ["-crf", quality])
            let cuts = CutFinder.cuts(in: try VideoSignature.read(path: path))
            #expect(cuts.isEmpty, "\(cuts) at \(quality)")
        }
    }

    @Test func zoomsHaveNoCut() throws {
        guard let films = try MadeFilms() else { return }
        for speed in [0.002, 0.03] {
            let path = try films.zoom("a.mp4", frames: 40, size: "320x180", speed: speed)
            #expect(CutFinder.cuts(in: try VideoSignature.read(path: path)).isEmpty)
        }
    }
}
