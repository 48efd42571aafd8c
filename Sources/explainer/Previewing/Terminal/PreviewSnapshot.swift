import Foundation
import Rendering

/// The names of pictures that lie beside a draft.
enum PreviewSnapshot {
    /// Writes `picture` as `draft-105.png`, or `draft-105-2.png` where that is there, and returns
    /// the name.
    static func write(_ picture: RGBPicture, of draft: URL, frame: Int) throws -> String {
        let base = draft.deletingPathExtension().lastPathComponent
        let folder = draft.deletingLastPathComponent()
        var number = 1
        while true {
            let name = number == 1 ? "\(base)-\(frame).png" : "\(base)-\(frame)-\(number).png"
            let path = folder.appending(path: name).path
            number += 1
            guard try claim(path) else { continue }
            do {
                try picture.write(to: path)
            } catch {
                unlink(path)
                throw error
            }
            return name
        }
    }

    /// Takes the name; false where somebody has it.
    ///
    /// A look first and a write later would overwrite what comes in between.
    private static func claim(_ path: String) throws -> Bool {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o666)
        if file >= 0 {
            close(file)
            return true
        }
        if errno == EEXIST { return false }
        throw Failure("\(path): \(String(cString: strerror(errno)).lowercased())", .failed)
    }
}
