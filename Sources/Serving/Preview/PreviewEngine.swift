package import Foundation

/// What a preview page is shown and has done, by the engines of the program that serves it.
package protocol PreviewEngine: Sendable {
    func project() async throws -> PreviewProject

    /// Returns the timeline for a shape of the canvas: the last good one where the draft can't be
    /// read now, with what is wrong with it.
    func plan(_ aspect: PreviewAspect) async -> PreviewPlan

    /// Returns frame `index` of the plan that `stamp` belongs to, as a file of so many pixels'
    /// width or that of the preview; nil where no plan has that stamp any more.
    func frame(
        _ index: Int, stamp: String, width: Int?, as kind: PreviewPicture
    ) async throws -> [UInt8]?

    /// Returns frame `index` as a PNG in full size.
    func snapshot(_ index: Int, _ aspect: PreviewAspect) async throws -> [UInt8]

    /// Returns the encoded frames of a stretch; nil where no plan has that stamp any more.
    func video(_ stamp: String) async throws -> PreviewStretch?

    /// Returns what begins the sound with that stamp; nil where no plan has it any more.
    func soundHeader(_ stamp: String) async throws -> [UInt8]?
    func sound(_ stamp: String, piece: Int) async throws -> [UInt8]?
    func peaks(_ stamp: String) async throws -> PreviewPeaks?

    /// Returns the text of the part of the draft at a JSON Pointer; nil where there is none.
    func source(at pointer: String) async throws -> PreviewSource?

    /// Does what a sentence asks for.
    func say(_ sentence: String) async throws -> PreviewReply

    /// Brings files into the project and onto its timeline; they are copied.
    func add(_ files: [PreviewFile]) async throws -> PreviewAdded

    func render(_ order: PreviewOrder) async throws -> PreviewRender
    func renders() async throws -> [PreviewRender]
    func cancelRender(_ id: String) async throws -> PreviewRender?

    /// Returns where a finished video lies; nil where there is none of that name.
    func finished(_ name: String) async -> URL?

    /// What happens from now on.
    func events() async -> AsyncStream<PreviewEvent>
}

/// The shape in which a draft is looked at.
package enum PreviewAspect: String, Hashable, Sendable, Codable, CaseIterable {
    case draft
    case wide = "16:9"
    case tall = "9:16"
    case square = "1:1"
}

package enum PreviewPicture: String, Hashable, Sendable {
    case jpeg = "jpg"
    case png
}

/// A file that a page sent.
package struct PreviewFile: Hashable, Sendable {
    /// As the page named it.
    package var name: String
    package var place: URL
}

/// An error in words for people, and whose fault it is.
package struct PreviewError: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// What was asked for can't be done as things are.
        case request
        /// It is not there.
        case missing
        /// Something else has to end first.
        case busy
        case failed
    }

    package var kind: Kind
    package var words: String

    package init(_ kind: Kind, _ words: String) {
        self.kind = kind
        self.words = words
    }
}
