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
}
