/// One frame of a film, in stored orientation; belongs to the reader's owner.
package final class FilmFrame {
    /// How the frame's colours are held.
    package enum Content {
        /// As our own frames hold them.
        case planes(FilmPlanes)
        /// As a picture, to be read once: RGBA rows.
        case picture(PictureReader)
    }

    package let content: Content

    /// Keeps the memory that `content` views.
    private let owner: AnyObject

    init(_ content: Content, owner: AnyObject) {
        self.content = content
        self.owner = owner
    }
}
