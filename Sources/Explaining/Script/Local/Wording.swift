import Foundation
import Inspecting

/// The words of one language, written by hand.
protocol Wording: Sendable {
    /// "en" or "zh-Hans".
    var language: String { get }

    /// The short words on screen.
    var labels: Labels { get }

    /// Says what is to be said about `part`.
    func say(_ part: Part, _ saying: inout Saying)

    /// The chapter that `part` belongs to.
    func chapter(_ part: Part) -> String

    /// The small line and the title of the opening, and the title of the video.
    func opening(_ telling: Telling) -> (kicker: String, title: String, name: String)

    /// The rows of the record card.
    func rows(_ known: Known) -> [Visual.FactRow]

    /// The badge that says what the file carries.
    func badge(_ known: Known) -> Visual.Badge

    /// The name of the region around a place, as "upper left".
    func region(_ place: PictureMeasures.Point) -> String

    /// A colour's everyday name.
    func name(of swatch: PictureMeasures.Swatch) -> String

    /// The label and the sentences of one picture among several.
    func gallery(_ known: Known, number: Int, of count: Int) -> (label: String, [Beat.Sentence])
}

/// Words on screen that do not depend on the facts.
struct Labels: Sendable {
    var denoiseRecorded: String
    var denoiseIllustration: String
    var promptKicker: String
    var recordKicker: String
    var measuredKicker: String
    var recordFootnote: String
    var measuredFootnote: String
    var tellKicker: String
    var tellHeading: String
    var marksHeading: String
    var detailsHeading: String
    var compositionHeading: String
    var compositionKicker: String
    var paletteKicker: String
    var labelHeading: String
    var productKicker: String

    /// Short labels over moving pictures, by part.
    var overPicture: [Part: String]
}
