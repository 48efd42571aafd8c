import Editing

/// What a chat says, in the language of what was said to it.
struct ChatWording {
    var language: EditLanguage

    func callAsFunction(_ english: String, _ chinese: String) -> String {
        language == .english ? english : chinese
    }

    var help: String {
        self(
            """
            Say what to change, one thing or several:
              make it vertical, slower zoom, title in yellow, lo-fi at 35 %
              the second picture 2 s longer · add a title "Hello" · crossfade · no music
            Also:
              a path, or files dropped here   adds them
              explain what an AI image is     makes an explainer of the pictures
              show frame at 3 s               shows a frame
              status · undo · redo · export · quit
            docs/edit.md lists all that can be said. 用中文也可以。
            """,
            """
            说出要改什么，一次可以说几样：
              竖屏，推镜慢一点，标题改成黄色，低保真音乐 35%
              第二张图片延长 2 秒 · 添加标题“你好” · 淡入淡出 · 不要音乐
            还有：
              文件路径，或把文件拖到这里   添加文件
              讲解什么是 AI 图片           用这些图片做讲解视频
              预览 3 秒的画面              显示一帧
              状态 · 撤销 · 重做 · 导出 · 退出
            能说的话都在 docs/edit.md 里。English works too.
            """)
    }

    var empty: String {
        self(
            "The timeline is empty. Drop a picture here, or type its path.",
            "时间线是空的。把图片拖到这里，或输入它的路径。")
    }

    var noPictures: String {
        self(
            "There is no picture to explain yet. Drop one here, or type its path.",
            "还没有可以讲解的图片。把图片拖到这里，或输入它的路径。")
    }

    var howToAdd: String {
        self(
            "Drop files here, or type their paths: pictures, films and sounds.",
            "把文件拖到这里，或输入它们的路径：图片、视频和声音。")
    }

    var replaces: String {
        self(
            "That makes the draft anew, and what is on the timeline now goes (undo brings it back). "
                + "Shall I? (y/n)",
            "这会重新生成草稿，时间线上现有的内容会被替换（可以撤销）。要做吗？(y/n)")
    }

    func reading(_ sentences: [String]) -> String {
        let list = sentences.joined(separator: "; ")
        return self(
            "The model reads this as: \(list). Shall I do it? (y/n)", "模型的理解是：\(list)。要做吗？(y/n)")
    }

    var nothingDone: String { self("Nothing was changed.", "什么都没有改。") }

    var noQuestion: String { self("Nothing waits for an answer.", "现在没有要回答的问题。") }

    var making: String { self("making the explainer…", "正在生成讲解……") }

    var noSuggestion: String { self("There is no such suggestion.", "没有这个建议。") }

    var toExport: String {
        self("\"export\" renders it; all of it can be edited.", "“导出”即可渲染；所有内容都可以再改。")
    }

    func noPreview(_ command: String) -> String {
        self(
            "This terminal shows no pictures. For a file, run: \(command)",
            "这个终端不能显示图片。要得到文件，请运行：\(command)")
    }
}
