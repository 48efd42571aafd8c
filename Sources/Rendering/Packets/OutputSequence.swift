import Foundation
import Media

/// Numbered files that appear under their names only when all are whole.
///
/// They are written into a hidden folder inside theirs. Files of other names are left alone; so
/// are those of a longer sequence that was there before.
final class OutputSequence: RenderOutput, Sendable {
    let temporaryPath: String
    private let name: SequenceName
    private let numbers: Range<Int>

    var path: String { name.pattern }

    /// Makes the folder where its parent exists.
    ///
    /// - Throws: where the folder can't be made or is not writable, or where a file's place is
    ///   taken by something that is no file.
    init(_ name: SequenceName, count: Int) throws(MediaError) {
        self.name = name
        numbers = SequenceName.firstNumber..<SequenceName.firstNumber + count
        let folder = URL(filePath: name.folder)
        let isNew = !FileManager.default.fileExists(atPath: folder.path)
        if isNew {
            try OutputPlace.check(folder.path, Self.operation)
            try Self.makeFolder(folder.path)
        }
        temporaryPath = folder.appending(path: ".\(UUID().uuidString.prefix(8)).partial").path
        for file in name.files(count: count) { try OutputPlace.check(file, Self.operation) }
        UnfinishedFiles.add(temporaryPath, madeFolder: isNew ? folder.path : "")
        try Self.makeFolder(temporaryPath)
    }

    deinit { UnfinishedFiles.remove(temporaryPath) }

    private static let operation = "write the pictures"

    private static func makeFolder(_ path: String) throws(MediaError) {
        guard mkdir(path, 0o777) == 0 else {
            throw MediaError(
                "make the folder", path: path, reason: String(cString: strerror(errno)))
        }
    }

    /// Where the picture with `number` is written.
    func temporaryPath(of number: Int) -> String {
        "\(temporaryPath)/\(name.name(of: number))"
    }

    func commit() throws(MediaError) {
        for (number, file) in zip(numbers, name.files(count: numbers.count)) {
            guard rename(temporaryPath(of: number), file) == 0 else {
                throw MediaError(
                    "give the finished pictures their names", path: file,
                    reason: String(cString: strerror(errno)))
            }
        }
    }
}
