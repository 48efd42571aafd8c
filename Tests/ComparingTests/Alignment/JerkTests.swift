import TestSupport
import Testing

@testable import Comparing

/// Frames that slow motion lost or shows twice.
@Suite struct JerkTests {
    /// A zoom of 0.1 px a frame whose frames are those of `shown`, 25 a second.
    private func track(_ shown: [Double]) -> MotionTrack {
        var track = MotionTrack(width: 640, height: 360)
        let growth = 0.1 / track.radius
        for (index, place) in shown.enumerated() {
            let step = index == 0 ? 0 : place - shown[index - 1]
            track.add(
                Double(index) / 25,
                PictureMove(shift: SIMD2(0.01 * step, 0), growth: growth * step))
        }
        return track
    }

    private let even = (0..<40).map(Double.init)

    @Test func evenMotionHasNone() { #expect(Jerks.find(track(even)).isEmpty) }

    @Test func aLostFrameIsFound() {
        let shown = even.filter { $0 != 20 }
        #expect(Jerks.find(track(shown)) == [.init(time: 20 / 25.0, isFilled: false)])
    }

    @Test(arguments: [19.0, 21.0]) func aFrameInPlaceOfAnotherIsFound(instead: Double) {
        var shown = even
        shown[20] = instead
        // Before: it stands and then jumps. Behind: it jumps and then stands.
        #expect(Jerks.find(track(shown)) == [.init(time: 20 / 25.0, isFilled: true)])
    }

    /// What trembles all the time lost nothing; nor did what hardly moves.
    @Test func unevenMotionHasNone() {
        let rounded = even.map { ($0 / 2).rounded() * 2 }
        #expect(Jerks.find(track(rounded)).isEmpty)
        let slow = even.filter { $0 != 20 }.map { $0 * 0.1 }
        #expect(Jerks.find(track(slow)).isEmpty)
    }

    /// The loss is found in a film, and nothing else.
    @Test(arguments: [true, false]) func filmsAreFollowed(isFilled: Bool) throws {
        guard let films = try MadeFilms() else { return }
        let a = try films.zoom("a.mp4", frames: 40, speed: 0.002)
        let lost = "select='not(eq(n,20))'" + (isFilled ? "" : ",setpts=N/25/TB")
        let b = try films.copy(a, "b.mp4", lost, ["-fps_mode", "cfr", "-r", "25", "-crf", "14"])
        #expect(Jerks.find(try MotionTrack.read(path: a)).isEmpty)
        let found = Jerks.find(try MotionTrack.read(path: b))
        #expect(found.map(\.isFilled) == [isFilled])
        #expect(found.allSatisfy { abs($0.time - 20 / 25.0) < 0.05 }, "\(found)")
    }
}
