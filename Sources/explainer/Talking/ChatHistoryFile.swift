import Editing
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#endif

/// What was typed in the chats of a project, for its owner alone.
final class ChatHistoryFile {
    private let path: String

    /// Whether it was said that it can't be written.
    private var isSaid = false

    init(_ project: Project) {
        path = project.folder.appending(path: "history/chat.txt").path
    }

    /// The lines, the oldest first; none where there is no such file.
    func read() -> [String] {
        guard let data = FileManager.default.contents(atPath: path) else { return [] }
        return String(decoding: data, as: UTF8.self)
            .split(whereSeparator: \.isNewline).map { ReportText.printable(String($0)) }
    }

    /// Keeps `lines` instead of those that are there.
    func write(_ lines: [String]) {
        let text = lines.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") + "\n" }
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0, fchmod(file, 0o600) == 0 else { return say(errno) }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: Data(text.joined().utf8))
        } catch {
            say(errno)
        }
    }

    private func say(_ number: Int32) {
        guard !isSaid else { return }
        isSaid = true
        Console.error(
            "notice: what you type is not kept: \(path): \(String(cString: strerror(number)))")
    }
}
