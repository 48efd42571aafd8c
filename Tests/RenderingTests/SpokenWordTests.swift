import Foundation
import Testing
import Typesetting

@testable import Planning
@testable import Rendering

/// Words that light up as they are spoken.
@Suite struct SpokenWordTests {
    private let canvas = Canvas.make(320, 180)
    private let ink = Color(red: 250, green: 240, blue: 230, alpha: 240)
    private let highlight = Color(red: 255, green: 150, blue: 20)

    /// Words current from frame 10, 20, 30, … on, each for ten frames; a change takes four.
    private func content(
        _ text: String, starts: [Int], style: TextStyle? = nil
    ) -> TextContent {
        var content = TextContent.make(text, style: style ?? .make(size: 60, color: ink))
        content.speech = TextSpeech(
            words: starts.enumerated().map { index, start in
                let from = Double(10 * (index + 1))
                return .init(start: start, from: from, until: from + 10)
            }, highlight: highlight, dimming: 0.34, fade: 4)
        return content
    }

    private func clip(_ content: TextContent) -> Clip {
        .make(
            .text(content), .make(left: 5, top: 90, width: 310, height: 0), frames: 0..<60)
    }

    private func frames(_ content: TextContent, _ indices: [Int]) async throws -> [Drawn] {
        try await RenderPlan.make(canvas, frameCount: 60, tracks: [.make([clip(content)])])
            .drawn(indices)
    }

    /// The columns of each stretch of ink, from left to right.
    private func stretches(_ frame: Drawn) -> [Range<Int>] {
        let inked = (0..<320).map { x in (0..<180).contains { frame.y(x, $0) > 17 } }
        var found: [Range<Int>] = []
        for x in 0..<320 where inked[x] {
            if let last = found.last, last.upperBound == x {
                found[found.count - 1] = last.lowerBound..<x + 1
            } else {
                found.append(x..<x + 1)
            }
        }
        return found
    }

    /// The brightest luma of a stretch and the chroma there, away from the edges if it can be.
    private func sample(
        _ frame: Drawn, _ columns: Range<Int>
    ) -> (y: Double, cb: Double, cr: Double) {
        var best = (y: 0.0, cb: 128.0, cr: 128.0)
        let middle = (columns.lowerBound + columns.upperBound) / 2 & ~1
        let nearest = stride(from: columns.lowerBound & ~1, to: columns.upperBound, by: 2)
            .sorted { abs($0 - middle) < abs($1 - middle) }
        for x in nearest {
            for y in stride(from: 70, to: 110, by: 2) where frame.y(x, y) > best.y {
                let chroma = frame.chroma(x / 2, y / 2)
                best = (frame.y(x, y), chroma.cb, chroma.cr)
            }
        }
        return best
    }

    /// A colour over black, in the shares that the three colours have.
    private func expected(
        ahead: Double = 0, current: Double = 0, spoken: Double = 0
    ) -> (y: Double, cb: Double, cr: Double) {
        var sum = (y: 16.0, cb: 128.0, cr: 128.0)
        let alpha = Double(ink.alpha) / 255
        for (color, share) in [
            (ink, ahead * 0.34 * alpha), (highlight, current), (ink, spoken * alpha),
        ] {
            let value = limitedRange(color)
            sum.y += (value.y - 16) * share
            sum.cb += (value.cb - 128) * share
            sum.cr += (value.cr - 128) * share
        }
        return sum
    }

    private func expect(
        _ frame: Drawn, _ columns: Range<Int>, ahead: Double = 0, current: Double = 0,
        spoken: Double = 0
    ) {
        let (found, wanted) = (
            sample(frame, columns), expected(ahead: ahead, current: current, spoken: spoken)
        )
        #expect(abs(found.y - wanted.y) < 1.6)
        #expect(abs(found.cb - wanted.cb) < 1.6)
        #expect(abs(found.cr - wanted.cr) < 1.6)
    }

    @Test func wordsAreDimThenHighlightedThenInTheirColor() async throws {
        // Stems of 15 pixels.
        let content = content("I I I", starts: [0, 2, 4], style: .make(size: 110, color: ink))
        let frames = try await frames(content, [9, 12, 15, 22, 35, 50])
        let words = stretches(frames[5])
        try #require(words.count == 3)
        for columns in words { expect(frames[0], columns, ahead: 1) }
        expect(frames[1], words[0], ahead: 0.5, current: 0.5)
        expect(frames[1], words[1], ahead: 1)
        expect(frames[2], words[0], current: 1)
        expect(frames[3], words[0], current: 0.5, spoken: 0.5)
        expect(frames[3], words[1], ahead: 0.5, current: 0.5)
        expect(frames[3], words[2], ahead: 1)
        expect(frames[4], words[1], spoken: 1)
        expect(frames[4], words[2], current: 1)
        for columns in words { expect(frames[5], columns, spoken: 1) }
    }

    @Test func spokenWordsLookAsIfTheyHadNotLitUp() async throws {
        let spoken = content("Waves carry\nenergy", starts: [0, 6, 12])
        var plain = spoken
        plain.speech = nil
        #expect(try await frames(spoken, [50]) == frames(plain, [50]))
    }

    @Test func nothingButTheFillChanges() async throws {
        let style = TextStyle.make(
            size: 44, color: ink, stroke: .init(color: .gray(70), width: 2),
            shadow: .init(color: .gray(110), dx: 2, dy: 3, blur: 9),
            box: .init(color: .gray(40), padX: 9, padY: 6, radius: 4))
        let content = content("Fog and fjord", starts: [0, 4, 8], style: style)
        let frames = try await frames(content, [5, 15, 27, 50])
        let preparation = TextPreparation(
            content, clip(content).placement, in: .make(canvas, frameCount: 60))
        let typesetter = try Typesetter(.bundled())
        let masks = typesetter.masks(
            for: typesetter.layout(preparation.request), centerX: 160, centerY: 90)
        var inked = Set<Int>()
        for (index, coverage) in masks.fill.enumerated() where coverage > 0 {
            let (x, y) = (masks.originX + index % masks.width, masks.originY + index / masks.width)
            inked.insert(y * 320 + x)
        }
        #expect(inked.count > 500)
        for frame in frames.dropLast() {
            var changed = Set<Int>()
            for index in frame.luma.indices where frame.luma[index] != frames[3].luma[index] {
                changed.insert(index)
            }
            #expect(changed.isSubset(of: inked))
            #expect(changed.count > 200)
        }
    }

    @Test func wordsThatRunFromRightToLeftLightUpFromTheRight() async throws {
        let frames = try await frames(content("אב גד", starts: [0, 3]), [15, 50])
        let words = stretches(frames[1])
        let (left, right) = (try #require(words.first), try #require(words.last))
        // Orange has a high Cr and a low Cb.
        #expect(sample(frames[0], right).cb < 100)
        #expect(abs(sample(frames[0], left).cb - 128) < 4)
    }

    @Test func eachLineHasItsOwnWords() async throws {
        let frames = try await frames(content("II\nII", starts: [0, 3]), [15])
        let top = (0..<80).map { y in (0..<320).map { frames[0].y($0, y) }.max() ?? 0 }.max() ?? 0
        let low = (100..<180).map { y in (0..<320).map { frames[0].y($0, y) }.max() ?? 0 }.max()
        #expect(abs(top - expected(current: 1).y) < 1.6)
        #expect(abs((low ?? 0) - expected(ahead: 1).y) < 1.6)
    }

    @Test func fadesOfTheClipMultiplyAllColors() async throws {
        var fading = clip(content("I I", starts: [0, 2]))
        fading.fade = Fade(entrance: 30, exit: 0)
        let plan = RenderPlan.make(canvas, frameCount: 60, tracks: [.make([fading])])
        let frames = try await plan.drawn([15, 50])
        let words = stretches(frames[1])
        let found = sample(frames[0], try #require(words.first))
        #expect(abs(found.y - 16 - (expected(current: 1).y - 16) / 2) < 1.6)
    }
}
