import Foundation
import Planning

/// How the service is to write the file.
package struct RenderOptions: Hashable, Sendable {
    package var format = "mp4"
    package var quality = "high"

    package init() {}

    var json: JSONValue {
        JSON.object(["format": .string(format), "quality": .string(quality)])
    }
}
