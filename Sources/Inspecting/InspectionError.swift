import Foundation

/// Why nothing could be read from a picture file.
package struct InspectionError: Error, Hashable, Sendable {
    /// As the user named it.
    package var file: String
    package var problem: Problem

    package init(file: String, problem: Problem) {
        self.file = file
        self.problem = problem
    }

    package enum Problem: Error, Hashable, Sendable {
        /// The file is larger than `MetadataBlocks.largestFile`.
        case tooLarge(bytes: Int)
        /// The content is neither PNG nor JPEG nor WebP.
        case unknownFormat
        /// No header with a size was found before the file's end.
        case noSize(format: String)
    }
}

extension InspectionError: CustomStringConvertible {
    package var description: String {
        switch problem {
        case .tooLarge(let bytes):
            "\(file): the file has \(bytes) bytes; at most "
                + "\(MetadataBlocks.largestFile) are read. Use a smaller copy."
        case .unknownFormat:
            "\(file): the content is not a PNG, JPEG or WebP picture. Convert it to one of them."
        case .noSize(let format):
            "\(file): the \(format.uppercased()) header with the picture's size is missing or "
                + "damaged. Use an intact copy."
        }
    }
}
