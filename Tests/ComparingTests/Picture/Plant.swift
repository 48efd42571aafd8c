import Comparing
import Testing

/// A difference that a filter of ffmpeg makes.
struct Plant: Sendable, CustomTestStringConvertible {
    var filter: String
    var kinds: [Comparison.Finding.Kind]
    var matrix = "same"
    var range = "same"
    var contents = ["landscape.jpg"]

    var testDescription: String { filter }

    /// Limited range's values to full range's.
    static let widening =
        "lutyuv=y=(val-16)*255/219:u=128+(val-128)*255/224:v=128+(val-128)*255/224"

    private static let narrowing =
        "lutyuv=y=16+val*219/255:u=128+(val-128)*224/255:v=128+(val-128)*224/255"

    private static let (old, new) = (
        "B looks like BT.601 read as BT.709", "B looks like BT.709 read as BT.601"
    )

    private static let (full, limited) = (
        "B looks like full range read as limited", "B looks like limited range read as full"
    )

    static let all = [
        Plant(
            filter: "scale=in_color_matrix=bt709:out_color_matrix=bt601", kinds: [.matrix],
            matrix: old, contents: ["landscape.jpg", "product.jpg"]),
        Plant(filter: "colormatrix=bt709:bt601", kinds: [.matrix], matrix: old),
        Plant(
            filter: "colormatrix=bt601:bt709", kinds: [.matrix], matrix: new,
            contents: ["mandelbrot"]),
        Plant(filter: widening, kinds: [.range], range: full),
        Plant(
            filter: narrowing, kinds: [.range], range: limited,
            contents: ["mandelbrot"]),
        Plant(
            filter: "colormatrix=bt709:bt601,\(widening)", kinds: [.matrix, .range],
            matrix: old, range: full),
        Plant(
            filter: "gblur=sigma=1", kinds: [.blur], contents: ["testsrc2", "landscape.jpg"]),
        Plant(filter: "lutyuv=y=bitand(val\\,248)+4", kinds: [.banding]),
        Plant(filter: "lutyuv=y=bitand(val\\,252)+2", kinds: [.banding]),
        Plant(filter: "eq=brightness=0.03", kinds: [.level], contents: ["mandelbrot"]),
        Plant(filter: "eq=saturation=1.3", kinds: [.colour]),
    ]
}
