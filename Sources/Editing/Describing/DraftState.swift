import Foundation
import Planning

/// What a draft has and lacks, as far as it decides what could be said next.
struct DraftState {
    let draft: Draft
    let items: Items

    init(_ draft: Draft) {
        self.draft = draft
        items = Items(draft)
    }

    func count(_ kind: Reference.Kind) -> Int {
        switch kind {
        case .text: items.all.count { $0.trackKind == .text }
        case .sound: items.all.count { $0.trackKind == .audio } + clips.count
        default: items.of(kind).count
        }
    }

    private var pictures: [Item] { items.of(.picture) }

    /// Main pictures from a file that is no still.
    private var clips: [Item] {
        pictures.filter { $0.segment.source.map { FileNameKind($0) == .film } ?? false }
    }

    private var size: (width: Int, height: Int) {
        (draft.metadata.width ?? 1920, draft.metadata.height ?? 1080)
    }

    var isVertical: Bool { size.height > size.width }
    var hasMovement: Bool { pictures.contains { $0.segment.kenBurns != nil } }

    /// Whether a still of the main track stands still.
    var hasStanding: Bool {
        pictures.contains { item in
            item.segment.kenBurns == nil
                && (item.segment.source.map { FileNameKind($0) != .film } ?? false)
        }
    }

    var hasEffect: Bool { items.all.contains { !$0.segment.effects.isEmpty } }

    /// Whether the music ends at once.
    var musicStops: Bool {
        guard let last = items.of(.music).last else { return false }
        return (last.segment.fadeOut ?? 0) == 0
    }

    /// The file name of a picture that the draft shows.
    var pictureFile: String? {
        pictures.compactMap(\.segment.source).last.map(Self.fileName)
    }

    private static func fileName(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// Whether the draft has what an example needs.
    func meets(_ need: EditExample.Need) -> Bool {
        switch need {
        case .things(let kind, let least): count(kind) >= least
        case .only(let kind): count(kind) == 1
        case .no(let kind): count(kind) == 0
        case .notShape(let width, let height): size.width * height != size.height * width
        case .notSide(let side): min(size.width, size.height) != side
        case .clip: pictures.first.map { clips.contains($0) } ?? false
        case .transition: !draft.transitions.isEmpty
        case .effect: hasEffect
        case .movement: hasMovement
        }
    }
}
