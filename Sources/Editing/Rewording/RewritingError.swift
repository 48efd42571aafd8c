import Foundation

/// Why a sentence was not put into other words.
package struct RewritingError: Error, Hashable {
    /// What went wrong and what to do, as a sentence.
    package var reason: String

    package init(_ reason: String) { self.reason = reason }
}
