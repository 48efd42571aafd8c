import Foundation

extension ContentCredentials {
    /// The maker that the steps name: the agent of the step that created the picture, with the
    /// program that signed for it.
    var generatorName: String? {
        let made = manifests.first { $0.actions.contains { $0.action == "c2pa.created" } }
        guard let manifest = made ?? activeManifest else { return nil }
        let steps = manifest.actions
        let step = steps.first { $0.action == "c2pa.created" && $0.softwareAgent != nil }
        let agent = (step ?? steps.first { $0.softwareAgent != nil })?.softwareAgent
        let written = manifest.claimGenerator?.split(whereSeparator: { "/ ".contains($0) }).first
        let program =
            manifest.claimGeneratorName
            ?? written?.replacingOccurrences(of: "_", with: " ")
        guard let agent else { return program.flatMap(MetadataText.name) }
        guard let program, !agent.alike.contains(program.alike),
            !program.alike.contains(agent.alike)
        else { return MetadataText.name(agent) }
        return MetadataText.name("\(agent) (\(program))")
    }
}

extension String {
    /// Without case and joints, to compare names.
    fileprivate var alike: String {
        lowercased().replacingOccurrences(of: "_", with: " ")
    }
}
