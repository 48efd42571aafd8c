import Foundation
import Planning
import Testing

struct KenBurnsTests {
    /// The move that `kb` gives to a 3840 by 2160 picture, or another file.
    private func move(
        _ kb: String, source: String = "hd.png", more: String = ""
    ) throws -> KenBurnsMove {
        let plan = try plan(pictures(#"{"src":"\#(source)","kb":\#(kb)\#(more)}"#))
        let clip = try #require(plan.tracks.first?.clips.first)
        guard case .picture(let picture) = clip.content else {
            throw FakeInspector.Missing(description: "not a picture")
        }
        return picture.move
    }

    @Test func equalStepsOfProgressMultiplyTheWidthByEqualFactors() throws {
        let move = try move(#"{"from":{"z":1},"to":{"x":0.3,"y":0.6,"z":1.8},"ease":"linear"}"#)
        let widths = (0...100).map { move.crop(at: $0, of: 100).width }
        let factor = pow(1 / 1.8, 1 / 100.0)
        for (a, b) in zip(widths, widths.dropFirst()) { #expect(abs(b / a - factor) < 1e-12) }
        #expect(abs(widths[100] - 3840 / 1.8) < 1e-9)
    }

    @Test func onePointOfThePictureStandsStillOnScreen() throws {
        let move = try move(#"{"from":{"z":1},"to":{"x":0.4,"y":0.55,"z":1.5}}"#)
        // The fixed point p of the affine map between the two views: (p - left) / width is equal in
        // both.
        let (a, b) = (move.start, move.end)
        let x = (a.left * b.width - b.left * a.width) / (b.width - a.width)
        let y = (a.top * b.height - b.top * a.height) / (b.height - a.height)
        for k in 0..<60 {
            let view = move.crop(at: k, of: 60)
            #expect(abs((x - view.left) / view.width - (x - a.left) / a.width) < 1e-9)
            #expect(abs((y - view.top) / view.height - (y - a.top) / a.height) < 1e-9)
        }
    }

    @Test(arguments: [#""path":"linear","#, ""], ["cover", "contain", "stretch", "blur"])
    func viewStaysInsideThePictureWhateverWasAsked(path: String, fit: String) throws {
        let sizes = [
            "photo.png": (4000.0, 3000.0), "panorama.png": (8000, 2000), "tall.png": (3000, 4000),
        ]
        for (file, size) in sizes {
            for end in [
                #"{"x":-1,"y":2,"z":1.7}"#, #"{"x":1,"y":0,"z":1}"#, #"{"x":0.1,"y":0.9,"z":3}"#,
            ] {
                let move = try move(
                    #"{\#(path)"from":{"x":0.9,"y":-5,"z":1.2},"to":\#(end)}"#, source: file,
                    more: #","fit":"\#(fit)""#)
                for k in 0...40 {
                    let view = move.crop(at: k, of: 40)
                    #expect(view.left > -1e-6 && view.top > -1e-6)
                    #expect(view.left + view.width < size.0 + 1e-6)
                    #expect(view.top + view.height < size.1 + 1e-6)
                }
            }
        }
    }

    @Test func linearPathMovesTheEdgesLinearly() throws {
        let move = try move(#"{"path":"linear","ease":"linear","to":{"x":0.2,"y":0.7,"z":2}}"#)
        let lefts = (0...10).map { move.crop(at: $0, of: 10).left }
        let step = (lefts[10] - lefts[0]) / 10
        for (a, b) in zip(lefts, lefts.dropFirst()) { #expect(abs(b - a - step) < 1e-9) }
    }

    @Test(arguments: [
        ("cover", 4000.0, 2250.0), ("contain", 4000, 3000), ("blur", 4000, 3000),
        ("stretch", 4000, 3000),
    ])
    func widestViewHasTheShapeThatTheFitAsksFor(fit: String, width: Double, height: Double) throws {
        let view = try move(#"{}"#, source: "photo.png", more: #","fit":"\#(fit)""#).start
        #expect(abs(view.width - width) < 1e-9 && abs(view.height - height) < 1e-9)
    }

    @Test func zoomEndsWhereOneSourcePixelCoversTwo() throws {
        let cover = try move(#"{"to":{"z":50}}"#)
        #expect(cover.end.width == 960)
        let contain = try move(#"{"to":{"z":50}}"#, source: "photo.png", more: #","fit":"contain""#)
        // 3000 rows in 1080: at 1080 / 540 rows a source pixel covers two.
        #expect(abs(contain.end.height - 540) < 1e-9)
        let small = try move(#"{"to":{"z":50}}"#, more: #","w":0.25,"h":0.25"#)
        #expect(abs(small.end.width - 240) < 1e-9)
    }

    @Test func zoomToTheLimitGivesNoNotice() throws {
        #expect(try plan(pictures(#"{"src":"hd.png","kb":{"to":{"z":4}}}"#)).notices.isEmpty)
        #expect(try plan(pictures(#"{"src":"hd.png","kb":{"to":{"z":4.01}}}"#)).notices.count == 1)
    }

    @Test func capCountsTheLargestBoxOfAnAnimation() throws {
        let growing = try move(
            #"{"to":{"z":50}}"#,
            more: #","d":1000,"ak":{"w":[[0,0.25],[1000,1]],"h":[[0,0.25],[1000,1]]}"#)
        #expect(abs(growing.end.width - 960) < 1e-9)
    }

    @Test func presetsAreCalm() throws {
        for (length, zoom) in [(5000, 1.1), (2500, 1.0488088), (10_000, 1.21), (60_000, 1.3)] {
            let move = try move(#""zoom-in""#, more: #","d":\#(length)"#)
            #expect(abs(move.start.width / move.end.width - zoom) < 1e-6)
            #expect(move.easing == .inOut)
        }
    }

    @Test func pansKeepTheirZoomAndMoveAlongOneAxis() throws {
        let axes = [
            "pan-left": (-1.0, 0.0), "pan-right": (1, 0), "pan-up": (0, -1), "pan-down": (0, 1),
        ]
        for (name, axis) in axes {
            let move = try move("\"\(name)\"", source: "panorama.png")
            #expect(move.start.width == move.end.width)
            let (dx, dy) = (
                move.end.centerX - move.start.centerX, move.end.centerY - move.start.centerY
            )
            #expect(dx * axis.0 >= 0 && dy * axis.1 >= 0)
            #expect((abs(dx) > 1) == (axis.0 != 0) && (abs(dy) > 1) == (axis.1 != 0))
        }
    }
}
