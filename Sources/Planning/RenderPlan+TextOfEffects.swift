import Foundation

extension PictureEffect {
    /// The effect's name and its numbers.
    var text: String {
        switch self {
        case .diffuse(let diffusion): "diffuse \(diffusion.text)"
        case .pixelate(let cell): "pixelate \(cell.text)"
        case .blur(let deviation): "blur \(deviation.text)"
        case .gray(let amount): "gray \(amount.text)"
        case .dim(let factor): "dim \(factor.text)"
        case .vignette(let amount): "vignette \(amount.text)"
        case .grid(let parts): "grid \(parts)"
        case .spotlight(let light):
            "spotlight \(shown(light.x)),\(shown(light.y)) radius \(shown(light.radius)), "
                + "amount \(light.amount.text)"
        case .adjust(let change):
            "adjust brightness \(shown(change.brightness)), contrast \(shown(change.contrast)), "
                + "saturation \(shown(change.saturation))"
        case .lut(let path): "lut \(path)"
        }
    }
}

extension Diffusion {
    fileprivate var text: String {
        "\(shown(from)) to \(shown(to)) in \(steps) steps, \(schedule), seed \(seed), grain \(grain)"
    }
}
