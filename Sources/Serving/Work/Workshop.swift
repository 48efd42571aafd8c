import Foundation
package import Planning

/// What the server has done by the engines of the program that runs it.
///
/// Paths are absolute. A call runs until it is done or its task is cancelled, and leaves no half file
/// behind.
package protocol Workshop: Sendable {
    /// Returns what a file is, by its content.
    ///
    /// - Throws: where it is no media that can be used; the description is for people.
    func examine(_ path: String) throws -> ExaminedFile

    /// Returns what is wrong with `draft` when its sources count from `folder`, each with its place;
    /// empty where it can be rendered.
    func problems(of draft: Draft, in folder: String) -> [String]

    /// Returns the draft that explains `pictures`, as `sentence` asks; its sounds are written into
    /// `folder`/assets, and its sources count from `folder`.
    func explain(
        _ sentence: String, pictures: [String], in folder: String,
        progress: @escaping @Sendable (String) -> Void
    ) async throws -> Draft

    /// Copies the bundled music that `draft` names as `assets/NAME.ogg` into `folder`/assets.
    func bringMusic(of draft: Draft, into folder: String) throws

    /// Renders `draft`, whose sources count from `folder`, to the file at `output`.
    ///
    /// `progress` gets the share that is done, 0...1.
    func render(
        _ draft: Draft, in folder: String, to output: String, options: RenderOrder,
        progress: @escaping @Sendable (Double) -> Void
    ) async throws -> RenderedFile
}

/// What is asked of a render beside the draft.
package struct RenderOrder: Hashable, Sendable, Codable {
    package enum Quality: String, Hashable, Sendable, Codable { case low, medium, high }
    package var quality = Quality.high
    /// The canvas in pixels; nil for the draft's.
    package var width: Int?
    package var height: Int?
    package var framesPerSecond: Int?

    package init() {}
}

/// A media file and what is known about it.
package struct ExaminedFile: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable { case video, image, audio }
    package var kind: Kind
    /// Seconds; nil for pictures.
    package var duration: Double?
    package var width: Int?
    package var height: Int?
    package var framesPerSecond: Double?

    package init(_ kind: Kind) { self.kind = kind }
}

/// A finished video.
package struct RenderedFile: Hashable, Sendable {
    /// Seconds.
    package var duration: Double
    /// Bytes.
    package var size: Int

    package init(duration: Double, size: Int) {
        self.duration = duration
        self.size = size
    }
}
