import ArgumentParser
import VideoAPI

struct CloudLoginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "login", abstract: "Gets a token where there is none, and says if it is valid."
    )

    func run() async throws {
        try await CloudAccess.run { client in
            let balance = try await client.credits()
            let credentials = await client.credentials
            let user =
                credentials.isGivenToken
                ? "with the token of NEMO_TOKEN"
                : "as \(credentials.userID.isEmpty ? "an anonymous user" : credentials.userID)"
            Console.print(
                ReportText.printable("signed in \(user), \(balance.available) credits available"))
        }
    }
}

struct CloudSessionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "session", abstract: "Begins a new session, whose timeline is empty.")

    func run() async throws {
        try await CloudAccess.run { client in
            let grant = try await client.session()
            Console.print(
                ReportText.printable("session \(grant.sessionID): its timeline is empty"))
        }
    }
}

struct CloudCreditsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "credits", abstract: "Says how many credits are left.")

    func run() async throws {
        try await CloudAccess.run { client in
            let balance = try await client.credits()
            Console.print(
                "\(balance.available) credits available, \(balance.frozen) reserved by running work, "
                    + "\(balance.total) in all")
            if balance.available < 10 {
                Console.error("few credits are left; an export costs none")
            }
        }
    }
}
