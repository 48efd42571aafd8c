import Foundation

/// What an EXIF block says.
struct EXIFFacts {
    /// 1...8; 1 where none is given.
    var orientation = 1

    /// The camera, where make, model and at least one value of an exposure are given: a make alone
    /// is no camera, since generators use the field for themselves.
    var camera: CameraFacts?

    var software: String?

    /// Texts, each with a keyword as "Make" and a carrier as "EXIF IFD0 Make".
    var texts: [MetadataBlocks.TextEntry] = []

    /// The comments among `texts`; they are carriers even where no generator wrote them.
    var comments: [MetadataBlocks.TextEntry] = []

    /// Whether make or model is given.
    var namesDevice = false

    init() {}

    init(_ bytes: [UInt8]) {
        guard let block = TIFFBlock(bytes) else { return }
        if let value = block.integer(block.primary[0x0112]), (1...8).contains(value) {
            orientation = value
        }
        // Civitai keeps a job's number where a program's name belongs.
        let program = block.text(block.primary[0x0131]).flatMap(MetadataText.name)
        software = program.flatMap { UUID(uuidString: $0) == nil ? $0 : nil }
        readTexts(block)
        readCamera(block)
    }

    private static let names = [
        0x010D: "DocumentName", 0x010E: "ImageDescription", 0x010F: "Make", 0x0110: "Model",
        0x0131: "Software", 0x013B: "Artist", 0x8298: "Copyright", 0x927C: "MakerNote",
    ]

    /// Texts of the first directory in the order of their tags, then the comments of both.
    ///
    /// Values may overlap in a hostile block: what all of them hold is bounded, too.
    private mutating func readTexts(_ block: TIFFBlock) {
        var budget = MetadataText.largest
        for (tag, entry) in block.primary.sorted(by: { $0.key < $1.key }) where entry.type == 2 {
            budget -= entry.range.count
            guard tag != 0x9286, budget >= 0, let text = block.text(entry) else { continue }
            let name = Self.names[tag] ?? "0x" + String(tag, radix: 16, uppercase: true)
            texts.append(.init(keyword: name, text: text, carrier: "EXIF IFD0 \(name)"))
        }
        for (place, entry) in [
            ("ExifIFD", block.exif[0x9286]), ("IFD0", block.primary[0x9286]),
        ] {
            guard let entry, [1, 2, 7].contains(entry.type),
                let comment = UserComment(block.bytes[entry.range], order: block.order)
            else { continue }
            let carrier = "EXIF \(place) UserComment (\(comment.coding))"
            comments.append(
                .init(keyword: "UserComment", text: comment.text, carrier: carrier))
        }
        texts += comments
    }

    private mutating func readCamera(_ block: TIFFBlock) {
        var facts = CameraFacts()
        facts.make = block.text(block.primary[0x010F]).flatMap(MetadataText.name)
        facts.model = block.text(block.primary[0x0110]).flatMap(MetadataText.name)
        facts.lens = block.text(block.exif[0xA434]).flatMap(MetadataText.name)
        facts.exposure = block.fraction(block.exif[0x829A])
        facts.fNumber = block.fraction(block.exif[0x829D])
        facts.iso = block.integer(block.exif[0x8827])
        facts.focalLength = block.fraction(block.exif[0x920A])
        facts.dateTimeOriginal = block.text(block.exif[0x9003]).flatMap(MetadataText.name)
        facts.hasGPS = (block.position[0x0002]?.count ?? 0) > 0
        namesDevice = facts.make != nil || facts.model != nil
        let hasExposure =
            facts.exposure != nil || facts.fNumber != nil || facts.iso != nil
            || facts.focalLength != nil
        if facts.make != nil, facts.model != nil, hasExposure { camera = facts }
    }
}
