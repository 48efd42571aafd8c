import Explaining
import Foundation
import Inspecting
import Planning
import Speaking

/// A storyboard with every kind of visual, and all that is needed to compose it.
enum ComposedSpecimen {
    static func picture(_ source: String = "dusk.png") -> ExplainedPicture {
        var facts = PictureFacts(file: source, format: "png", width: 2400, height: 1600)
        let colors = [
            ("#1A1838", 0.30, 0.06), ("#5B3A6B", 0.24, 0.09), ("#A36A7E", 0.20, 0.08),
            ("#E9A06F", 0.16, 0.12), ("#FFE08A", 0.10, 0.11),
        ]
        facts.measures = PictureMeasures(
            palette: colors.compactMap { hex, share, chroma in
                Color(hex: hex).map { color in
                    PictureMeasures.Swatch(
                        red: color.red, green: color.green, blue: color.blue, share: share,
                        name: "dusty violet", chineseName: "暗紫", chroma: chroma)
                }
            },
            brightness: 0.4, contrast: 0.2, darkShare: 0.4, brightShare: 0.1,
            histogram: Array(repeating: 1 / 64, count: 64), sharpness: 100,
            focus: .init(x: 0.62, y: 0.47),
            details: [.init(x: 0.62, y: 0.47), .init(x: 0.3, y: 0.6), .init(x: 0.8, y: 0.3)],
            light: LightMap(width: 1, height: 2, values: [0.5, 0.3]),
            transparentShare: 0)
        return ExplainedPicture(source: source, facts: facts)
    }

    static let rows: [Visual.FactRow] = [
        .init("Tool", "ComfyUI"),
        .init("Model", "a_model_with_a_name_that_is_much_too_long_for_its_row_v10"),
        .init("Steps · sampler", "30 · dpmpp_2m"), .init("Guidance", "6.5"),
        .init("Seed", "3 782 896 554"), .init("Size", "2400 × 1600"),
    ]

    static let swatches: [Visual.LabelledColor] = [
        .init(hex: "#1A1838", label: "Deep blue", share: 0.30),
        .init(hex: "#5B3A6B", label: "Violet", share: 0.24),
        .init(hex: "#A36A7E", label: "Dusty rose", share: 0.20),
        .init(hex: "#E9A06F", label: "Warm orange", share: 0.16),
        .init(hex: "#FFE08A", label: "Pale yellow", share: 0.10),
    ]

    static let visuals: [(String, Visual)] = [
        (
            "This landscape was never photographed.",
            .hook(picture: 0, kicker: "How it was made", title: "What is an AI image?")
        ),
        (
            "A model that learned patterns from many example images computed it, not a lens.",
            .noising(picture: 0)
        ),
        (
            "Step by step, a network removes the noise until a picture appears.",
            .denoising(picture: 0, steps: 30, label: "Denoising step")
        ),
        (
            "Each step is nudged towards the prompt that is stored in this file.",
            .prompt(
                picture: 0, kicker: "The words that steered it",
                words: "layered mountains at dusk, warm haze, low sun, clean graphic style, "
                    + "high detail")
        ),
        (
            "One number, the seed, chose the starting noise.",
            .facts(
                picture: 0, kicker: "What the file records", rows: rows,
                footnote: "As recorded in the file. Declared, not verified.")
        ),
        (
            "An empty file tells us nothing about where it came from.",
            .spotlight(
                picture: 0, x: 0.62, y: 0.47, kicker: "How to tell",
                heading: "Ask the file first, then the source.",
                badge: .init(
                    title: "No credentials",
                    text: "found in this file. That proves nothing either way."))
        ),
        (
            "Look closely: a picture is a grid of tiny coloured squares.",
            .pixels(picture: 0, label: "A grid of coloured squares")
        ),
        (
            "Here is the part with the most detail.",
            .callout(picture: 0, x: 0.62, y: 0.47, number: 1, label: "Where the detail is")
        ),
        (
            "These are its main colours.",
            .palette(picture: 0, kicker: "Main colours", swatches: swatches)
        ),
        ("And this is the whole of it.", .picture(0, label: "The whole picture")),
        (
            "An AI image is a rendered guess at a description.",
            .end(picture: 0, takeaway: "A rendered guess at a description.")
        ),
    ]

    static let storyboard = Storyboard(
        title: "What is an AI image?", language: "en",
        beats: visuals.enumerated().map { index, entry in
            Beat(id: "beat-\(index)", sentences: [.init(entry.0)], visual: entry.1)
        })

    /// A voice that speaks 15 letters a second.
    static func narration(_ storyboard: Storyboard) -> Narration {
        let lines = storyboard.beats.flatMap(\.sentences).map { line($0.text) }
        return Narration(lines: lines, voice: "test")
    }

    static func line(_ text: String, perLetter: Int = 66) -> Narration.Line {
        var time = 0
        let words = text.split(separator: " ").map { word in
            let length = word.count * perLetter
            defer { time += length + 40 }
            return SpokenWord(start: time, duration: length, word: String(word))
        }
        return Narration.Line(text: text, path: "/voice.wav", duration: time, words: words)
    }
}
