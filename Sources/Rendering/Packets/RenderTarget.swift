import Media
import Planning

/// What differs between the kinds of files: how the frames of a chunk are coded, and how coded
/// chunks become the file.
protocol RenderTarget {
    associatedtype Coder: FrameCoder

    /// The frames to render, cut into chunks; where follows from the plan alone.
    var chunks: [Chunk] { get }

    /// Makes the encoder of one chunk; called from any task.
    var coder: @Sendable (Chunk) throws -> Coder { get }

    /// Takes the next chunk in order, whose first frame is frame `start` of the file.
    func write(_ output: Coder.Output, at start: Int) throws

    /// Writes what is left and closes the file.
    func finish() throws
}
