import ArgumentParser
import Speaking

struct VoicesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "voices",
        abstract: "Lists the voices that work on this machine, and how to get the others.")

    func run() {
        let catalog = VoiceCatalog.here()
        for entry in catalog.entries {
            let state = entry.isReady ? "ready  " : "missing"
            Console.print("\(state)  \(entry.name)")
            Console.print("         \(entry.engine): \(entry.languages); \(entry.remark)")
        }
        for choice in catalog.defaults {
            Console.print("--voice auto takes for \(choice.language): \(choice.voice)")
        }
    }
}
