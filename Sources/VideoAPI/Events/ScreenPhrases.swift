import Foundation

/// Turns what an agent says about buttons and panels into what our commands do.
///
/// The agent writes for a page that is not there: "click the [Export] button" means nothing on a
/// terminal. A sentence that sends the reader to the screen is replaced by the command that does
/// it; what describes the video stays.
package enum ScreenPhrases {
    /// What a sentence about the screen asks for.
    enum Action: CaseIterable {
        case export, account, preview, captions, upload, drag, open, click
    }

    /// Returns `text` with its sentences about the screen replaced, each action once.
    package static func translated(_ text: String) -> String {
        var said: Set<Action> = []
        var result = ""
        for sentence in sentences(of: text) {
            guard let action = action(of: sentence) else {
                result += sentence
                continue
            }
            guard said.insert(action).inserted else { continue }
            let isChinese = sentence.unicodeScalars.contains { (0x4E00...0x9FFF) ~= $0.value }
            let end = String(sentence.reversed().prefix { $0.isWhitespace }.reversed())
            result += (isChinese ? chinese(action) : english(action)) + (end.isEmpty ? " " : end)
        }
        return result.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Cuts after an end of a sentence that white space or a Chinese mark makes plain.
    private static func sentences(of text: String) -> [String] {
        var (all, current): ([String], String) = ([], "")
        var isEnding = false
        for character in text {
            if isEnding, !character.isWhitespace {
                all.append(current)
                current = ""
                isEnding = false
            }
            current.append(character)
            if character.isNewline || "。！？".contains(character) {
                isEnding = true
            } else if character.isWhitespace, let last = current.dropLast().last,
                ".!?".contains(last)
            {
                isEnding = true
            }
        }
        return current.isEmpty ? all : all + [current]
    }

    static func action(of sentence: String) -> Action? {
        let text = sentence.lowercased()
        // What stands in quotes may be words of the video: a title can say "click here".
        let bare = unquoted(text)
        func has(_ words: [String]) -> Bool { words.contains { contains($0, in: text) } }
        func does(_ words: [String]) -> Bool { words.contains { contains($0, in: bare) } }
        let presses = does(["click", "tap", "press", "hit the", "点击", "单击", "按下", "点一下"])
        let goes =
            does(["open", "go to", "head to", "navigate", "visit", "打开", "前往", "进入", "转到"])
            && has([
                "panel", "tab", "menu", "settings", "dashboard", "sidebar", "editor", "page",
                "window",
                "面板", "菜单", "设置", "选项卡", "页面", "控制台", "侧边栏", "编辑器",
            ])
        let drags = does(["drag", "drop it", "drop the", "拖拽", "拖动", "拖到", "拖放"])
        let checks = does(["check your", "check the", "view your", "查看", "检查"])
        let isAccount = has(["account", "billing", "balance", "账户", "账单", "余额"])
        if (presses || goes || checks) && isAccount { return .account }
        let previews = has([
            "preview in the timeline", "preview it in the timeline", "preview in timeline",
            "时间线中预览", "时间轴中预览", "在时间线预览", "在时间轴预览",
        ])
        if previews { return .preview }
        if drags { return .drag }
        guard presses || goes || does(["export button", "导出按钮"]) else { return nil }
        if has(["export", "download", "导出", "下载"]) { return .export }
        if has(["subtitle", "caption", "字幕"]) { return .captions }
        if has(["upload", "import", "上传", "导入"]) { return .upload }
        if has(["preview", "timeline", "预览", "时间线", "时间轴"]) { return .preview }
        return goes ? .open : .click
    }

    private static func unquoted(_ text: String) -> String {
        var (bare, closing): (String, Character?) = ("", nil)
        let pairs: [Character: Character] = ["\"": "\"", "“": "”", "「": "」", "『": "』", "《": "》"]
        for character in text {
            if let end = closing {
                if character == end { closing = nil }
            } else if let end = pairs[character] {
                closing = end
                bare.append(" ")
            } else {
                bare.append(character)
            }
        }
        return bare
    }

    /// Latin words count whole, so that "tap" is not found in "tape"; "clicking" is a click.
    private static func contains(_ word: String, in text: String) -> Bool {
        guard word.first?.isASCII == true else { return text.contains(word) }
        var rest = text[...]
        while let found = rest.range(of: word) {
            let before =
                found.lowerBound > text.startIndex
                ? text[text.index(before: found.lowerBound)] : " "
            let tail = text[found.upperBound...].prefix { $0.isLetter && $0.isASCII }
            let isWhole = ["", "s", "ed", "ing", "ped", "ping", "ged", "ging"].contains(tail)
            if !(before.isLetter && before.isASCII), isWhole { return true }
            rest = text[found.upperBound...]
        }
        return false
    }

    private static func english(_ action: Action) -> String {
        switch action {
        case .export: "To get the file, run \"explainer cloud export\"."
        case .account: "To see what is left, run \"explainer cloud credits\"."
        case .preview, .open: "To see the timeline, run \"explainer cloud state\"."
        case .captions: "To see the captions, run \"explainer cloud state\"."
        case .upload: "To add a file, run \"explainer cloud upload FILE\"."
        case .drag, .click: "To change that, say it with \"explainer cloud say\"."
        }
    }

    private static func chinese(_ action: Action) -> String {
        switch action {
        case .export: "要得到文件，请运行“explainer cloud export”。"
        case .account: "要查看余额，请运行“explainer cloud credits”。"
        case .preview, .open: "要查看时间线，请运行“explainer cloud state”。"
        case .captions: "要查看字幕，请运行“explainer cloud state”。"
        case .upload: "要添加文件，请运行“explainer cloud upload FILE”。"
        case .drag, .click: "要修改，请用“explainer cloud say”说出来。"
        }
    }
}
