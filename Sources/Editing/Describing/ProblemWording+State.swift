import Foundation
import Planning

/// Problems with how the draft stands.
extension ProblemWording {
    func already(_ operation: EditOperation) -> Answer {
        let head =
            switch operation {
            case .whole(.aspect(let width, let height)):
                words("The video is \(width):\(height) already.", "视频已经是 \(width):\(height)。")
            case .whole(.size(let width, let height)):
                words("The video has \(width)×\(height) already.", "视频已经是 \(width)×\(height)。")
            case .whole(.resolution(let side)):
                words("The video is \(side)p already.", "视频已经是 \(side)p。")
            case .whole(.theme(let name)):
                words("The theme is \(name) already.", "主题已经是 \(name)。")
            case .remove(let reference):
                words(
                    "There is nothing to remove: no \(words.plainPlural(reference.kind)).",
                    "没有可删除的\(words.singular(reference.kind))。")
            default: subject(of: operation)
            }
        let tail = words(" Nothing was changed.", "没有任何改动。")
        let next = Suggestions.next(after: [], in: state.draft, language: words.language)
        return Answer(text: head + tail, suggestions: next)
    }

    private func subject(of operation: EditOperation) -> String {
        let kind: Reference.Kind? =
            switch operation {
            case .picture(let reference, _), .text(let reference, _), .sound(let reference, _),
                .fade(let reference, _, _),
                .timing(let reference, _, _), .hide(let reference, _):
                reference.kind
            default: nil
            }
        guard let kind else { return words("The video is so already.", "视频已经是这样。") }
        let isUncounted = [.music, .narration, .sound].contains(kind)
        let isSingle = items(of: kind).count == 1
        let name = isSingle && !isUncounted ? words.lowercase(kind) : words.plainPlural(kind)
        let verb = isSingle || isUncounted ? "is" : "are"
        return words("The \(name) \(verb) so already.", "\(words.singular(kind))已经是这样。")
    }

    func narration(until end: Int) -> Answer {
        let text = words(
            "The narration goes on until \(words.seconds(end)), so the video can't be shorter.",
            "旁白到 \(words.seconds(end)) 才结束，视频不能更短。")
        return saying(
            text,
            [
                words("narration 10 % faster", "旁白快 10%"),
                words("remove the narration", "删除旁白"),
            ])
    }

    var leavesNothing: Answer {
        let text = words(
            "That would leave nothing to see: the video needs at least one picture.",
            "这样就什么画面都没有了：视频至少需要一张图片。")
        return Answer(text: text, suggestions: [words("start over", "重新开始")])
    }

    var notNeighbors: Answer {
        let pictures = state.items.of(.picture)
        guard pictures.count > 1 else {
            return Answer(
                text: words(
                    "A transition needs two pictures, and there are fewer.", "转场需要两张图片，现在不够。"))
        }
        let list = numbered(pictures, of: .picture)
        let text = words(
            "Transitions need two pictures that follow each other: \(list).",
            "转场需要前后相邻的两张图片：\(list)。")
        return saying(
            text,
            [
                words("crossfade between the first and the second picture", "第一张和第二张图片之间淡入淡出"),
                words("crossfade between all pictures", "所有图片之间淡入淡出"),
            ])
    }

    func unknownLength(_ name: String) -> Answer {
        let file = words.quoted(name)
        return Answer(
            text: words(
                "How long \(file) is can't be read from its file. Check that the file is there.",
                "读不出\(file)的长度。请检查文件是否存在。"),
            suggestions: [words("status", "状态")])
    }

    func noFile(_ name: String) -> Answer {
        let file = words.quoted(name)
        return Answer(
            text: words(
                "There is no file \(file) in the project. Add the file first, then say it again.",
                "项目里没有文件\(file)。请先添加文件，再说一次。"),
            suggestions: [words("status", "状态")])
    }
}
