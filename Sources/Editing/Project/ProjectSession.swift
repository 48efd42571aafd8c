import Foundation
package import Planning

/// A project while its lock is held: the only way to change it.
///
/// What a person changed in `draft.json` since the last step is a step of its own before anything
/// else happens, so nothing is lost and it can be undone.
package struct ProjectSession: ~Copyable {
    package let project: Project
    package private(set) var history: ProjectHistory

    /// What `draft.json` holds.
    package private(set) var bytes: [UInt8]

    /// The step that a person's change became just now.
    package private(set) var handStep: ProjectStep?

    private var journalLength: Int

    init(_ project: Project) throws(ProjectError) {
        let journal = try Journal(parsing: DurableFile.read(project.journal))
        let (history, bytes) = (try ProjectHistory(journal.steps), try project.draftBytes())
        self.project = project
        self.history = history
        self.bytes = bytes
        handStep = nil
        journalLength = journal.length
    }

    /// Makes a step of what a person changed since the last one.
    mutating func recordHandChange() throws(ProjectError) {
        guard !project.isRecorded(bytes, as: history.current, of: history) else { return }
        var step = ProjectStep(history.next, .hand)
        step.changes = ["draft.json was changed by hand"]
        try DurableFile.write(bytes, to: project.snapshot(step.number))
        try record(step)
        handStep = step
    }

    /// The draft.
    ///
    /// - Throws: where it can't be read, with all that is wrong.
    package func draft() throws(ProjectError) -> Draft { try project.parsed(bytes) }

    /// Makes `bytes` the draft, as a step that can be undone.
    ///
    /// - Throws: where somebody saved `draft.json` meanwhile; nothing is changed then.
    @discardableResult
    package mutating func commit(
        _ bytes: [UInt8], as kind: ProjectStep.Kind, sentence: String? = nil,
        files: [String]? = nil, changes: [String]
    ) throws(ProjectError) -> ProjectStep {
        var step = ProjectStep(history.next, kind)
        (step.sentence, step.files, step.changes) = (sentence, files, changes)
        try DurableFile.write(bytes, to: project.snapshot(step.number))
        try replaceDraft(with: bytes)
        try record(step)
        return step
    }

    /// Adds a step whose draft is that of the step `state`.
    mutating func restore(_ state: Int, by step: ProjectStep) throws(ProjectError) {
        let file = project.snapshot(state)
        try replaceDraft(with: Array(DurableFile.read(file)))
        try record(step)
    }

    private mutating func replaceDraft(with new: [UInt8]) throws(ProjectError) {
        let (project, old) = (project, bytes)
        try DurableFile.checkIsWritable(project.journal)
        try DurableFile.write(new, to: project.draft) { () throws(ProjectError) in
            guard try project.draftBytes() == old else {
                throw ProjectError(
                    .changedMeanwhile, at: Project.draftName,
                    "the draft was changed meanwhile; nothing was done", cure: "Try again.")
            }
        }
        bytes = new
    }

    private mutating func record(_ step: ProjectStep) throws(ProjectError) {
        let line = try Journal.line(step)
        try history.take(step)
        try DurableFile.append(line, to: project.journal, behind: journalLength)
        journalLength += line.count
    }
}

extension Project {
    /// Runs `body` while no other process changes the project.
    ///
    /// - Parameters:
    ///   - wait: how long to wait for another process.
    ///   - onWait: is called once where there is one to wait for.
    ///   - body: what to do with the project; it must not keep the session.
    /// - Returns: what `body` returns.
    /// - Throws: a `ProjectError` where the lock can't be had or the history can't be read, and what
    ///   `body` throws.
    @discardableResult
    package func withLock<Value>(
        wait: Duration = .seconds(10), onWait: () -> Void = {},
        _ body: (inout ProjectSession) throws -> Value
    ) throws -> Value {
        let lock = try ProjectLock(self, patience: wait, onWait: onWait)
        var session = try ProjectSession(self)
        try session.recordHandChange()
        let value = try body(&session)
        _ = consume lock
        return value
    }

    /// The bytes of `draft.json`.
    package func draftBytes() throws(ProjectError) -> [UInt8] {
        let data = try DurableFile.read(draft, limit: JSONDocument.largestSize)
        guard data.count <= JSONDocument.largestSize else {
            throw ProjectError(
                .draft, at: Self.draftName,
                "the draft has more than \(JSONDocument.largestSize) bytes",
                cure: "Keep media in files beside it.")
        }
        return Array(data)
    }

    /// Reads the draft in `bytes`.
    func parsed(_ bytes: [UInt8]) throws(ProjectError) -> Draft {
        do {
            return try Draft(parsing: bytes)
        } catch {
            throw ProjectError(
                .draft, at: "", error.message(file: Self.draftName),
                cure: "Repair it, or take the last step back with: explainer undo")
        }
    }
}
