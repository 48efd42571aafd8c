import Foundation

/// The journal's text: one JSON object a line.
struct Journal {
    private(set) var steps: [ProjectStep] = []

    /// How many bytes its whole lines take; what follows was torn off by the end of a process.
    private(set) var length = 0

    /// Reads all whole lines.
    ///
    /// - Throws: where a line can't be read, with its number.
    init(parsing data: Data) throws(ProjectError) {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        var rest = data[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            let number = steps.count + 1
            let step: ProjectStep
            do {
                step = try decoder.decode(ProjectStep.self, from: Data(rest[..<end]))
            } catch {
                throw Self.damage(line: number, "it is no step that can be read")
            }
            guard step.number == number else {
                throw Self.damage(
                    line: number, "it holds step \(step.number), expected step \(number)")
            }
            steps.append(step)
            rest = rest[rest.index(after: end)...]
        }
        length = data.count - rest.count
        if steps.isEmpty { throw Self.damage(line: 1, "there is no first step") }
    }

    /// Returns the line of `step`, with its end.
    static func line(_ step: ProjectStep) throws(ProjectError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(step)) + [UInt8(ascii: "\n")]
        } catch {
            throw ProjectError(.system, at: "history/journal.jsonl", "can't write a step: \(error)")
        }
    }

    static func damage(line: Int, _ cause: String) -> ProjectError {
        ProjectError(
            .damaged, at: "history/journal.jsonl, line \(line)", "\(cause); nothing was changed",
            cure: """
                draft.json can still be rendered. Repair the line, or begin a new history: rename \
                the folder history, then run explainer new on the project's folder.
                """)
    }
}
