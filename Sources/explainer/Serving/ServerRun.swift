import Foundation
import Serving

/// A server of the video API from its start to the signal that ends it.
struct ServerRun {
    let configuration: ServerConfiguration
    let workshop: EngineWorkshop

    /// What is said below the address.
    let hello: [String]

    func run() async throws {
        let store: ServerStore
        do {
            store = try ServerStore(folder: configuration.dataFolder)
        } catch {
            throw Failure("error: \(error)", .failed)
        }
        let server = VideoAPIServer(
            configuration: configuration, store: store, workshop: workshop)
        try await ServerLife(port: configuration.port).run { [hello] in
            try await server.run { address in
                Console.print("the video API is at \(address.absoluteString)")
                Console.print("for clients: NEMO_API_URL=\(address.absoluteString)")
                hello.forEach(Console.print)
            }
        }
    }
}
