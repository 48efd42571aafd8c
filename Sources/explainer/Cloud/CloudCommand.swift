import ArgumentParser

struct CloudCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cloud",
        abstract: "Uses a video service over the network: uploads, says what to change, exports.",
        discussion: """
            NEMO_API_URL names the service, NEMO_TOKEN a token, NEMO_CLIENT_ID who asks, \
            SKILL_SOURCE the platform. What the service gives is kept in \
            ~/.config/explainer/cloud.json, for its owner alone.

            Exit code 4: the service can't be reached, or refuses.
            """,
        subcommands: [
            CloudLoginCommand.self, CloudSessionCommand.self, CloudUploadCommand.self,
            CloudSayCommand.self, CloudStateCommand.self, CloudCreditsCommand.self,
            CloudExportCommand.self, CloudCancelCommand.self,
        ])
}
