import Foundation

/// Asks every generator's reader.
enum GeneratorDetection {
    /// Keys that one program alone writes come first, then forms that several share.
    private static let readers: [@Sendable (Statements) -> Declaration?] = [
        InvokeAI.declaration, StabilityMatrix.declaration, TensorArt.declaration,
        NovelAI.declaration, DrawThings.declaration, SwarmUI.declaration,
        RuinedFooocus.declaration, Fooocus.declaration, EasyDiffusion.declaration,
        HuggingFaceSpace.declaration, ComfyUI.declaration, WebUI.declaration,
        Midjourney.declaration, IPTCStatement.declaration, NamedServices.declaration,
    ]

    /// Returns every statement that is found, the most specific first; none is dropped because
    /// another is there, but the same text read twice counts once.
    static func declarations(in statements: Statements) -> [Declaration] {
        var found: [Declaration] = []
        for reader in readers {
            guard let declaration = reader(statements) else { continue }
            let isKnown = found.contains { $0.carriers.contains(declaration.carriers) }
            if !isKnown { found.append(declaration) }
        }
        return found
    }
}

extension [String] {
    /// Whether all of `others` are among these.
    fileprivate func contains(_ others: [String]) -> Bool {
        !others.isEmpty && others.allSatisfy { other in self.contains { $0 == other } }
    }
}
