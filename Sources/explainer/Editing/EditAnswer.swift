import Editing
import Planning

/// What came of a sentence that was said to a project.
struct EditAnswer {
    /// What the sentence means and did.
    var reply: EditReply

    var language: EditLanguage

    /// Whether the project changed.
    var isApplied = false

    /// The draft as it stands now; nil where it can't be read.
    var draft: Draft?

    /// The draft as it stood before; nil where it can't be read.
    let before: Draft?

    /// What people should know beside the answer.
    var notices: [String] = []

    /// What a language model made of the sentence, where that waits for a yes.
    var offer: [String] = []

    init(_ reply: EditReply, _ language: EditLanguage, draft: Draft?) {
        self.reply = reply
        self.language = language
        self.draft = draft
        before = draft
    }
}
