import Foundation

/// Midjourney: `Description` is the prompt, its flags and the job's id.
///
/// `Author` is an account and is not read.
enum Midjourney {
    static func declaration(_ statements: Statements) -> Declaration? {
        guard let statement = statements.text("Description") ?? statements.exif("ImageDescription"),
            statement.text.utf8.count <= Infotext.largest,
            let job = statement.text.range(of: "Job ID: ", options: .backwards),
            UUID(uuidString: statement.text[job.upperBound...].trimmed) != nil
        else { return nil }
        let words = statement.text[..<job.lowerBound]
        let flags = words.range(of: " --").map { words[$0.lowerBound...] } ?? ""
        var generation = Generation()
        generation.prompt = words.dropLast(flags.count).trimmed.nonEmpty
        let version = flags.components(separatedBy: " --").first { $0.hasPrefix("v ") }
        generation.version = version.flatMap { MetadataText.name(String($0.dropFirst(2))) }
        return Declaration("Midjourney", generation, carriers: [statement.carrier])
    }
}
