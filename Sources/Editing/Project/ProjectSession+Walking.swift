/// Steps through the history.
extension ProjectSession {
    /// Takes `count` steps back.
    ///
    /// - Returns: the steps that were taken back, the last first.
    @discardableResult
    package mutating func undo(_ count: Int = 1) throws(ProjectError) -> [ProjectStep] {
        try walk(count, .undo, possible: history.undoCount)
    }

    /// Does `count` steps again that were taken back.
    ///
    /// - Returns: the steps that were done again, in order.
    @discardableResult
    package mutating func redo(_ count: Int = 1) throws(ProjectError) -> [ProjectStep] {
        try walk(count, .redo, possible: history.redoCount)
    }

    /// Goes back to the first draft, as a step that can be undone.
    @discardableResult
    package mutating func startOver() throws(ProjectError) -> ProjectStep {
        let first = history.state(of: history.steps[0])
        guard history.state(of: history.current) != first else {
            throw ProjectError(.noStep, at: "", "this is the first draft already")
        }
        var step = ProjectStep(history.next, .startOver, target: first)
        step.changes = ["Back to the first draft"]
        try restore(first, by: step)
        return step
    }

    private mutating func walk(
        _ count: Int, _ kind: ProjectStep.Kind, possible: Int
    ) throws(ProjectError) -> [ProjectStep] {
        guard count > 0, count <= possible else { throw Self.refusal(kind, possible) }
        let distance = kind == .undo ? -count : count
        let goal = history.step(at: distance)
        let passed = history.passed(distance)
        try restore(
            history.state(of: goal), by: ProjectStep(history.next, kind, target: goal.number))
        return passed
    }

    private static func refusal(_ kind: ProjectStep.Kind, _ possible: Int) -> ProjectError {
        let word = kind.rawValue
        guard possible > 0 else {
            return ProjectError(.noStep, at: "", "there is nothing to \(word)")
        }
        return ProjectError(
            .noStep, at: "",
            "only \(possible == 1 ? "1 step" : "\(possible) steps") can be "
                + "\(kind == .undo ? "undone" : "done again"); nothing was done",
            cure: possible == 1 ? "" : "Choose a number from 1 to \(possible).")
    }
}
