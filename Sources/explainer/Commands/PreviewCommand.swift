import ArgumentParser
import BundledPages
import Foundation
import Serving

struct PreviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: "Shows a draft in the browser: look, play, change it by sentences, export it.",
        discussion: """
            explainer preview draft.json     a draft; it is followed as it is edited
            explainer preview                the project around, or a start page for a new one

            The page shows exactly what a render shows. It is on this machine alone, and only for \
            those who have its whole address. Ctrl-C ends it. docs/preview.md tells the rest.
            """)

    @Argument(
        help: """
            A draft, the folder of a project, or a folder to begin in. (default: the project \
            around, else the current folder)
            """)
    var place: String?

    @Flag(help: "Show it in this terminal, without sound; ? lists the keys.")
    var terminal = false

    @Option(help: "With --terminal: the time or frame that shows first: 3.5s, 105f.")
    var at: TimePoint?

    @Option(help: "The port to listen on; 0 for any free one.")
    var port: UInt16 = 0

    @Flag(help: "Print the address, and open no browser.")
    var noOpen = false

    @Option(help: "The voice of explainers that are made: as make takes it.")
    var voice: String?

    @Option(help: "Chunks encoded at a time in an export. (default: the number of processors)")
    var jobs: Int?

    @OptionGroup var limits: LimitSettings

    func validate() throws {
        _ = try ProjectExplaining.options(voice: voice)
        guard at == nil || terminal else { throw ValidationError("--at goes with --terminal.") }
        if let jobs, !(1...256).contains(jobs) {
            throw ValidationError("--jobs is a number from 1 to 256.")
        }
    }

    func run() async throws {
        if terminal {
            let place = try PreviewPlace(place)
            guard let draft = place.draft else {
                throw ValidationError("There is no draft in \(place.name) to show.")
            }
            return try await TerminalPreview(
                DraftArguments(draft: DraftChoice.shortName(draft.path)), at: at
            ).run()
        }
        let settings = PreviewStudio.Settings(
            voice: voice, jobs: jobs ?? min(ProcessInfo.processInfo.activeProcessorCount, 256))
        let place = try PreviewPlace(place)
        let pages = PreviewPages(in: try BundledPages.folder())
        let studio = try PreviewStudio(place, settings)
        try await PreviewRun(
            studio: studio, pages: pages, port: port, opensBrowser: !noOpen, name: place.name
        ).run()
    }
}
