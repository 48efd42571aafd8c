import ArgumentParser
import VideoAPI

struct CloudSayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "say", abstract: "Says what to make or change, and shows what was done.")

    @Argument(help: "The sentence.")
    var sentence: String

    func validate() throws {
        guard sentence.contains(where: { !$0.isWhitespace }) else {
            throw ValidationError("Say what to make or change.")
        }
    }

    func run() async throws {
        try await CloudAccess.run { [sentence] client in
            for try await event in client.say(sentence) { Self.show(event) }
            // A stream that is read by cancelled work ends as if it were whole.
            try Task.checkCancellation()
        }
    }

    private static func show(_ event: SayEvent) {
        switch event {
        case .agent: break
        case .reply(let words): print(words)
        case .stillWorking(let minutes): Console.error("still working (\(minutes) minutes)")
        case .looking(let count):
            Console.error("the connection broke: looking at the timeline (\(count) of 5)")
        case .changed(let change): for line in change.lines { print(line) }
        case .unchanged: print("The agent said nothing, and the timeline is as it was.")
        }
    }

    private static func print(_ words: String) { Console.print(ReportText.printable(words)) }
}
