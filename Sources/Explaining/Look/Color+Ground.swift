import Planning

extension Color {
    /// The lightest grey, encoded sRGB, 0...1, on which words of this colour and of `size` units of
    /// 1/1080 can be read; 0 where they can't on black.
    ///
    /// With a little more than the least contrast: thin letters and coding take some of it.
    func lightestGround(size: Double) -> Double {
        let contrast = 1.12 * Self.leastContrast(size: size)
        let opacity = Double(alpha) / 255
        func isRead(on grey: Double) -> Bool {
            func blended(_ channel: UInt8) -> UInt8 {
                UInt8((opacity * Double(channel) + (1 - opacity) * grey * 255).rounded())
            }
            let level = UInt8((grey * 255).rounded())
            let ink = Color(red: blended(red), green: blended(green), blue: blended(blue))
            let ground = Color(red: level, green: level, blue: level)
            return ink.relativeLuminance >= ground.relativeLuminance
                && ink.contrast(to: ground) >= contrast
        }
        return (0...255).map { Double($0) / 255 }.last(where: isRead) ?? 0
    }
}
