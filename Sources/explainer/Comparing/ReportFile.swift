import Comparing
import Foundation
import Media

/// Where the page of a comparison is written.
struct ReportFile {
    let name: String
    private let url: URL

    /// - Throws: where no file can be written there.
    init(name: String) throws {
        self.name = name
        url = Self.resolved(name)
        try OutputPlace.check(url.path, "write the report")
    }

    /// Checks that the report takes the place of no input.
    func check(isNoneOf inputs: [String]) throws {
        for input in inputs where Self.resolved(input) == url || Self.isSame(input, url.path) {
            throw Failure("\(name): this file is an input; choose another name", .usage)
        }
    }

    /// Writes the page, whole or not at all; the videos are named relative to it.
    func write(_ input: ReportInput, local: String, cloud: String) throws {
        var input = input
        input.urlA = address(of: local)
        input.urlB = address(of: cloud)
        do {
            try Data(Report.html(input).utf8).write(to: url, options: .atomic)
        } catch {
            throw MediaError(
                "write the report", path: name, reason: error.localizedDescription)
        }
    }

    /// The address of the file at `path` as a link on the page.
    private func address(of path: String) -> String {
        let from = url.deletingLastPathComponent().pathComponents
        let to = Self.resolved(path).pathComponents
        let common = zip(from, to).prefix { $0 == $1 }.count
        let steps = Array(repeating: "..", count: from.count - common) + to[common...]
        // "./" keeps a colon in the first name from being read as a scheme.
        return "./" + steps.map(Self.encoded).joined(separator: "/")
    }

    private static func encoded(_ part: String) -> String {
        var allowed = CharacterSet.alphanumerics
        allowed.insert(charactersIn: "-._~")
        return part.addingPercentEncoding(withAllowedCharacters: allowed) ?? part
    }

    private static func resolved(_ path: String) -> URL {
        URL(filePath: path).absoluteURL.standardizedFileURL.resolvingSymlinksInPath()
    }

    /// Whether both paths lead to one file by another name, as links do.
    private static func isSame(_ one: String, _ other: String) -> Bool {
        var (first, second) = (stat(), stat())
        guard stat(one, &first) == 0, stat(other, &second) == 0 else { return false }
        return first.st_dev == second.st_dev && first.st_ino == second.st_ino
    }
}
