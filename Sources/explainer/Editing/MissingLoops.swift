import BundledMusic
import Editing
import Foundation
import Planning

/// The bundled music that a draft plays and its project does not have yet.
struct MissingLoops {
    private let loops: [MusicLoop]
    private let assets: URL

    init(of draft: Draft, in project: Project) { self.init(of: draft, in: project.assets) }

    init(of draft: Draft, in assets: URL) {
        let sources = Set(draft.tracks.flatMap(\.segments).compactMap(\.source))
        self.assets = assets
        loops = MusicLoop.allCases.filter { loop in
            let name = "\(loop.rawValue).ogg"
            let file = assets.appending(path: name).path
            return sources.contains("assets/\(name)")
                && !FileManager.default.fileExists(atPath: file)
        }
    }

    /// Copies them into the assets.
    func bring() throws {
        for loop in loops { _ = try loop.copy(into: assets) }
    }

    /// Copies them into the assets while `body` makes use of them; where that fails, they
    /// are taken away again.
    func supplied<Value>(_ body: () throws -> Value) throws -> Value {
        var copies: [URL] = []
        do {
            for loop in loops { copies.append(try loop.copy(into: assets)) }
            return try body()
        } catch {
            for copy in copies { unlink(copy.path) }
            throw error
        }
    }
}
