import Foundation
import TestSupport
import Testing

@testable import Comparing

/// Zooms at fractions of a pixel hold still, those at whole pixels tremble.
@Suite struct TrembleTests {
    @Test func smoothZoomsDoNotTremble() throws {
        guard let films = try MadeFilms() else { return }
        let path = try films.zoom("a.mp4", frames: 40, size: "1280x720")
        let value = try #require(try Tremble.measure(path: path))
        #expect(value < 0.05, "\(value)")
    }

    @Test func zoomsAtWholePixelsTremble() throws {
        guard let films = try MadeFilms() else { return }
        let path = try films.roundedZoom("a.mp4", frames: 40)
        let value = try #require(try Tremble.measure(path: path))
        #expect(value > 0.15, "\(value)")
    }

    @Test func stillPicturesHaveNoMotion() throws {
        guard let films = try MadeFilms() else { return }
        let path = try films.still("a.mp4", 20, "null", crf: 20)
        #expect(try Tremble.measure(path: path) == nil)
    }

    /// What comes in with an ease, over a ground without any marks, moves for a third of a second.
    @Test func textsThatComeInDoNotTremble() throws {
        guard let films = try MadeFilms() else { return }
        let words = "drawbox=x=40:y=60:w=9:h=60:c=white:t=fill,drawbox=x=90:y=70:w=40:h=8:c=white"
        let marks = (0..<6).map { words.replacing("x=40", with: "x=\(40 + 60 * $0)") }
        let ease = "if(lt(t,1),40,if(lt(t,1.35),40*pow(1-(t-1)/0.35,3),0))"
        let path = try films.film(
            "a.mp4",
            "color=c=0x204060:s=640x360:r=30:d=3,format=yuv444p,"
                + marks.joined(separator: ",") + ",pad=640:440:0:40:color=0x204060,"
                + "crop=640:360:0:'40-\(ease)'")
        #expect(try Tremble.measure(path: path) == nil)
    }
}
