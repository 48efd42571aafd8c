import Foundation
import Planning

/// What is asked for is of a kind that the things don't have.
extension ProblemWording {
    func nothingToChange(_ operation: EditOperation) -> Answer {
        switch operation {
        case .transition: noTransition
        case .picture(_, .move):
            saying(
                words("There is no movement to change.", "没有可以修改的运镜。"),
                [words("slow zoom in", "缓慢推近")])
        case .picture(_, .effect), .picture(_, .removeEffect):
            saying(
                words("There is no such effect to change.", "没有可以修改的特效。"),
                [words("vignette", "图片加暗角")])
        case .picture(_, .volume), .picture(_, .speed), .picture(_, .trim), .picture(_, .shave),
            .picture(_, .loop):
            next(
                words(
                    "Only clips have sound, speed and a start of their own, and these pictures "
                        + "are stills.", "只有视频片段才有声音、速度和起点，这些图片是静止的。"))
        case .sound(_, .words), .sound(_, .voice):
            next(words("Nothing is spoken there.", "那里没有旁白。"))
        case .sound(_, .duck):
            next(words("There is no music that could be lowered.", "没有可以压低的音乐。"))
        case .text(_, .replace(let old, _)), .sound(_, .replace(let old, _)):
            next(
                words(
                    "The words \(words.quoted(old)) are not there.",
                    "找不到文字\(words.quoted(old))。"))
        case .timing(let reference, _, _) where reference.kind == .picture:
            next(
                words(
                    "Pictures follow each other, so that none has a start of its own: move it, or "
                        + "change the length of one before.",
                    "图片一张接一张，没有自己的开始时间：请移动图片，或改变前面图片的时长。"))
        default: next(words("There is nothing to change there.", "那里没有可以修改的内容。"))
        }
    }

    private var noTransition: Answer {
        saying(
            words("There are no transitions to change.", "没有可以修改的转场。"),
            state.count(.picture) > 1
                ? [words("crossfade between all pictures", "所有图片之间淡入淡出")] : [])
    }

    private func next(_ text: String) -> Answer {
        let next = Suggestions.next(after: [], in: state.draft, language: words.language)
        return Answer(text: text, suggestions: next)
    }
}
