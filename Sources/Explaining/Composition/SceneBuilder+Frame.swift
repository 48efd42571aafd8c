import Foundation
import Planning

/// What stays through the whole video: the progress line and the captions.
extension SceneBuilder {
    /// A thin line that fills from left to right.
    mutating func addProgress(until end: Int) {
        guard end > 0 else { return }
        let area = Area(
            x: stage.width * 0.05, y: stage.progressY - 2, width: stage.width * 0.9, height: 4)
        panel(area, theme.ink.faded(0.18), radius: 2, during: 0..<end, on: .ornaments, fade: 0)
        var fill = layers.segment(area, from: 0, to: end)
        fill.color = look.accent.line
        fill.radius = 2
        fill.animationKeys = [
            .x: [.init(time: 0, value: 0.0525), .init(time: end, value: 0.5)],
            .width: [.init(time: 0, value: 0.005), .init(time: end, value: 0.9)],
        ]
        layers.add(fill, to: .ornaments)
    }

    mutating func addCaptions(of beats: [TimedBeat]) {
        let cutter = CaptionCutter(charactersInLine: stage.captionRules.charactersInLine)
        let type = look.captionType
        for cue in cutter.cues(for: beats.flatMap(\.lines)) where cue.end > cue.start {
            let width = stage.width * (stage.shape == .wide ? 0.82 : 0.88)
            let extent = look.measurer.extent(of: cue.text, in: type, width: width)
            var segment = Draft.Segment(id: "", start: cue.start, duration: cue.end - cue.start)
            segment.text = cue.text
            segment.words = cue.words
            segment.x = 0.5
            segment.y = (stage.captionBottom - extent.height / 2) / stage.height
            segment.width = width / stage.width
            var style = Draft.TextStyle(.caption)
            style.size = type.size
            style.color = theme.ink
            style.highlight = look.accent.word
            // They stand on the ground itself and need nothing under them.
            if theme.isLight { style.box = .init(color: Color.black.faded(0)) }
            segment.style = style
            segment.animation = .init(entrance: .fade, exit: .fade, duration: 120)
            layers.add(segment, to: .captions)
        }
    }
}
