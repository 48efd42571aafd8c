import Foundation
import Planning

/// How the main pictures moved, and what merely went along with them.
struct PictureShifts {
    /// The old pictures that stay, with where they were and where they begin now.
    private let kept: [(time: Range<Int>, start: Int)]
    private let hasMoved: Bool
    private let implied: Set<String>

    init(old: [Item], new: [Item]) {
        kept = old.compactMap { item in
            guard let twin = new.first(where: { $0.key == item.key }) else { return nil }
            return (item.start..<max(item.start, item.end ?? .max), twin.start)
        }
        hasMoved = kept.contains { $0.time.lowerBound != $0.start }
        implied = Self.touching(old).intersection(Self.touching(new))
    }

    /// Those that begin where the one before them ends, so that their start says nothing of its own.
    private static func touching(_ pictures: [Item]) -> Set<String> {
        var end: Int? = 0
        var keys: Set<String> = []
        for picture in pictures {
            if picture.start == end { keys.insert(picture.key) }
            end = picture.end
        }
        return keys
    }

    /// Whether a main picture's start follows from the ones before it, then and now.
    func isImplied(_ pair: ItemPair) -> Bool { implied.contains(pair.old.key) }

    /// Whether a item only moved along with the picture that it begins over.
    func carries(_ pair: ItemPair) -> Bool {
        guard hasMoved, let kind = pair.new.kind, kind != .picture, pair.old.kind != .picture,
            pair.old.start != pair.new.start,
            pair.old.length == pair.new.length,
            let picture = kept.first(where: { $0.time.contains(pair.old.start) })
        else { return false }
        return pair.new.start - pair.old.start == picture.start - picture.time.lowerBound
    }
}
