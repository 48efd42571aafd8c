import Foundation
import Planning

/// A step that could come next.
enum NextStep: Hashable {
    case crossfade, addMusic, fadeOutMusic, quieterMusic, zoomIn, slowerZoom, addTitle
    case longerTransitions
    case bigger(Reference.Kind)
    case outline(Reference.Kind)
    case export, undo, status

    /// Returns the step as it can be typed.
    func sentence(in language: EditLanguage, for draft: Draft) -> String {
        let words = Phrasing(language: language)
        return switch self {
        case .crossfade: words("crossfade between all pictures", "所有图片之间淡入淡出")
        case .addMusic: words("add calm music", "添加平静的音乐")
        case .fadeOutMusic: words("fade out the music", "音乐淡出")
        case .quieterMusic: words("music quieter", "音乐小声一点")
        case .zoomIn: words("slow zoom in", "缓慢推近")
        case .slowerZoom: words("slower zoom", "推镜慢一点")
        case .addTitle: words("add a title ", "添加标题") + words.quoted(name(of: draft, words))
        case .longerTransitions: words("1 second transitions", "转场 1 秒")
        case .bigger(let kind): "\(words.typed(kind))\(words(" bigger", "大一点"))"
        case .outline(let kind): "\(words.typed(kind))\(words(" with a black outline", "加黑色描边"))"
        case .export: words("export", "导出")
        case .undo: words("undo", "撤销")
        case .status: words("status", "状态")
        }
    }

    private func name(of draft: Draft, _ words: Phrasing) -> String {
        if let title = draft.metadata.title, !title.isEmpty { return title }
        return words("My video", "我的视频")
    }
}

extension Phrasing {
    /// A kind as it is typed, all of them meant: `captions`, `title`.
    func typed(_ kind: Reference.Kind) -> String {
        switch kind {
        case .caption: self("captions", "字幕")
        case .music: self("music", "音乐")
        case .narration: self("narration", "旁白")
        default: self(singular(kind).lowercased(), singular(kind))
        }
    }
}
