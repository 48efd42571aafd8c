import Foundation
import Testing

@testable import Inspecting

/// Where the eye goes in scenes that leave no doubt.
struct FocusTests {
    static let places: [(Double, Double)] = [
        (0.3, 0.35), (0.7, 0.4), (0.25, 0.7), (0.8, 0.25),
    ]

    @Test(arguments: places)
    func aBrightDiscOnPlainGroundIsTheFocus(x: Double, y: Double) throws {
        let measures = try disc(x, y, color: [250, 220, 90], ground: [30, 50, 60]).measures
        #expect(abs(measures.focus.x - x) < 0.05)
        #expect(abs(measures.focus.y - y) < 0.05)
    }

    @Test(arguments: places)
    func aDarkDiscOnLightGroundIsTheFocus(x: Double, y: Double) throws {
        let measures = try disc(x, y, color: [60, 20, 30], ground: [235, 235, 230]).measures
        #expect(abs(measures.focus.x - x) < 0.05)
        #expect(abs(measures.focus.y - y) < 0.05)
    }

    @Test func aRedDiscAmongGrayOnesIsTheFocus() throws {
        let centers = [(0.25, 0.3), (0.5, 0.3), (0.75, 0.3), (0.25, 0.7), (0.5, 0.7), (0.75, 0.7)]
        let picture = Drawing(width: 480, height: 320) { x, y in
            let (u, v) = (Double(x) / 480, Double(y) / 320)
            let hit = centers.firstIndex { hypot((u - $0.0) * 1.5, v - $0.1) < 0.09 }
            return hit.map { $0 == 3 ? [220, 40, 40] : [120, 120, 120] } ?? [150, 150, 150]
        }
        let focus = try picture.measures.focus
        #expect(hypot(focus.x - 0.25, focus.y - 0.7) < 0.07)
    }

    @Test func aTransparentGroundDoesNotDrawTheEye() throws {
        let picture = Drawing(width: 300, height: 300, channels: 4) { x, y in
            let isInside = hypot(Double(x) - 200, Double(y) - 110) < 40
            return isInside ? [240, 200, 40, 255] : [255, 255, 255, 0]
        }
        let focus = try picture.measures.focus
        #expect(hypot(focus.x - 200 / 300.0, focus.y - 110 / 300.0) < 0.05)
    }

    @Test func theFocusOfNoiseIsTheMiddle() throws {
        var state: UInt64 = 7
        let measures = try Drawing(width: 256, height: 256) { _, _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let gray = UInt8(120 + state >> 60)
            return [gray, gray, gray]
        }.measures
        #expect(hypot(measures.focus.x - 0.5, measures.focus.y - 0.5) < 0.06)
    }

    @Test func detailsAreTheTexturedPlacesTheStrongestFirst() throws {
        let patches: [(x: Int, y: Int, step: UInt8)] = [
            (100, 90, 200), (320, 100, 120), (220, 240, 60),
        ]
        let measures = try Drawing(width: 420, height: 320) { x, y in
            let patch = patches.first { abs(x - $0.x) < 30 && abs(y - $0.y) < 30 }
            let gray = patch.map { (x / 2 + y / 2) % 2 == 0 ? 20 : 20 + $0.step } ?? 20
            return [gray, gray, gray]
        }.measures
        try #require(measures.details.count == 3)
        for (detail, patch) in zip(measures.details, patches) {
            #expect(abs(detail.x - Double(patch.x) / 420) < 0.04)
            #expect(abs(detail.y - Double(patch.y) / 320) < 0.04)
        }
    }

    @Test func detailsKeepAwayFromEdgesAndFromEachOther() throws {
        let measures = try Drawing(width: 400, height: 300) { x, y in
            (x / 3 + y / 3) % 2 == 0 ? [0, 0, 0] : [255, 255, 255]
        }.measures
        #expect(measures.details.count == 3)
        for (index, place) in measures.details.enumerated() {
            #expect((0.15...0.85).contains(place.x) && (0.15...0.85).contains(place.y))
            for other in measures.details[..<index] {
                #expect(hypot(place.x - other.x, (place.y - other.y) * 0.75) >= 0.22)
            }
        }
    }

    private func disc(
        _ x: Double, _ y: Double, color: [UInt8], ground: [UInt8]
    ) -> Drawing {
        Drawing(width: 160, height: 120) { column, row in
            hypot(Double(column) - 160 * x, Double(row) - 120 * y) < 13 ? color : ground
        }
    }
}
