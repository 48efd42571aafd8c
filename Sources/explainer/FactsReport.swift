import Foundation
import Inspecting

/// The facts about a picture in words for people.
struct FactsReport {
    private let facts: PictureFacts

    init(_ facts: PictureFacts) { self.facts = facts }

    var text: String {
        var report = ReportText()
        report.add(heading: "\(facts.file): \(facts.format.uppercased()), \(size)")
        report.add(heading: "What the file says")
        facts.addStatements(to: &report)
        report.add(heading: "What that means")
        for sentence in facts.meaning { report.add(sentence) }
        if let measures = facts.measures {
            report.add(heading: "What can be measured")
            measures.addRows(to: &report)
        }
        return report.lines.joined(separator: "\n")
    }

    private var size: String {
        let pixels = Double(facts.displayWidth) * Double(facts.displayHeight)
        let turned = facts.orientation == 1 ? "" : " (stored turned)"
        return "\(facts.displayWidth) x \(facts.displayHeight) pixels\(turned), "
            + String(format: pixels < 1e6 ? "%.2f megapixels" : "%.1f megapixels", pixels / 1e6)
    }
}

extension PictureFacts {
    /// Adds what the file says, a row for each statement.
    fileprivate func addStatements(to report: inout ReportText) {
        guard !isSilent else { return report.add("Nothing about how it was made.") }
        // The label names no program.
        report.add("made with", verdict == .labelDeclared ? nil : generator)
        generation?.addRows(to: &report)
        credentials?.addRows(to: &report)
        report.add("source type", xmpSourceType.map { "\($0) (in XMP)" })
        report.add("credit", xmpCredit)
        for field in aigc?.fields ?? [] where !field.value.isEmpty {
            report.add("AI label", "\(field.name): \(field.value)")
        }
        camera?.addRows(to: &report)
        report.add("software", software)
        report.add("found in", carriers.joined(separator: ", "))
    }

    private var isSilent: Bool {
        generator == nil && generation == nil && credentials == nil && xmpSourceType == nil
            && xmpCredit == nil && aigc == nil && camera == nil && software == nil
            && carriers.isEmpty
    }
}

extension Generation {
    fileprivate func addRows(to report: inout ReportText) {
        report.add("version", [app, version].compactMap { $0 }.joined(separator: " "))
        report.add(
            "model", [model, modelHash.map { "(\($0))" }].compactMap { $0 }.joined(separator: " "))
        report.add("prompt", prompt)
        if isPromptAssembled {
            report.add("", "(put together while the graph ran; this is its stored base)")
        }
        report.add("negative", negative)
        report.add("sampling", sampling)
        report.add("seed", seed)
        report.add("asked size", declaredSize?.text)
        for lora in loras {
            report.add(
                "LoRA", lora.name + (lora.strength.map { String(format: " at %g", $0) } ?? ""))
        }
        report.add(
            "mode",
            [mode, strength.map { String(format: "strength %g", $0) }]
                .compactMap { $0 }.joined(separator: ", "))
        report.add("graph", nodeCount.map { "\($0) nodes" })
    }

    private var sampling: String {
        [
            steps.map { "\($0) steps" }, sampler, scheduler,
            cfg.map { String(format: "CFG %g", $0) },
        ].compactMap { $0 }.joined(separator: ", ")
    }
}

extension ContentCredentials {
    fileprivate func addRows(to report: inout ReportText) {
        report.add(
            "credentials", "\(manifests.count) \(manifests.count == 1 ? "manifest" : "manifests")")
        for manifest in manifests {
            report.add("by", manifest.claimGeneratorName ?? manifest.claimGenerator)
            for action in manifest.actions {
                let details = [action.softwareAgent, action.sourceType, action.description]
                report.add(
                    "step", ([action.action] + details.compactMap { $0 }).joined(separator: ", "))
            }
            report.add("signed as", manifest.signer)
        }
    }
}

extension ContentCredentials.Manifest {
    /// "Adobe Inc., certificate issued by Adobe Systems Incorporated".
    fileprivate var signer: String? {
        guard let subject = signerOrganisation ?? signerName else { return nil }
        let issuer = issuerOrganisation ?? issuerName
        return subject + (issuer.map { ", certificate issued by \($0)" } ?? "")
    }
}

extension CameraFacts {
    fileprivate func addRows(to report: inout ReportText) {
        report.add("camera", name)
        report.add("lens", lens)
        report.add("exposure", settings)
        report.add("taken", dateTimeOriginal)
        if hasGPS { report.add("place", "a position is recorded; it is not shown") }
    }

    /// Many models begin with their make.
    private var name: String {
        guard let make, model?.hasPrefix(make) != true else { return model ?? "" }
        return [make, model].compactMap { $0 }.joined(separator: " ")
    }

    private var settings: String {
        [
            exposure.map { "\($0) s" }, Self.number(fNumber).map { "f/\($0)" },
            iso.map { "ISO \($0)" }, Self.number(focalLength).map { "\($0) mm" },
        ].compactMap { $0 }.joined(separator: ", ")
    }

    /// "71/10" as "7.1".
    private static func number(_ fraction: String?) -> String? {
        guard let fraction else { return nil }
        let parts = fraction.split(separator: "/").map { Double($0) }
        guard parts.count == 2, let above = parts[0], let below = parts[1], below != 0 else {
            return fraction
        }
        return String(format: "%g", above / below)
    }
}
