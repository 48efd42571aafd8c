import Foundation
import Planning

extension SceneBuilder {
    /// The most steps that are told apart; more only blur together.
    private static let mostSteps = 60

    /// The picture dissolves into noise.
    mutating func noising(_ scene: Scene, _ index: Int) {
        let picture = picture(index)
        // It is seen whole for a moment before it goes.
        let begin = scene.start + min(900, scene.duration / 5)
        let first = still(picture, scene.start..<begin)
        let last = still(
            picture, begin..<scene.end,
            effects: [.diffuse(from: 0, to: 1, steps: 24, seed: seed)])
        remember(first: first, last: last)
        shadeCaptions(of: scene, overNoiseOf: picture)
    }

    /// Noise is bright everywhere and restless.
    private mutating func shadeCaptions(
        of scene: Scene, overNoiseOf picture: ExplainedPicture
    ) {
        let ground = lightest(picture, under: captionArea, [restingView(picture)])
        shadeCaptions(of: scene, on: max(ground, Self.noiseGround))
    }

    /// The grey that noise is seen as where words stand on it: of the mean luminance of its dots.
    private static let noiseGround = 0.68

    /// Noise becomes the picture, step by step; the last part of the beat shows it clear.
    mutating func denoising(_ scene: Scene, _ index: Int, steps: Int, label: String) {
        let picture = picture(index)
        let count = min(max(steps, 1), Self.mostSteps)
        let clear = scene.end - max(scene.duration / 7, 350)
        let first = still(
            picture, scene.start..<clear,
            effects: [.diffuse(from: 1, to: 0, steps: count, seed: seed)])
        let last = still(picture, clear..<scene.end)
        remember(first: first, last: last)
        shadeCaptions(of: scene, overNoiseOf: picture)
        counter(scene, until: clear, count: count, steps: steps, label: label)
    }

    /// A panel at the top right that counts the steps.
    private mutating func counter(
        _ scene: Scene, until clear: Int, count: Int, steps: Int, label: String
    ) {
        let small = TypeSpec(
            size: 22, weight: 600, spacing: look.isChinese ? 1.5 : 3.4)
        let big = look.type(.counter)
        let total = TypeSpec(size: 54, weight: 600, lineHeight: 1.05)
        let measurer = look.measurer
        func measure(_ text: String, _ type: TypeSpec) -> TextExtent {
            measurer.extent(of: text, in: type, width: 2000)
        }
        let label = look.isChinese ? label : label.uppercased()
        let totalText = "/ \(steps)"
        let numbers =
            measure("\(steps)", big).width + 16 + measure(totalText, total).width
        let width = max(measure(label, small).width, numbers) + 68
        let height = 26 + measure(label, small).height + 6 + measure("0", big).height + 20
        let frame = pictureArea()
        let inset = theme.isLight ? 30 : stage.width * 0.05
        let area = Area(
            x: frame.right - inset - width,
            y: theme.isLight
                ? frame.y + inset : stage.height * (stage.shape == .tall ? 0.08 : 0.065),
            width: width, height: height)
        // It is there before the first number.
        panel(
            area, counterGround, radius: min(theme.cornerRadius, 22),
            during: scene.start..<scene.words.upperBound,
            fade: scene.words.lowerBound - scene.start)
        let right = area.right - 34
        let top = words(
            label, small, look.accent.word,
            at: WordPlace(right: right, top: area.y + 26, width: width), during: scene.words,
            entrance: .fade)
        // Both numbers stand on one baseline.
        let bigHeight = measure("0", big).height
        let totalHeight = measure("0", total).height
        words(
            totalText, total, theme.ink.faded(theme.quiet),
            at: WordPlace(
                right: right, top: top + 6 + (bigHeight - totalHeight) * 0.8, width: width),
            during: scene.words, entrance: .fade)
        let numberRight = right - measure(totalText, total).width - 16
        // The last number goes with its panel.
        for (text, range) in Self.ticks(scene, until: clear, count: count, steps: steps) {
            words(
                text, big, theme.ink,
                at: WordPlace(right: numberRight, top: top + 6, width: width), during: range,
                entrance: .none,
                exit: range.upperBound == scene.words.upperBound ? .fade : .none)
        }
    }

    private var counterGround: Color {
        theme.ground.faded(theme.isLight ? 0.97 : 0.8)
    }

    /// The number of each step and when it shows; the last one stays to the end of the beat.
    private static func ticks(
        _ scene: Scene, until clear: Int, count: Int, steps: Int
    ) -> [(String, Range<Int>)] {
        let length = clear - scene.start
        return (1...count).compactMap { step in
            let number = count == steps ? step : (step * steps + count / 2) / count
            let start = max(scene.start + (step - 1) * length / count, scene.words.lowerBound)
            let end = step == count ? scene.words.upperBound : scene.start + step * length / count
            return start < end ? ("\(number)", start..<end) : nil
        }
    }

    /// The words of the prompt light up one by one while the picture clears behind them.
    mutating func prompt(_ scene: Scene, _ index: Int, kicker: String, words text: String) {
        let picture = picture(index)
        let width = stage.width - 2 * stage.margin
        let top = stage.height * (stage.shape == .wide ? 0.2 : 0.14)
        let area = Area(
            x: stage.margin, y: top, width: width, height: stage.cardBottom(theme) - top)
        dimmed(
            scene, picture, under: [Footing(area, for: look.accent.word)], most: 0.36,
            [.diffuse(from: 0.5, to: 0.1, steps: 24, seed: seed)])
        let under = self.kicker(
            kicker, at: WordPlace(left: stage.margin, top: top, width: width),
            during: scene.words)
        let room = area.bottom - under - 30
        let fit = look.fitted(text, look.type(.prompt), width: width, lines: 7, height: room)
        words(
            text, fit.type, theme.ink,
            at: WordPlace(left: stage.margin, top: under + 26, width: width), during: scene.words,
            entrance: .fade, timings: Self.timings(text, over: scene.words.count))
    }

    /// Times of the words of `text`, by their length, over the first three quarters of a beat.
    private static func timings(_ text: String, over length: Int) -> [Draft.Segment.WordTiming] {
        let words = WordTokens(text).words
        let weights = words.map { Double($0.count) + 1.5 }
        let total = max(weights.reduce(0, +), 1)
        let (lead, span) = (Double(min(500, length / 8)), Double(length) * 0.72)
        var time = lead
        return zip(words, weights).map { word, weight in
            let start = time
            time += span * weight / total
            return .init(
                start: Int(start.rounded()), duration: max(Int((time - start).rounded()), 1),
                word: word)
        }
    }
}
