import CLittleCMS

extension ICCProfile {
    /// What the profile calls itself: "Display P3"; nil where it has no name in ASCII.
    var name: String? {
        let name = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 128) { buffer in
            let count = cmsGetProfileInfoASCII(
                handle, cmsInfoDescription, "en", "US", buffer.baseAddress,
                cmsUInt32Number(buffer.count))
            guard count > 1, let base = buffer.baseAddress else { return "" }
            buffer[buffer.count - 1] = 0
            return String(cString: base)
        }
        let clean = name.unicodeScalars.filter { (32...126).contains($0.value) }
        return clean.isEmpty ? nil : String(String.UnicodeScalarView(clean))
    }
}

extension ColorMapping {
    /// Whether it changes a colour.
    var changesColors: Bool {
        if case .identity = self { false } else { true }
    }
}
