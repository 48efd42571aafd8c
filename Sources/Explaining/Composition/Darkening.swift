import Planning

/// How a picture is made dark enough for words: first its lights come down by less contrast, and
/// only then all of it, so that its shadows are still seen.
struct Darkening: Hashable {
    /// The factor of the distance from mid gray, 0...1.
    private(set) var contrast = 1.0

    /// The factor of all, after that.
    private(set) var brightness: Double

    /// Less looks like fog.
    private static let leastContrast = 0.55

    /// What less contrast takes from colours comes back, and a little more.
    private var saturation: Double { (1.1 / contrast * 1000).rounded() / 1000 }

    /// - Parameters:
    ///   - most: The brightness where the picture is dark by itself.
    ///   - places: What is there, the lightest grey, and what may be there at most.
    init(most: Double, _ places: [(ground: Double, limit: Double)]) {
        brightness = most
        for place in places where place.ground > 0.5 && most * place.ground > place.limit {
            let fitting = (place.limit / most - 0.5) / (place.ground - 0.5)
            contrast = min(contrast, max(fitting, Self.leastContrast))
        }
        for place in places {
            brightness = min(brightness, place.limit / max(lessContrast(place.ground), 0.001))
        }
        contrast = (contrast * 1000).rounded() / 1000
        brightness = (brightness * 1000).rounded(.down) / 1000
    }

    /// What becomes of a grey.
    func shown(_ grey: Double) -> Double { brightness * lessContrast(grey) }

    private func lessContrast(_ grey: Double) -> Double { 0.5 + (grey - 0.5) * contrast }

    var effects: [Draft.Effect] {
        contrast < 1
            ? [.adjust(contrast: contrast, saturation: saturation), .dim(brightness)]
            : [.dim(brightness)]
    }
}
