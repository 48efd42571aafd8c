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
}
