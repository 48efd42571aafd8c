import Editing

/// The uploads of a session as material of its draft.
struct SessionMaterial: EditMaterial {
    let files: [String]
    private let durations: [String: Int]

    init(_ uploads: [StoredUpload]) {
        files = uploads.map(\.source)
        durations = Dictionary(
            uploads.compactMap { upload in
                upload.facts.duration.map { (upload.source, Int(($0 * 1000).rounded())) }
            }
        ) { first, _ in first }
    }

    func milliseconds(of source: String) -> Int? { durations[source] }
}
