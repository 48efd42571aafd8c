import ArgumentParser
import Editing
import Foundation
import Media

/// Where the files of one explainer go: the video, and beside it all that it was made of.
struct MakePlaces {
    let video: URL

    let format: OutputFormat

    /// Holds the voice and the music.
    let assets: URL

    /// The draft of `project` and its assets; the video is never written.
    init(_ project: Project) {
        video = project.draft.deletingPathExtension().appendingPathExtension("mp4")
        format = .mp4
        assets = project.assets
    }

    /// The draft.json of `folder`, an absolute path, and its assets; the video is never written.
    init(folder: String) {
        let folder = URL(filePath: folder, directoryHint: .isDirectory)
        video = folder.appending(path: "draft.mp4")
        format = .mp4
        assets = folder.appending(path: "assets")
    }

    /// - Throws: where an output would take the place of a picture that is read, and for formats
    ///   that are no single file.
    init(output: String?, pictures: [String], _ settings: RenderSettings) throws {
        let choice = try settings.choice(output, base: Self.defaultName(pictures[0]))
        format = choice.format
        let name = choice.name
        guard !format.isSequence else {
            throw ValidationError(
                "make writes one file; for a sequence of pictures render the draft that it keeps.")
        }
        let url = URL(filePath: name).absoluteURL.standardizedFileURL
        video = url.pathExtension.isEmpty ? url.appendingPathExtension(format.ending) : url
        assets = video.deletingPathExtension().appendingPathExtension("assets")
        var isFolder: ObjCBool = false
        let manager = FileManager.default
        if manager.fileExists(atPath: url.path, isDirectory: &isFolder), isFolder.boolValue {
            throw Failure("\(name): this is a folder; name the video in it", .usage)
        }
        guard manager.isWritableFile(atPath: folder.path) else {
            throw Failure(
                "\(folder.path): can't write into this folder; choose another place with -o",
                .failed)
        }
        let inputs = Set(pictures.map(Self.resolved))
        for output in [video, draft, subtitles, webSubtitles, poster]
        where inputs.contains(Self.resolved(output.path)) {
            throw Failure(
                "\(output.lastPathComponent): this file is an input; choose another name with -o",
                .usage)
        }
    }

    var draft: URL { beside("json") }
    /// Where a draft is kept that a person has changed.
    func previousDraft(number: Int) -> URL {
        beside(number < 2 ? "previous.json" : "previous-\(number).json")
    }
    var subtitles: URL { beside("srt") }
    var webSubtitles: URL { beside("vtt") }
    var poster: URL { beside("poster.png") }

    var folder: URL { video.deletingLastPathComponent() }

    /// The path as the draft names it: relative where it lies in the draft's folder.
    func source(_ path: String) -> String {
        let path = URL(filePath: path).absoluteURL.standardizedFileURL.path
        let root = folder.path.hasSuffix("/") ? folder.path : folder.path + "/"
        return path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
    }

    private func beside(_ ending: String) -> URL {
        video.deletingPathExtension().appendingPathExtension(ending)
    }

    private static func defaultName(_ picture: String) -> String {
        URL(filePath: picture).deletingPathExtension().lastPathComponent + "-explained"
    }

    private static func resolved(_ path: String) -> String {
        URL(filePath: path).absoluteURL.standardizedFileURL.resolvingSymlinksInPath().path
    }
}
