import Foundation
import Planning

/// What an error of the engines says, where it speaks to people, without the places of files.
enum PublicWords {
    /// Returns nil where the error has no words that are meant to be read.
    static func of(_ error: any Error, hiding folder: URL) -> String? {
        switch error {
        case let error as StoreError:
            return error.kind == .system || error.kind == .database ? nil : error.description
        case let error as DraftError:
            return hiding(folder, DraftWords.text(error, of: "the draft"))
        case is CocoaError, is POSIXError, is URLError: return nil
        case let error as any Error & CustomStringConvertible where type(of: error) != NSError.self:
            return hiding(folder, error.description)
        default: return nil
        }
    }

    static func hiding(_ folder: URL, _ text: String) -> String {
        let path = folder.path
        return String(
            text.replacingOccurrences(of: path + "/", with: "")
                .replacingOccurrences(of: path, with: "").prefix(2000))
    }
}
