import Explaining
import Foundation
import Planning
import Speaking
import Testing

/// Stands in for files: every picture has the specimen's size, every sound lasts a minute.
private struct Inspector: SourceInspector {
    func facts(ofFileAt path: String, as use: SourceUse) throws -> SourceFacts {
        switch use {
        case .picture: .picture(width: 2400, height: 1600, warnings: [])
        case .sound: .sound(sampleCount: 60 * 48_000, warnings: [])
        }
    }
}

private struct Case: CustomStringConvertible, Sendable {
    var theme: String
    var width: Int
    var height: Int

    var description: String { "\(theme) \(width)x\(height)" }

    static let all: [Case] = Theme.all.flatMap { theme in
        [(1920, 1080), (1080, 1920), (1080, 1080), (1280, 720)].map {
            Case(theme: theme.name, width: $0.0, height: $0.1)
        }
    }

    func draft() throws -> Draft {
        let theme = try #require(Theme.named(theme))
        let composer = ExplainerComposer(
            theme: theme, pixelWidth: width, pixelHeight: height,
            pictures: [ComposedSpecimen.picture()],
            measurer: try FontMeasurer())
        let narration = ComposedSpecimen.narration(ComposedSpecimen.storyboard)
        let script = FittedScript(
            natural: ComposedSpecimen.storyboard, measured: narration.lines.map(\.duration))
        return composer.draft(
            script, narration, source: { _ in "voice.wav" },
            soundtrack: Soundtrack(
                name: "Calm",
                segments: [.init(source: "music.ogg", start: 0, duration: script.duration)],
                volume: 0.35))
    }
}

/// A line or a wrapped block of words on screen: when, and where, in units of 1/1080 of the shorter
/// side.
private struct Block {
    var text: String
    var times: Range<Int>
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double
    var isCaption: Bool

    /// One block for each written line of `segment`.
    static func all(
        _ segment: Draft.Segment, isCaption: Bool, _ frame: Case, _ measurer: FontMeasurer
    ) -> [Block] {
        guard let text = segment.text, let x = segment.x, let y = segment.y,
            let width = segment.width, let style = segment.style, let size = style.size
        else { return [] }
        let unit = Double(min(frame.width, frame.height)) / 1080
        let stage = (width: Double(frame.width) / unit, height: Double(frame.height) / unit)
        let type = TypeSpec(
            size: size, weight: style.weight ?? 500, family: style.font,
            lineHeight: style.lineHeight ?? 1.3, spacing: style.spacing ?? 0)
        let shown = style.letterCase == .upper ? text.uppercased() : text
        let whole = measurer.extent(of: shown, in: type, width: width * stage.width)
        var top = y * stage.height - whole.height / 2
        let start = segment.start ?? 0
        return shown.split(separator: "\n").map { line in
            let extent = measurer.extent(of: String(line), in: type, width: width * stage.width)
            let left: Double =
                switch style.alignment ?? .center {
                case .left: (x - width / 2) * stage.width
                case .center: x * stage.width - extent.width / 2
                case .right: (x + width / 2) * stage.width - extent.width
                }
            defer { top += Double(extent.lineCount) * type.lineHeight * type.size }
            return Block(
                text: String(line), times: start..<start + (segment.duration ?? 0), left: left,
                right: left + extent.width, top: top, bottom: top + extent.height,
                isCaption: isCaption)
        }
    }

    /// 2 units of tolerance: line boxes are a little larger than the ink.
    func collides(with other: Block) -> Bool {
        times.overlaps(other.times) && left + 2 < other.right && other.left + 2 < right
            && top + 2 < other.bottom && other.top + 2 < bottom
    }
}

/// The lines of every text segment.
private func lines(of draft: Draft, _ frame: Case) throws -> [[Block]] {
    let measurer = try FontMeasurer()
    return draft.tracks.filter { $0.kind == .text }.flatMap { track in
        track.segments.map { Block.all($0, isCaption: track.role == .caption, frame, measurer) }
    }
}

@Test(arguments: Case.all)
private func everyExplainerIsAGoodDraft(_ frame: Case) throws {
    let draft = try Draft(parsing: Array(frame.draft().text.utf8))
    let plan = try Planner(folder: "/", inspector: Inspector(), options: .init()).plan(draft)
    #expect(plan.canvas.contentWidth == frame.width)
    let heard = try #require(plan.sound.tracks.first { $0.name == "Voice" })
    #expect(heard.clips.count == ComposedSpecimen.visuals.count)
}

@Test(arguments: Case.all)
private func wordsNeverLieOverEachOther(_ frame: Case) throws {
    let texts = try lines(of: frame.draft(), frame)
    for (index, text) in texts.enumerated() {
        for block in text {
            for other in texts[(index + 1)...].joined() where block.collides(with: other) {
                Issue.record("\(frame): \"\(block.text)\" lies over \"\(other.text)\"")
            }
        }
    }
}

@Test(arguments: Case.all)
private func wordsKeepInsideTheSafeArea(_ frame: Case) throws {
    let unit = Double(min(frame.width, frame.height)) / 1080
    let (width, height) = (Double(frame.width) / unit, Double(frame.height) / unit)
    for block in try lines(of: frame.draft(), frame).joined() {
        #expect(block.left >= width * 0.05 - 1, "\(block.text)")
        #expect(block.right <= width * 0.95 + 1, "\(block.text)")
        #expect(block.top >= height * 0.05 - 1, "\(block.text)")
        let limit = block.isCaption ? (frame.height > frame.width ? 0.74 : 0.88) : 0.95
        #expect(block.bottom <= height * limit + 1, "\(block.text)")
    }
}

@Test(arguments: Case.all)
private func atMostFiveTextsShowAtATime(_ frame: Case) throws {
    let texts = try lines(of: frame.draft(), frame).compactMap(\.first)
    for time in Set(texts.map(\.times.lowerBound)) {
        let shown = texts.filter { $0.times.contains(time) }
        #expect(shown.count <= 5, "\(frame) at \(time): \(shown.map(\.text))")
    }
}

@Test func theSameStoryboardGivesTheSameDraft() throws {
    let frame = Case(theme: "dusk", width: 1920, height: 1080)
    #expect(try frame.draft().text == frame.draft().text)
}

@Test func picturesFollowEachOtherWithoutAGap() throws {
    for frame in Case.all {
        let draft = try frame.draft()
        let pictures = try #require(draft.tracks.first { $0.role == .main })
        var time = 0
        for segment in pictures.segments.sorted(by: { ($0.start ?? 0) < ($1.start ?? 0) }) {
            #expect(segment.start == time)
            time += segment.duration ?? 0
        }
        #expect(time == draft.duration)
    }
}
