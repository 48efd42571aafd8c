import Foundation
import VideoAPI

/// Decides whether an upload is what its name says, by its content.
enum UploadCheck {
    typealias Kinds = Set<ExaminedFile.Kind>

    /// What a file with an ending may hold: some containers hold more than one kind.
    private static let kinds: [String: Kinds] = [
        "mp4": [.video, .audio], "mov": [.video, .audio], "avi": [.video],
        "webm": [.video, .audio], "mkv": [.video, .audio],
        "jpg": [.image], "jpeg": [.image], "png": [.image], "gif": [.image, .video],
        "webp": [.image, .video], "heic": [.image], "heif": [.image],
        "mp3": [.audio], "wav": [.audio], "m4a": [.audio], "aac": [.audio], "ogg": [.audio],
        "flac": [.audio],
    ]

    private static let known =
        "video mp4 mov avi webm mkv; image jpg png gif webp heic; audio mp3 wav m4a aac ogg flac"

    /// - Throws: `fileType` where the ending is none that is taken, or the content is another kind.
    static func facts(
        of file: UploadIntake.File, _ workshop: any Workshop, hiding folder: URL
    ) throws(APIFailure) -> ExaminedFile {
        let ending = (file.name as NSString).pathExtension.lowercased()
        guard let allowed = kinds[ending] else {
            throw APIFailure(.fileType, "files of this kind are not taken; these are: \(known)")
        }
        let facts: ExaminedFile
        do {
            facts = try workshop.examine(file.place.path)
        } catch {
            let words = PublicWords.of(error, hiding: folder).map { ": " + $0 } ?? ""
            throw APIFailure(.fileType, "the file can't be used\(words)")
        }
        guard allowed.contains(facts.kind), fits(file.claimed, facts.kind, allowed) else {
            throw APIFailure(
                .fileType,
                "the file is named or sent as another kind than its content: "
                    + "it holds \(facts.kind.rawValue)")
        }
        return facts
    }

    /// A claim of another family than the ending's is a lie; none, or a general one, is not.
    private static func fits(
        _ claimed: String?, _ kind: ExaminedFile.Kind, _ allowed: Kinds
    ) -> Bool {
        let family = claimed?.lowercased().split(separator: "/").first.map(String.init)
        guard let family, let claim = ExaminedFile.Kind(rawValue: family) else { return true }
        return claim == kind || allowed.contains(claim)
    }
}
