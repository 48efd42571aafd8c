/// What the markers of a JPEG say before its first scan (ITU-T T.81, annex B).
struct JPEGHeader {
    /// How the colour channels are stored.
    enum Color {
        case gray, color, inks
    }

    var path: String
    var bytes: [UInt8]
    var width = 0
    var height = 0
    var componentCount = 0

    /// Samples of all components per pixel: 3 for 4:4:4, 1.5 for 4:2:0.
    var samplesPerPixel = 0.0

    /// Whether coefficients come in several scans, so that a decoder must hold all of them.
    var isMultiScan = false

    /// Whether Adobe's marker is there; its inks are stored inverted (Adobe TN 5116, section 18).
    var hasAdobeMarker = false

    var orientation = Orientation.upright

    /// The embedded colour profile, joined from its parts; nil where there is none.
    var profile: [UInt8]?

    /// Whether parts of a profile are there that don't make a whole.
    var hasBrokenProfile = false

    private var profileParts: [Int: ArraySlice<UInt8>] = [:]
    private var profilePartCount = 0

    /// Reads the file and walks its markers up to the first scan.
    init(file: PictureFile) throws(MediaError) {
        path = file.path
        bytes = try file.bytes()
        var isFrameKnown = false
        var offset = 2
        let data = BoundedBytes(bytes)
        while let marker = Self.nextMarker(data, &offset) {
            guard let length = data.number(at: offset, size: 2), length >= 2,
                let body = data.slice(at: offset + 2, count: length - 2)
            else { break }
            if Self.isFrame(marker) {
                isFrameKnown = readFrame(BoundedBytes(body), marker: marker)
            }
            if marker == 0xDA {
                if let count = body.first, Int(count) < componentCount { isMultiScan = true }
                break
            }
            readApplicationData(marker, body)
            offset += length
        }
        joinProfile()
        guard isFrameKnown else {
            throw MediaError(
                "read the picture", path: path,
                reason: "it starts like a JPEG but has no size in it; save or download it again")
        }
        try PictureLimits.check(width: width, height: height, path: path)
    }

    var color: Color {
        switch componentCount {
        case 1: .gray
        case 4: .inks
        default: .color
        }
    }

    /// The bytes that a decoder of several scans holds besides its output.
    var coefficientBytes: Int {
        isMultiScan ? Int(2 * samplesPerPixel * Double(width * height)) : 0
    }

    /// Returns the facts, with what came up when the `color` was looked at.
    func info(_ color: JPEGColor) -> PictureInfo {
        PictureInfo(
            format: .jpeg, storedWidth: width, storedHeight: height, orientation: orientation,
            hasAlpha: false, profile: color.profile, convertsColors: color.isConverted,
            warnings: color.warnings)
    }

    /// Moves past fill bytes and markers without a body; nil at the end or where no marker stands.
    private static func nextMarker(_ data: BoundedBytes, _ offset: inout Int) -> Int? {
        guard data.byte(at: offset) == 0xFF else { return nil }
        while data.byte(at: offset) == 0xFF { offset += 1 }
        guard let marker = data.byte(at: offset), marker != 0, marker != 0xD9 else { return nil }
        offset += 1
        return marker
    }

    /// Start-of-frame markers are C0...CF without the tables C4, C8 and CC.
    private static func isFrame(_ marker: Int) -> Bool {
        (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
    }

    private mutating func readFrame(_ body: BoundedBytes, marker: Int) -> Bool {
        guard let height = body.number(at: 1, size: 2), let width = body.number(at: 3, size: 2),
            let count = body.byte(at: 5)
        else { return false }
        self.width = width
        self.height = height
        componentCount = count
        let factors = (0..<count).map { body.byte(at: 7 + 3 * $0) ?? 0x11 }  // Both in one byte.
        let areas = factors.map { ($0 >> 4) * ($0 & 15) }
        let (across, down) = (
            factors.map { $0 >> 4 }.max() ?? 1, factors.map { $0 & 15 }.max() ?? 1
        )
        samplesPerPixel = Double(areas.reduce(0, +)) / Double(max(across * down, 1))
        isMultiScan = [0xC2, 0xC6, 0xCA, 0xCE].contains(marker)  // Progressive.
        return true
    }

    private mutating func readApplicationData(_ marker: Int, _ body: ArraySlice<UInt8>) {
        let data = BoundedBytes(body)
        switch marker {
        case 0xE1 where data.hasText("Exif\0\0", at: 0):
            orientation = Orientation(exif: body) ?? orientation
        case 0xE2 where data.hasText("ICC_PROFILE\0", at: 0):
            guard let index = data.byte(at: 12), let count = data.byte(at: 13) else { return }
            profileParts[index] = body.dropFirst(14)
            profilePartCount = count
        case 0xEE where data.hasText("Adobe", at: 0):
            hasAdobeMarker = true
        default:
            break
        }
    }

    /// A profile is cut into parts that are counted from 1 (ICC.1:2022, annex B.4).
    private mutating func joinProfile() {
        guard !profileParts.isEmpty else { return }
        let parts = (1...max(profilePartCount, 1)).compactMap { profileParts[$0] }
        hasBrokenProfile = parts.count != profilePartCount
        if !hasBrokenProfile { profile = Array(parts.joined()) }
        profileParts = [:]
    }
}
