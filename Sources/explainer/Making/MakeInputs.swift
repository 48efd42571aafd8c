import Foundation

/// What stands on the command line of `make`: files that exist are pictures, the rest is the
/// sentence.
struct MakeInputs: Hashable {
    /// At least one, as they were given.
    var pictures: [String]

    /// What is asked for, or the text to speak; may be empty.
    var sentence: String

    init(pictures: [String], sentence: String) {
        self.pictures = pictures
        self.sentence = sentence
    }

    init(_ arguments: [String]) throws {
        var (pictures, words): ([String], [String]) = ([], [])
        for argument in arguments {
            if FileManager.default.fileExists(atPath: argument) {
                pictures.append(argument)
            } else if Self.looksLikeFile(argument) {
                throw Failure("\(argument): there is no such file; check the name", .input)
            } else {
                words.append(argument)
            }
        }
        guard !pictures.isEmpty else {
            throw Failure(
                "make needs a picture: explainer make PICTURE \"explain what an AI image is\"",
                .usage)
        }
        self.pictures = pictures
        sentence = words.joined(separator: " ").trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static let extensions: Set<String> = [
        "png", "jpg", "jpeg", "webp", "gif", "bmp", "tif", "tiff", "heic", "avif",
    ]

    /// A word with a picture's ending was meant as a file.
    private static func looksLikeFile(_ argument: String) -> Bool {
        let ending = argument.split(separator: ".").last.map { $0.lowercased() } ?? ""
        return !argument.contains(" ") && argument.contains(".") && extensions.contains(ending)
    }
}
