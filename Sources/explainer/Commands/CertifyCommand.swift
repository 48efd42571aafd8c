import ArgumentParser
import Comparing
import Foundation
import Media
import Planning

struct CertifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certify",
        abstract: "Measures on a finished video what a good export promises.",
        discussion: """
            explainer certify film.mp4 --draft draft.json

            Each promise is kept, broken, or does not apply, with what was measured and the bar. \
            With its draft, the file's frames and sound are laid beside those that the draft gives. \
            Exit codes: 0 all are kept, 1 one is broken, 2 bad usage, 3 the file can't be measured.
            """)

    @Argument(help: "The video.")
    var file: String

    @Option(help: "The draft that it was rendered from.")
    var draft: String?

    @Option(help: "The canvas that it was rendered with, where that is not the draft's: 1280x720.")
    var size: CanvasSize?

    @Option(help: "The frames a second that it was rendered with, where not the draft's.")
    var fps: FrameRate?

    @Flag(help: "Print one JSON object.")
    var json = false

    @OptionGroup var limits: LimitSettings

    func validate() throws {
        guard draft != nil || size == nil && fps == nil else {
            throw ValidationError("--size and --fps say how --draft was rendered; name it too.")
        }
    }

    func run() async throws {
        let path = URL(filePath: file).absoluteURL.path
        let certificate: Certificate
        do {
            // What is wrong with the file is told before the draft is spoken.
            var work = try Certifying(path)
            work.origin = try await origin()
            let certifying = work
            certificate = try await Interruption.stopping { try await certifying.certificate() }
        } catch let error as MediaError {
            let name = error.path.isEmpty || error.path == path ? file : error.path
            throw Failure("\(name): \(error.reason)", .input)
        }
        try CertificateReport(certificate, name: file).print(json: json)
    }

    private func origin() async throws -> Certifying.Origin? {
        guard let draft else { return nil }
        var input = DraftArguments(draft: try DraftChoice.draft(in: draft))
        (input.size, input.fps) = (size, fps)
        let read = try await input.narrated(input.read())
        let (plan, fonts) = try input.plan(read)
        return Certifying.Origin(
            draft: read, plan: plan, fonts: fonts, frames: 0..<plan.frameCount, hasSound: true)
    }
}
