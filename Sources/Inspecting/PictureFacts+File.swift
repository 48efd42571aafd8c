import Foundation

extension PictureFacts {
    /// Reads all that the picture file at `path` says and shows: its statements, text hidden in
    /// its pixels, and the measures.
    ///
    /// - Throws: an error that names the file, the cause and what to do: the file is missing, a
    ///   folder, too large, or no picture that can be decoded.
    package static func read(path: String) throws -> PictureFacts {
        // First of all, since it is the one that knows what is wrong with files.
        let measures = try PictureMeasurer.measures(ofPictureAt: path)
        var facts = try PictureInspector.facts(of: try bytes(ofFileAt: path), file: path)
        facts.measures = measures
        if let hidden = try StealthText.find(inPictureAt: path) { facts.add(hidden) }
        return facts
    }

    /// Bytes of a file that are read whole.
    private static let largestFile = 256 << 20

    /// One byte more than allowed is enough to see that there are too many.
    private static func bytes(ofFileAt path: String) throws -> [UInt8] {
        let file = try FileHandle(forReadingFrom: URL(filePath: path))
        return Array(try file.read(upToCount: largestFile + 1) ?? Data())
    }

    /// Adds what was hidden in the pixels, also where no generator's form is known in it.
    mutating func add(_ hidden: StealthText) {
        if let found = PictureInspector.declaration(
            ofHidden: hidden.text, carrier: hidden.carrier)
        {
            add(found)
        } else {
            carriers.append(hidden.carrier)
            if verdict == .nothingEmbedded { verdict = .noGenerationData }
        }
    }
}
