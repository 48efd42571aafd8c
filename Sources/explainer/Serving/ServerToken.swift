import Foundation

/// The token of the local user, which a file of the data folder keeps.
struct ServerToken {
    private let file: URL

    init(in folder: URL) { file = folder.appending(path: "token") }

    var path: String { file.path }

    /// What the file holds; empty where there is none.
    var known: String {
        let data = FileManager.default.contents(atPath: path) ?? Data()
        return String(decoding: data, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Returns the token; makes one the first time, in a file that only the user can read.
    func value() throws -> String {
        let known = known
        guard known.isEmpty else { return known }
        let token = Self.fresh()
        unlink(path)
        let handle = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard handle >= 0 else {
            throw Failure("\(path): can't write: \(String(cString: strerror(errno)))", .failed)
        }
        let output = FileHandle(fileDescriptor: handle, closeOnDealloc: true)
        do {
            try output.write(contentsOf: Data((token + "\n").utf8))
        } catch {
            throw Failure("\(path): can't write: \(error.localizedDescription)", .failed)
        }
        return token
    }

    /// 40 characters of the system's random numbers.
    private static func fresh() -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
        var generator = SystemRandomNumberGenerator()
        let word = (0..<40).compactMap { _ in letters.randomElement(using: &generator) }
        return "nmv_usr_" + String(word)
    }
}
