import Foundation

/// The draft beside a video: written anew each time, but never over what a person has changed.
struct KeptDraft {
    private let places: MakePlaces

    init(_ places: MakePlaces) { self.places = places }

    /// What was written last time, to tell whether the draft was edited since.
    private var memory: URL { places.assets.appending(path: "draft-as-made.json") }

    /// Writes `text` as the draft; an edited one is kept under a name of its own.
    func write(_ text: String) throws {
        let manager = FileManager.default
        let data = Data(text.utf8)
        do {
            if let old = manager.contents(atPath: places.draft.path), old != data,
                old != manager.contents(atPath: memory.path)
            {
                let kept = freeName()
                try old.write(to: kept, options: .atomic)
                Console.error(
                    "notice: your draft was changed by hand; it is kept as \(kept.lastPathComponent)"
                )
            }
            try manager.createDirectory(at: places.assets, withIntermediateDirectories: true)
            try data.write(to: places.draft, options: .atomic)
            try data.write(to: memory, options: .atomic)
        } catch {
            throw Failure(
                "\(places.draft.path): can't write: \(error.localizedDescription)", .failed)
        }
    }

    private func freeName() -> URL {
        let names = (1...).lazy.map { places.previousDraft(number: $0) }
        return names.first { !FileManager.default.fileExists(atPath: $0.path) }
            ?? places.previousDraft(number: 0)
    }
}
