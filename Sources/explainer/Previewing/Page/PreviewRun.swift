import Foundation
import Serving

/// A preview from its start to the signal that ends it.
struct PreviewRun {
    let studio: PreviewStudio
    let pages: PreviewPages
    let port: UInt16
    let opensBrowser: Bool
    let name: String

    func run() async throws {
        let key = PageKey()
        let server = PreviewServer(port: port, engine: studio, pages: pages, key: key)
        try await ServerLife(port: port).run { [studio, name, opensBrowser] in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    try await server.run { address in
                        let page = key.address(at: address)
                        Console.print("\(name): \(page)")
                        if opensBrowser { BrowserOpening.open(page) }
                    }
                }
                group.addTask { try await studio.watch() }
                try await group.next()
                group.cancelAll()
            }
        }
    }
}
