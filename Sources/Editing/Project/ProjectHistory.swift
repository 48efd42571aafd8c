/// What the journal comes to: the steps that can be walked, and where on them the draft stands.
package struct ProjectHistory: Hashable, Sendable {
    /// All that was ever done, the walks too; the step `n` is at `n - 1`.
    package private(set) var steps: [ProjectStep] = []

    /// Numbers of the steps from the first to the last that can be redone.
    private(set) var path: [Int] = []

    /// The index in `path` of the step whose draft counts.
    private(set) var position = -1

    /// - Throws: where a step leads to one that is not there.
    init(_ steps: [ProjectStep]) throws(ProjectError) {
        for step in steps { try take(step) }
    }

    /// The step whose draft counts.
    package var current: ProjectStep { steps[path[position] - 1] }

    /// The steps that led to the current one, the first first; what was undone is not among them.
    package var trail: [ProjectStep] { path[...position].map { steps[$0 - 1] } }

    /// How many steps can be taken back.
    package var undoCount: Int { position }

    /// How many steps can be done again.
    package var redoCount: Int { path.count - 1 - position }

    /// The number of the next step.
    var next: Int { steps.count + 1 }

    /// The number of the step whose bytes are the draft after `step`.
    func state(of step: ProjectStep) -> Int { step.target ?? step.number }

    /// The step that stands `distance` behind the current one, before it where that is negative.
    ///
    /// - Precondition: there are as many.
    func step(at distance: Int) -> ProjectStep { steps[path[position + distance] - 1] }

    /// The steps from behind the current one to the one at `distance`, as they are passed.
    func passed(_ distance: Int) -> [ProjectStep] {
        let numbers =
            distance < 0
            ? path[(position + distance + 1)...position].reversed()
            : Array(path[(position + 1)...(position + distance)])
        return numbers.map { steps[$0 - 1] }
    }

    /// Whether the step with this number is undone and was replaced, so that nothing leads to it.
    package func isDropped(_ step: ProjectStep) -> Bool {
        !isWalk(step) && !path.contains(step.number)
    }

    /// Whether `step` only moves along the path.
    package func isWalk(_ step: ProjectStep) -> Bool { step.kind == .undo || step.kind == .redo }

    /// Whether `step` was taken back and can be done again.
    package func isUndone(_ step: ProjectStep) -> Bool {
        path[(position + 1)...].contains(step.number)
    }

    /// Adds the next step of the journal.
    mutating func take(_ step: ProjectStep) throws(ProjectError) {
        if isWalk(step) {
            guard let index = path.firstIndex(where: { $0 == step.target }) else {
                throw Journal.damage(line: step.number, "it leads to no step that can be reached")
            }
            position = index
        } else {
            guard step.target.map({ isState($0) }) ?? true else {
                throw Journal.damage(line: step.number, "it leads to a step that has no draft")
            }
            path = Array(path.prefix(position + 1)) + [step.number]
            position = path.count - 1
        }
        steps.append(step)
    }

    private func isState(_ number: Int) -> Bool {
        steps.indices.contains(number - 1) && steps[number - 1].target == nil
    }
}
