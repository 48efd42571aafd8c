import Foundation
import Inspecting
import Planning

extension OKLab {
    init(_ color: Color) {
        self.init(
            red: Double(color.red) / 255, green: Double(color.green) / 255,
            blue: Double(color.blue) / 255)
    }

    /// The nearest colour of sRGB.
    var color: Color { Color(red: bytes.red, green: bytes.green, blue: bytes.blue) }
}
