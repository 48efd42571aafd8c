import Media

/// Turns the frames of one chunk into what is written of it; owned by one task.
protocol FrameCoder: SendableMetatype {
    associatedtype Output: Sendable

    /// The memory to draw the next frame into; valid until `encode()`.
    func nextFrame() throws(MediaError) -> FramePlanes

    /// Takes what was drawn.
    func encode() throws(MediaError)

    /// Ends the chunk.
    func finish() throws(MediaError) -> Output
}
