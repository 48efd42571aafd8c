import Foundation
import Inspecting

extension TopicScript {
    /// What is seen while `part` is told; nil where the picture's facts do not allow it.
    func visual(of part: Part, _ sentences: [Beat.Sentence]) -> Visual? {
        let (known, labels) = (telling.subject, wording.labels)
        let picture = known.index
        switch part {
        case .hook:
            let opening = wording.opening(telling)
            return .hook(
                picture: picture, kicker: opening.kicker,
                title: telling.ownTitle ?? opening.title)
        case .what: return .noising(picture: picture)
        case .pixels, .latent, .size:
            return .pixels(picture: picture, label: "\(known.width) × \(known.height)")
        case .denoise: return denoising
        case .prompt: return promptVisual
        case .record: return recordCard
        case .tell:
            return spotlight(0, labels.tellKicker, labels.tellHeading, wording.badge(known))
        case .marks: return spotlight(1, labels.tellKicker, labels.marksHeading, nil)
        case .details: return spotlight(2, labels.tellKicker, labels.detailsHeading, nil)
        case .label:
            return spotlight(0, labels.productKicker, labels.labelHeading, wording.badge(known))
        case .composition: return composition
        case .colours: return palette
        case .first: return callout(1)
        case .second: return callout(2)
        case .third: return callout(3)
        case .end:
            return .end(picture: picture, takeaway: sentences.first?.text ?? "")
        case .seed:
            let number = known.seed.map { " \($0)" } ?? ""
            return .picture(picture, label: labels.overPicture[.seed].map { $0 + number })
        case .guidance:
            let number = known.guidance.map { " \($0)" } ?? ""
            return .picture(picture, label: labels.overPicture[.guidance].map { $0 + number })
        default: return .picture(picture, label: labels.overPicture[part])
        }
    }

    private var denoising: Visual {
        let known = telling.subject
        // One step would show nothing of the way; the counter stops where it can't be read.
        return .denoising(
            picture: known.index, steps: known.steps ?? 30,
            label: known.steps == nil
                ? wording.labels.denoiseIllustration : wording.labels.denoiseRecorded)
    }

    private var promptVisual: Visual {
        let known = telling.subject
        guard let words = known.prompt else {
            return .picture(known.index, label: wording.labels.overPicture[.prompt])
        }
        return .prompt(picture: known.index, kicker: wording.labels.promptKicker, words: words)
    }

    private var recordCard: Visual? {
        let known = telling.subject
        let rows = Array(wording.rows(known).prefix(6))
        guard !rows.isEmpty else { return nil }
        let labels = wording.labels
        let isRecord = ![.nothingEmbedded, .noGenerationData].contains(known.verdict)
        return .facts(
            picture: known.index, kicker: isRecord ? labels.recordKicker : labels.measuredKicker,
            rows: rows, footnote: isRecord ? labels.recordFootnote : labels.measuredFootnote)
    }

    private func spotlight(
        _ number: Int, _ kicker: String, _ heading: String, _ badge: Visual.Badge?
    ) -> Visual {
        let place = telling.subject.place(number)
        return .spotlight(
            picture: telling.subject.index, x: place.x, y: place.y, kicker: kicker,
            heading: heading, badge: badge)
    }

    private var composition: Visual? {
        guard telling.subject.measures != nil else { return nil }
        let labels = wording.labels
        return spotlight(0, labels.compositionKicker, labels.compositionHeading, nil)
    }

    private var palette: Visual? {
        let known = telling.subject
        guard let swatches = known.measures?.palette, !swatches.isEmpty else { return nil }
        return .palette(
            picture: known.index, kicker: wording.labels.paletteKicker,
            swatches: Self.named(swatches) { Self.capitalised(wording.name(of: $0)) })
    }

    /// One colour for each name, the largest of those that share it.
    private static func named(
        _ swatches: [PictureMeasures.Swatch], _ name: (PictureMeasures.Swatch) -> String
    ) -> [Visual.LabelledColor] {
        swatches.reduce(into: []) { colors, swatch in
            let label = name(swatch)
            if let known = colors.firstIndex(where: { $0.label == label }) {
                colors[known].share += swatch.share
            } else if colors.count < 6 {
                colors.append(.init(hex: swatch.hex, label: label, share: swatch.share))
            }
        }
    }

    private static func capitalised(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }

    /// A numbered detail; nil where the picture has fewer detailed places.
    private func callout(_ number: Int) -> Visual? {
        let known = telling.subject
        guard let details = known.measures?.details, number <= details.count else { return nil }
        let place = known.place(number - 1)
        return .callout(
            picture: known.index, x: place.x, y: place.y, number: number,
            label: wording.region(place))
    }
}
