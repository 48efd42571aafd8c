import ArgumentParser
import Foundation
import Serving

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Answers the video API on this machine, with the engines of this program.",
        discussion: """
            A client reaches it by its base address: NEMO_API_URL=http://127.0.0.1:8787. It listens \
            on 127.0.0.1 alone. Sessions, uploads and renders are kept in the data folder; what was \
            being rendered when the server ended is rendered when it starts again. docs/serve.md \
            tells the rest.
            """)

    @Option(help: "The port to listen on; 0 for any free one.")
    var port: UInt16 = 8787

    @Option(
        help: ArgumentHelp(
            "The folder that keeps sessions, files and renders. (default: \(DataFolder.words))",
            valueName: "dir"))
    var data: String?

    @Option(help: "The largest upload, in megabytes of 1 000 000 bytes.")
    var maxUpload = 200

    @Option(help: "The token of the local user. (default: one that the data folder keeps)")
    var token: String?

    @Flag(help: "Show the token that the data folder keeps.")
    var printToken = false

    @Flag(help: "Take a request without a token as one of the local user.")
    var anonymous = false

    @Flag(help: "Keep the rules of the hosted service: attribution, credits, one token a week.")
    var strict = false

    @Flag(
        help: """
            Load files from addresses of the internet where a client asks for that: never from this \
            machine or its network.
            """)
    var allowNetwork = false

    @Option(
        help: ArgumentHelp(
            "Errors to answer by chance, as 1001:0.1,429:0.05, so that clients can be tested.",
            valueName: "faults"))
    var fail: String?

    @Option(help: "Chunks encoded at a time. (default: the number of processors)")
    var jobs: Int?

    @Option(help: "The voice of explainers that are made: as make takes it.")
    var voice: String?

    @OptionGroup var limits: LimitSettings

    func validate() throws {
        _ = try ProjectExplaining.options(voice: voice)
        _ = try faults()
        if token != nil, anonymous {
            throw ValidationError("Give --token or --anonymous, not both.")
        }
        if let token, token.isEmpty || !token.allSatisfy({ $0.isASCII && $0 > " " }) {
            throw ValidationError("--token is one word of letters, digits and signs.")
        }
        guard (1...100_000).contains(maxUpload) else {
            throw ValidationError("--max-upload is a number of megabytes from 1 to 100000.")
        }
        if let jobs, !(1...256).contains(jobs) {
            throw ValidationError("--jobs is a number from 1 to 256.")
        }
    }

    func run() async throws {
        let folder = try DataFolder.make(data)
        var configuration = ServerConfiguration(dataFolder: folder)
        configuration.port = port
        configuration.maxUpload = maxUpload * 1_000_000
        configuration.allowsAnonymous = anonymous
        configuration.token = try anonymous ? nil : token ?? ServerToken(in: folder).value()
        configuration.strict = strict
        configuration.allowsNetwork = allowNetwork
        configuration.faults = try faults()
        try await ServerRun(
            configuration: configuration, workshop: workshop, hello: hello(folder)
        ).run()
    }

    private var workshop: EngineWorkshop {
        EngineWorkshop(
            voice: voice,
            jobs: jobs ?? min(ProcessInfo.processInfo.activeProcessorCount, 256))
    }

    private func faults() throws -> FaultPlan {
        do {
            return try FaultPlan(parsing: fail ?? "")
        } catch {
            throw ValidationError("--fail: \(error.message).")
        }
    }

    /// What is said below the address.
    private func hello(_ folder: URL) -> [String] {
        let file = ServerToken(in: folder)
        let tokenLine =
            anonymous
            ? "token: none is needed (--anonymous)"
            : token != nil
                ? "token: that of --token"
                : printToken ? "token: \(file.known)" : "token: in \(file.path), for you alone"
        return [tokenLine, "data: \(folder.path)"]
    }
}
