import Foundation

extension ContentCredentials {
    /// The maker that the steps name, with the program that signed where that is another:
    /// "gpt-image (OpenAI Media Service API)".
    var generatorName: String? {
        guard let creator = creatorName else { return nil }
        let (agent, program) = (creator.alike, (signingProgram ?? "").alike)
        guard let signer = signingProgram, !agent.contains(program), !program.contains(agent) else {
            return MetadataText.name(creator)
        }
        return MetadataText.name("\(creator) (\(signer))")
    }
}

extension String {
    /// Without case and joints, to compare names.
    fileprivate var alike: String { lowercased().replacingOccurrences(of: "_", with: " ") }
}
