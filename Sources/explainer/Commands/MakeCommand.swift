import ArgumentParser
import Explaining
import Foundation

struct MakeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: "Makes a narrated, captioned explainer of a picture.",
        discussion: """
            explainer make robot.png "explain what an AI image is and how it was created"

            Beside the video it writes the draft that it was rendered from, subtitles, a poster, \
            and the sounds. No network is used unless --script-backend asks for it.
            """)

    @Argument(help: "One or more pictures, and what to explain, or the text to speak.")
    var inputs: [String]

    @Option(
        name: [.short, .customLong("out")],
        help: "The video to write; its ending says what. (default: PICTURE-explained.mp4)")
    var output: String?

    @OptionGroup var options: MakeOptions

    @Flag(help: "One video for each picture; a failure does not stop the rest.")
    var batch = false

    @Flag(help: "Print the storyboard and make nothing.")
    var dryRun = false

    func validate() throws {
        guard !batch || output == nil else {
            throw ValidationError("--batch names its own files; leave -o out.")
        }
    }

    func run() async throws {
        let inputs = try MakeInputs(inputs)
        guard batch else {
            let places = try MakePlaces(
                output: output, pictures: inputs.pictures, options.settings)
            return try await make(inputs, at: places)
        }
        try await makeAll(inputs)
    }

    private func make(_ inputs: MakeInputs, at places: MakePlaces) async throws {
        let making = Making(inputs, places, options)
        let isDry = dryRun
        // From here on engines, files and renders are at work that a signal must end tidily.
        Console.print(
            try await Interruption.stopping {
                isDry ? try await making.storyboardText() : try await making.run()
            })
    }

    private func makeAll(_ inputs: MakeInputs) async throws {
        var lines: [String] = []
        var failures = 0
        for picture in inputs.pictures {
            var one = inputs
            one.pictures = [picture]
            do {
                try await make(
                    one, at: MakePlaces(output: nil, pictures: [picture], options.settings))
                lines.append("done    \(picture)")
            } catch let error as CancellationError {
                throw error
            } catch {
                failures += 1
                let message = Failure.words(for: error)
                Console.error(message)
                lines.append("failed  \(picture): \(message)")
            }
        }
        lines.forEach { Console.print($0) }
        guard failures == 0 else {
            throw Failure("\(failures) of \(inputs.pictures.count) failed", .failed)
        }
    }
}
