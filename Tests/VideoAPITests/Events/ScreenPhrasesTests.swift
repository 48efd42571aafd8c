import Testing

@testable import VideoAPI

@Suite struct ScreenPhrasesTests {
    @Test(arguments: [
        ("Click [Export] to save it.", "cloud export"),
        ("Press the Export button in the top right.", "cloud export"),
        ("Click the \"Export\" button.", "cloud export"),
        ("点击“导出”按钮即可下载。", "cloud export"),
        ("Open the media panel to see it.", "cloud state"),
        ("打开字幕面板查看。", "cloud state"),
        ("Drag the clip to the start of the track.", "cloud say"),
        ("把片段拖拽到开头。", "cloud say"),
        ("You can preview it in the timeline.", "cloud state"),
        ("Go to your account page to top up.", "cloud credits"),
        ("Please check your billing.", "cloud credits"),
        ("Click the Upload button.", "cloud upload"),
    ])
    func aSentenceAboutTheScreenBecomesACommand(sentence: String, command: String) {
        let text = ScreenPhrases.translated(sentence)
        #expect(text.contains(command))
        for word in ["lick", "rag", "点击", "打开", "拖拽", "panel"] { #expect(!text.contains(word)) }
    }

    @Test(arguments: [
        "The title now opens with a slow fade.",
        "Added a tape sound at 2 s. It drops to 35%.",
        "A hand opens a door; the clip is 5 s long.",
        "标题在开头显示三秒。",
        "Added the title \"Click here to subscribe\" (0-3s).",
        "已添加标题“点击关注”，时长三秒。",
        "3. Title: \"Drag and drop\" (0-3s)",
    ])
    func whatDescribesTheVideoStays(sentence: String) {
        #expect(ScreenPhrases.translated(sentence) == sentence)
    }

    @Test func theRestOfAReplyStaysAndACommandIsNamedOnce() {
        let text =
            "Title added (0-3s). Click [Export]. Or tap Export on the phone.\nMusic is at 35%."
        #expect(
            ScreenPhrases.translated(text)
                == "Title added (0-3s). To get the file, run \"explainer cloud export\". "
                + "Music is at 35%.")
    }
}
