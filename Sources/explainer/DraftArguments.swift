import ArgumentParser
import BundledFonts
import Foundation
import Planning
import Typesetting

/// The draft that a command works on, and what may be asked for beside it.
struct DraftArguments: ParsableArguments {
    @OptionGroup var choice: DraftChoice

    @Option(help: "The canvas: 1280x720, or an aspect as 16:9, 9:16, 1:1.")
    var size: CanvasSize?

    @Option(help: "Frames a second: 25, 30, 29.97, or 30000/1001.")
    var fps: FrameRate?

    @Option(
        name: .customLong("on-error"),
        help: ArgumentHelp(
            "What is done about a source that can't be used: fail, placeholder, or skip.",
            discussion: """
                placeholder shows a card with the file's name, or is silent for a sound; skip \
                leaves its segment out. Both say so in a notice.
                """))
    var onError = SourceFailurePolicy.fail

    @OptionGroup var limits: LimitSettings

    init() {}

    /// The draft at `path`, as it is.
    init(draft: String) {
        choice = DraftChoice(draft: draft)
        size = nil
        fps = nil
        onError = .fail
        limits = LimitSettings()
    }

    /// The file's name as it was given, for messages.
    var name: String { choice.name }

    /// The absolute path.
    var url: URL { choice.url }

    /// Reads and checks the draft.
    func read() throws -> Draft {
        let bytes = try DraftFile.bytes(at: url, name: name)
        do {
            return try Draft(parsing: bytes)
        } catch {
            throw Failure(error.message(file: name), .input)
        }
    }

    /// Reads the draft, has it spoken where that is still to be done, and plans it with the bundled
    /// fonts.
    func plan() async throws -> (plan: RenderPlan, fonts: FontLibrary) {
        try await plan(narrated(read()))
    }

    /// Plans `draft` as the one that this file holds.
    func plan(_ draft: Draft) throws -> (plan: RenderPlan, fonts: FontLibrary) {
        let fonts = try Self.fonts()
        // What can't be decoded has to show before the plan is made.
        let inspector = FileInspector(decodesPictures: onError != .fail)
        do {
            return (try planner(fonts, inspector).plan(draft), fonts)
        } catch {
            throw Failure(error.message(file: name), .input)
        }
    }

    /// The planner of this draft, which asks `inspector` about files.
    func planner(_ fonts: FontLibrary, _ inspector: FileInspector) -> Planner {
        Planner(
            folder: url.deletingLastPathComponent().path, inspector: inspector,
            options: .init(
                canvas: size, frameRate: fps, fontFamilies: fonts.families,
                onSourceFailure: onError))
    }

    /// Returns `draft` with the size and the rate that were asked for written into it.
    func applied(to draft: Draft) -> Draft {
        var draft = draft
        if let size {
            (draft.metadata.width, draft.metadata.height) = (size.width, size.height)
        }
        if let fps { draft.metadata.frameRate = fps }
        return draft
    }

    static func fonts() throws -> FontLibrary {
        do {
            return try FontLibrary(files: BundledFonts.files())
        } catch {
            throw Failure("error: \(error)", .failed)
        }
    }

    /// Prints what the plan leaves out or does otherwise.
    func report(_ notices: [Notice]) {
        for notice in notices { Console.error("notice: \(notice.message(file: name))") }
    }
}

/// Reads drafts within their limit.
enum DraftFile {
    static func bytes(at url: URL, name: String) throws -> [UInt8] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
            throw Failure("\(name): there is no such file; check the name", .input)
        }
        guard !isFolder.boolValue else {
            throw Failure(
                "\(name): this is a folder; name the draft inside it", .input)
        }
        do {
            let file = try FileHandle(forReadingFrom: url)
            // One byte more than allowed is enough to see that there are too many.
            let data = try file.read(upToCount: JSONDocument.largestSize + 1) ?? Data()
            return Array(data)
        } catch {
            throw Failure("\(name): can't read the draft: \(error.localizedDescription)", .input)
        }
    }
}

extension SourceFailurePolicy: ExpressibleByArgument {}

extension CanvasSize: ExpressibleByArgument {
    init?(argument: String) { self.init(parsing: argument) }
}

extension FrameRate: ExpressibleByArgument {
    init?(argument: String) { self.init(parsing: argument) }
}
