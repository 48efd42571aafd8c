import Foundation

extension Project {
    /// Reads the history without the lock, so also where nothing may be written.
    package func readHistory() throws(ProjectError) -> ProjectHistory {
        try ProjectHistory(Journal(parsing: DurableFile.read(journal)).steps)
    }

    /// Whether `draft.json` differs from what `history` has last, so that the next command that
    /// changes the project will make a step of it.
    package func isChangedByHand(since history: ProjectHistory) throws(ProjectError) -> Bool {
        try !isRecorded(draftBytes(), as: history.current, of: history)
    }

    /// Whether `bytes` are the draft after `step`; a draft that is lost is none.
    func isRecorded(
        _ bytes: [UInt8], as step: ProjectStep, of history: ProjectHistory
    ) -> Bool {
        let file = snapshot(history.state(of: step))
        return FileManager.default.contents(atPath: file.path).map { Array($0) } == bytes
    }
}
