import Foundation

/// Reads what a picture file says about itself.
package enum PictureInspector {
    /// Returns the facts that stand in a file's bytes; what only pixels tell is left out.
    ///
    /// `bytes` is the whole file, `file` its name or path, of which the last component is kept.
    ///
    /// - Throws: an `InspectionError` where the content is no picture of a known format.
    package static func facts(
        of bytes: [UInt8], file: String
    ) throws(InspectionError) -> PictureFacts {
        let blocks: MetadataBlocks
        do {
            blocks = try MetadataBlocks.read(bytes)
        } catch {
            throw InspectionError(file: file, problem: error)
        }
        let exif = blocks.exif.map { EXIFFacts($0) } ?? EXIFFacts()
        let last = file.split(separator: "/").last.map(String.init) ?? file
        var facts = PictureFacts(
            file: MetadataText.name(last) ?? "", format: blocks.format, width: blocks.width,
            height: blocks.height, orientation: exif.orientation)
        let assembly = FactsAssembly(blocks: blocks, exif: exif)
        facts.credentials = blocks.jumbf.flatMap { ContentCredentials.read(jumbf: $0, file: bytes) }
        assembly.fill(&facts)
        return facts
    }

    /// Returns the statement in a text that was hidden in the pixels, nil where it is none.
    ///
    /// `carrier` says where the text was, as "stealth_pngcomp alpha LSB".
    package static func declaration(ofHidden text: String, carrier: String) -> Declaration? {
        if let generation = NovelAI.generation(fromJSON: text) {
            return Declaration("NovelAI", generation, carriers: [carrier])
        }
        let entry = MetadataBlocks.TextEntry(
            keyword: "parameters", text: MetadataText.clean(text), carrier: carrier)
        return GeneratorDetection.declarations(in: Statements([Statement(entry, origin: .text)]))
            .first
    }
}
