extension VideoQuality {
    /// The quality of a JPEG, 1...100.
    package var jpegQuality: Int {
        switch self {
        case .draft: 75
        case .standard: 85
        case .high: 92
        case .max, .lossless: 97
        }
    }

    /// The quality of an animated WebP, 0...100; with `lossless` the effort.
    var webPQuality: Float {
        switch self {
        case .draft: 50
        case .standard: 70
        case .high: 80
        case .max: 92
        case .lossless: 60
        }
    }

    /// How much time libwebp takes for fewer bytes, 0...6.
    var webPMethod: Int32 {
        switch self {
        case .draft: 1
        case .standard, .high, .lossless: 4
        case .max: 6
        }
    }
}
