import ArgumentParser
import BundledMusic
import Explaining
import Foundation
import Media
import Planning
import Speaking

/// What may be asked for when an explainer is made.
struct MakeOptions: ParsableArguments {
    @Option(help: "A text file to speak as it is; - reads standard input.")
    var script: String?

    @Option(help: "students, beginners, or creators.")
    var audience = Audience.beginners

    @Option(help: "en or zh. (default: that of the sentence)")
    var language: String?

    @Option(help: "The length to reach: 30, 45s, 1:30. (default: as long as it takes)")
    var duration: TimePoint?

    @Option(help: "Chooses among wordings; the same seed gives the same words.")
    var seed: UInt64 = 0

    @Option(help: "dusk, clean, paper, bold, classroom, or studio.")
    var theme = Theme.dusk

    @Option(help: "The canvas: 1280x720, or an aspect as 16:9, 9:16, 1:1. (default: 16:9)")
    var size: CanvasSize?

    @Option(help: "Frames a second: 25, 30, 29.97, or 30000/1001.")
    var fps: FrameRate?

    @OptionGroup var settings: RenderSettings

    @OptionGroup var limits: LimitSettings

    @Option(
        help: "auto, none, espeak, espeak:VARIANT, hibari, or piper:MODEL.onnx.",
        transform: Self.voiceChoice)
    var voice: VoiceChoice?

    @Option(help: "A command that turns text into a WAV file, with {text} and {out}.")
    var voiceCommand: String?

    @Option(help: "A recording of the whole text.")
    var voiceFile: String?

    @Option(help: "none, lo-fi, ambient, upbeat, calm-piano, or a file. (default: by theme)")
    var music: String?

    @Option(help: "How loud the music is. (default: 35%)")
    var musicVolume: Percentage?

    @Option(help: "Who writes the script: local, openai (any such endpoint), or nemo.")
    var scriptBackend = "local"

    @Option(help: "The endpoint of --script-backend openai: http://localhost:11434/v1")
    var scriptURL: String?

    @Option(help: "The model of --script-backend openai.")
    var scriptModel: String?

    func validate() throws {
        if let milliseconds, !(1000...3_600_000).contains(milliseconds) {
            throw ValidationError("--duration is a time from a second to an hour.")
        }
        if [voice != nil, voiceCommand != nil, voiceFile != nil].count(where: { $0 }) > 1 {
            throw ValidationError("Give one of --voice, --voice-command and --voice-file.")
        }
    }

    /// Reads a voice, so that a wrong one is refused with its reason.
    private static func voiceChoice(_ text: String) throws -> VoiceChoice {
        do {
            return try VoiceChoice(text)
        } catch {
            throw ValidationError(error.reason)
        }
    }

    /// The length to reach.
    var milliseconds: Int? { duration?.milliseconds }
}

extension MakeOptions {
    /// Opens the sounds that were named, before any work is done for nothing.
    func check() throws {
        let named = [("--music", music), ("--voice-file", voiceFile)]
        for (option, name) in named {
            guard let name, option != "--music" || !Self.isLoop(name) else { continue }
            do {
                _ = try SoundInfo.read(path: name)
            } catch {
                let cure =
                    option == "--music"
                    ? "; the loops are \(MusicLoop.allCases.map(\.rawValue).joined(separator: ", "))"
                    : ""
                throw Failure("\(option): \(error)\(cure)", .input)
            }
        }
    }

    private static func isLoop(_ name: String) -> Bool {
        name == "none" || MusicLoop(rawValue: name) != nil
    }

    /// The user's own text, nil where `--script` was not given.
    func ownText() throws -> String? {
        guard let script else { return nil }
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: script, isDirectory: &isFolder)
        guard script == "-" || exists, !isFolder.boolValue else {
            throw Failure(
                "\(script): there is no such text file; check the name, or use - for standard input",
                .input)
        }
        let data: Data
        do {
            data =
                script == "-"
                ? try FileHandle.standardInput.read(upToCount: Self.longestText + 1) ?? Data()
                : try FileHandle(forReadingFrom: URL(filePath: script))
                    .read(upToCount: Self.longestText + 1) ?? Data()
        } catch {
            throw Failure("\(script): can't read the script: \(error.localizedDescription)", .input)
        }
        guard data.count <= Self.longestText else {
            throw Failure("\(script): a script of more than 1 MB is no script", .input)
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw Failure("\(script): this is not UTF-8 text; save it as UTF-8", .input)
        }
        return text
    }

    private static let longestText = 1_000_000

    func backend() throws -> ScriptBackend {
        switch scriptBackend {
        case "local": return .local
        case "nemo": return .nemo
        case "openai":
            guard let model = scriptModel, !model.isEmpty,
                let url = scriptURL.flatMap(URL.init(string:))
            else {
                throw Failure(
                    "--script-backend openai needs --script-url, as http://localhost:11434/v1, "
                        + "and --script-model", .usage)
            }
            return .openai(url: url, model: model)
        default:
            throw Failure("--script-backend is local, openai, or nemo", .usage)
        }
    }

    /// The voices to try for `language`, in order.
    func voices(for language: String) throws -> [any Voice] {
        do {
            if let voiceCommand {
                let words = try CommandWords.split(voiceCommand)
                return VoiceChoice.command(words).voices(for: language)
            }
            if let voiceFile {
                return VoiceChoice.recording(path: voiceFile).voices(for: language)
            }
            return (voice ?? .automatic).voices(for: language)
        } catch {
            throw Failure("\(error.engine): \(error.reason)", .usage)
        }
    }
}

extension Audience: ExpressibleByArgument {}

extension Theme: ExpressibleByArgument {
    package init?(argument: String) {
        guard let theme = Theme.named(argument) else { return nil }
        self = theme
    }

    package var defaultValueDescription: String { name }
}

/// A share as people write it: `35%`, or `0.35`.
struct Percentage: ExpressibleByArgument, Hashable {
    /// 0...2.
    let fraction: Double

    init?(argument: String) {
        let isPercent = argument.hasSuffix("%")
        guard let number = Double(isPercent ? String(argument.dropLast()) : argument) else {
            return nil
        }
        let fraction = isPercent || number > 2 ? number / 100 : number
        guard (0...2).contains(fraction) else { return nil }
        self.fraction = fraction
    }
}
