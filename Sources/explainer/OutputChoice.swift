import ArgumentParser
import Foundation
import Media
import Rendering

/// What a render writes and under which name, by the output's ending and `--format`.
struct OutputChoice {
    let format: OutputFormat

    /// A file, or for a sequence a pattern such as `frames/%04d.png` or a folder.
    let name: String

    /// Whether `name` is the folder of a sequence.
    let isFolder: Bool

    /// Takes the name and the format that were asked for; a name that is missing is made of `base`,
    /// one without an ending is an MP4's.
    ///
    /// - Throws: a usage error where they contradict each other or fit no format.
    init(_ output: String?, _ asked: OutputFormat?, base: String) throws(ValidationError) {
        guard let output else {
            format = asked ?? .mp4
            isFolder = format.isSequence
            name = isFolder ? "\(base)-frames" : "\(base).\(format.ending)"
            return
        }
        let meant = try Self.format(of: output)
        if let asked, let meant, asked != meant {
            throw ValidationError(
                "-o \(output) is \(meant.title) by its ending, --format says \(asked.rawValue): "
                    + "leave one out.")
        }
        format =
            if let known = asked ?? meant { known } else { try Self.formatWithoutEnding(output) }
        name = output
        isFolder = format.isSequence && meant == nil && SequenceName(pattern: output) == nil
        try checkNumber()
    }

    /// All formats, for messages.
    static var list: String { OutputFormat.allCases.map(\.rawValue).joined(separator: ", ") }

    /// The format that the ending of a name stands for; nil where it stands for none.
    private static func format(of output: String) throws(ValidationError) -> OutputFormat? {
        output.hasSuffix("/") ? nil : OutputFormat(name: URL(filePath: output).pathExtension)
    }

    /// A name without an ending is a video's, as long as it is no folder's.
    private static func formatWithoutEnding(
        _ output: String
    ) throws(ValidationError) -> OutputFormat {
        let ending = URL(filePath: output).pathExtension
        guard ending.isEmpty else {
            throw ValidationError(
                "-o \(output): no format has the ending .\(ending). Formats are \(list); "
                    + "--format names one whatever the file is called.")
        }
        guard !output.hasSuffix("/") else {
            throw ValidationError(
                "-o \(output): a folder holds a sequence of pictures; "
                    + "say --format png or --format jpg.")
        }
        return .mp4
    }

    private func checkNumber() throws(ValidationError) {
        guard format.isSequence, !isFolder, SequenceName(pattern: name) == nil else { return }
        throw ValidationError(
            "-o \(name): a sequence needs one place for its number, as frames/%04d."
                + "\(format.ending), or a folder with --format \(format.rawValue). "
                + "For one picture use the command frame.")
    }

    /// Checks that `quality` is one that the format can have.
    func check(_ quality: VideoQuality) throws(ValidationError) {
        guard quality != .lossless || format.canBeLossless else {
            throw ValidationError("\(format.title) is never lossless; choose another --quality.")
        }
    }
}

extension OutputFormat: ExpressibleByArgument {
    package init?(argument: String) { self.init(name: argument) }

    package static var allValueStrings: [String] { allCases.map(\.rawValue) }
}
