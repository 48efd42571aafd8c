import BundledMusic
import Foundation

extension MusicLoop {
    /// Copies the loop's file into `folder` under its own name, so that a draft there can be moved
    /// and kept.
    ///
    /// - Returns: the copy, which takes the place of another file of that name.
    func copy(into folder: URL) throws -> URL {
        let file: URL
        do {
            file = try self.file()
        } catch {
            throw Failure("error: \(error)", .failed)
        }
        let copy = folder.appending(path: file.lastPathComponent)
        let manager = FileManager.default
        do {
            try manager.createDirectory(at: folder, withIntermediateDirectories: true)
            if !manager.contentsEqual(atPath: file.path, andPath: copy.path) {
                try Data(contentsOf: file).write(to: copy, options: .atomic)
            }
        } catch {
            throw Failure("\(copy.path): can't write: \(error.localizedDescription)", .failed)
        }
        return copy
    }
}
