import Editing
import Foundation
import Media

extension ProjectMedia {
    /// Looks at the file at `path`.
    init(lookingAt path: String) {
        do {
            self = try Self.kind(of: FileInspector().inspect(path))
        } catch let error as MediaError {
            self = .unusable(reason: error.reason)
        } catch {
            self = .unusable(reason: "\(error)")
        }
    }

    private static func kind(of file: InspectedFile) -> ProjectMedia {
        switch file {
        case .picture: .still
        case .film(let film): lasting(film.milliseconds) { .film(milliseconds: $0) }
        case .sound(let info):
            lasting(Double(info.sampleCount) / 48) { .sound(milliseconds: $0) }
        case .colorTable:
            .unusable(
                reason: "it is a colour table; put it into assets/ yourself and name it in the "
                    + "src of a lut effect (fx)")
        }
    }

    /// Whole milliseconds, as planning counts them.
    private static func lasting(
        _ milliseconds: Double, _ media: (Int) -> ProjectMedia
    ) -> ProjectMedia {
        milliseconds >= 1 ? media(Int(milliseconds)) : .unusable(reason: "it has no length")
    }
}
