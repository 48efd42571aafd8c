import ArgumentParser
import Comparing
import Foundation
import Media

struct CertifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certify",
        abstract: "Measures on a finished video what a good export promises.",
        discussion: """
            explainer certify film.mp4 --draft draft.json

            Each promise is kept, broken, or does not apply, with what was measured and the bar. \
            Exit code 1 means that one is broken.
            """)

    @Argument(help: "The video.")
    var file: String

    @Option(help: "The draft that it was rendered from, to count its frames and compare sizes.")
    var draft: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    @OptionGroup var limits: LimitSettings

    func run() async throws {
        let expected = try draft.map(Self.expected)
        let path = URL(filePath: file).absoluteURL.path
        let certificate: Certificate
        do {
            certificate = try await Interruption.stopping {
                try Certificate.of(path, expected: expected)
            }
        } catch let error as MediaError {
            throw Failure("\(file): \(error.reason)", .input)
        }
        try CertificateReport(certificate, name: file).print(json: json)
    }

    private static func expected(_ draft: String) throws -> Certificate.Expected {
        let input = DraftArguments(draft: DraftChoice.draft(in: draft))
        let (plan, _) = try input.plan(input.read())
        return Certificate.Expected(plan, hasSound: true)
    }
}
