import Editing
import Foundation
import Planning

extension Project {
    /// Runs `body` under the lock, and tells people what they wait for and what they did by hand.
    func changing<Value>(_ body: (inout ProjectSession) throws -> Value) throws -> Value {
        try withLock(onWait: {
            Console.error("waiting for another explainer in this folder…")
        }) { session in
            if let step = session.handStep {
                Console.error(
                    "notice: draft.json was changed by hand; that is step \(step.number) now, and "
                        + "can be undone")
            }
            return try body(&session)
        }
    }

    /// Prints the timeline of the draft in `bytes`; what is wrong with it where it has none.
    func showTimeline(_ bytes: [UInt8]) {
        do {
            Console.print(TimelineSummary(try Draft(parsing: bytes)).forConsole)
        } catch {
            Console.error("notice: this draft can't be read: " + error.message(file: "draft.json"))
        }
    }
}

extension TimelineSummary {
    /// Lines on a terminal, one line elsewhere.
    var forConsole: String { Console.isOutputTerminal ? lines.joined(separator: "\n") : line }
}
