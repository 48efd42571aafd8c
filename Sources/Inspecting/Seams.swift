import Foundation

// Stands in for the readers of Content Credentials and XMP.

extension ContentCredentials {
    /// Reads a manifest store.
    package static func read(jumbf: [UInt8], file: [UInt8]) -> ContentCredentials? { nil }
}

/// What an XMP packet says.
package struct XMPFacts: Hashable, Sendable {
    package var sourceType: String?
    package var credit: String?
    package var creatorTool: String?
    package var provenanceURL: String?
    package var aigc: AIGCLabel?
    package var userComment: String?
    package var description: String?
    package var softwareFields: String?

    package init() {}

    /// Reads a packet.
    package static func read(_ packet: String) -> XMPFacts? { nil }
}
