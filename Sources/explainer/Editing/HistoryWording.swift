import Editing

/// What is said where the history has no such step.
struct HistoryWording {
    let language: EditLanguage

    /// Returns why `request` can't be met, where `possible` steps could be walked.
    func refusal(of request: HistoryRequest, possible: Int) -> String {
        switch (request, possible) {
        case (.startOver, _): words("This is the first draft already.", "已经是最初的草稿了。")
        case (.undo, 0): words("There is nothing to undo.", "没有可以撤销的步骤。")
        case (.redo, 0): words("There is nothing to redo.", "没有可以重做的步骤。")
        case (.undo, 1):
            words(
                "Only one step can be undone. Nothing was changed.", "只能撤销一步。什么都没有改。")
        case (.redo, 1):
            words("Only one step can be redone. Nothing was changed.", "只能重做一步。什么都没有改。")
        case (.undo, _):
            words(
                "Only \(possible) steps can be undone. Nothing was changed.",
                "只能撤销 \(possible) 步。什么都没有改。")
        case (.redo, _):
            words(
                "Only \(possible) steps can be redone. Nothing was changed.",
                "只能重做 \(possible) 步。什么都没有改。")
        }
    }

    /// What is said of steps between drafts that mean the same, or that can't be read.
    func walked(to number: Int) -> String {
        words("The draft is that of step \(number) again", "草稿回到第 \(number) 步")
    }

    /// A step that leads on from `request`.
    func next(after request: HistoryRequest) -> String {
        switch request {
        case .undo: words("redo", "重做")
        case .redo, .startOver: words("undo", "撤销")
        }
    }

    private func words(_ english: String, _ chinese: String) -> String {
        language == .english ? english : chinese
    }
}
