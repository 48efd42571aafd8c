import Editing
import VideoAPI

/// What the agent says beside what the editor says, in the language of the sentence.
struct AgentWords {
    let language: EditLanguage

    private func pick(_ english: String, _ chinese: String) -> String {
        language == .english ? english : chinese
    }

    var needsPicture: String {
        pick(
            "There is no picture yet. Upload one, then say what the video should explain.",
            "还没有图片。请先上传一张图片，再说明视频要讲解什么。")
    }

    var needsDraft: String {
        pick(
            "There is no timeline yet. Upload a picture and ask for an explainer of it.",
            "还没有时间线。请上传图片，并要求制作讲解视频。")
    }

    var made: String { pick("The explainer is made.", "讲解视频已生成。") }

    func export(_ summary: String) -> String {
        pick(
            "To get the video, send the draft to /api/render/proxy/lambda. \(summary)",
            "要得到视频，请把草稿发送到 /api/render/proxy/lambda。\(summary)")
    }

    func credits(_ balance: CreditBalance, isStrict: Bool) -> String {
        guard isStrict else { return StatusWording.credits(in: language) }
        return pick(
            "Credits: \(balance.available) available, \(balance.frozen) frozen.",
            "积分：可用 \(balance.available)，冻结 \(balance.frozen)。")
    }

    var upload: String {
        pick(
            "To add files, send them to /api/upload-video/nemo_agent/me/SESSION.",
            "要添加文件，请发送到 /api/upload-video/nemo_agent/me/SESSION。")
    }

    func noStep(_ isBack: Bool) -> String {
        isBack
            ? pick("There is nothing to undo.", "没有可以撤销的修改。")
            : pick("There is nothing to redo.", "没有可以重做的修改。")
    }

    var walkedBack: String { pick("Undone:", "已撤销：") }
    var walkedOn: String { pick("Done again:", "已重做：") }
    var startedOver: String {
        pick("The first draft is back. Undo takes this back.", "已恢复最初的草稿，可以撤销。")
    }
    var unchanged: String { pick("Nothing had to change.", "没有需要修改的地方。") }
    var noCredits: String { pick("There are not enough credits.", "积分不足。") }
    var failed: String {
        pick("This could not be done; the draft is as it was.", "未能完成，草稿没有变化。")
    }

    /// Change lines, the timeline, and what could come next.
    func answer(_ lines: [String], summary: String, suggestions: [String]) -> String {
        var parts = lines.isEmpty ? [unchanged] : lines
        parts.append(summary)
        return (parts + next(suggestions)).joined(separator: "\n")
    }

    func question(_ question: String, suggestions: [String]) -> String {
        ([question] + next(suggestions)).joined(separator: "\n")
    }

    private func next(_ suggestions: [String]) -> [String] {
        guard !suggestions.isEmpty else { return [] }
        return [pick("Next: ", "接下来可以：") + suggestions.joined(separator: pick(" | ", "｜"))]
    }
}
