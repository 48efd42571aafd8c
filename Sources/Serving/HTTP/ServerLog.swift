import Foundation

/// What only who runs the server should read.
enum ServerLog {
    static func note(_ text: String) {
        FileHandle.standardError.write(Data("serve: \(text)\n".utf8))
    }
}
