import Comparing
import Foundation
import Planning

/// What was certified, for people and programs.
struct CertificateReport {
    private let certificate: Certificate
    private let name: String

    init(_ certificate: Certificate, name: String) {
        self.certificate = certificate
        self.name = name
    }

    /// Prints it.
    ///
    /// - Throws: a `Failure` that sums up, where a promise is broken.
    func print(json: Bool) throws {
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            Console.print(String(decoding: try encoder.encode(certificate), as: UTF8.self))
        } else {
            lines.forEach(Console.print)
        }
        let broken = certificate.promises.filter { $0.verdict == .fail }.map(\.id)
        guard broken.isEmpty else {
            throw Failure(
                "\(name): \(broken.count) of \(certificate.promises.count) promises are broken: "
                    + broken.joined(separator: ", "), .failed)
        }
    }

    private var lines: [String] {
        certificate.promises.map { promise in
            let sign =
                switch promise.verdict {
                case .pass: "kept   "
                case .fail: "BROKEN "
                case .notApplicable: "–      "
                }
            let value = promise.verdict == .notApplicable ? "" : "\(promise.value) "
            return "\(sign) \(promise.title): \(value)(\(promise.bar))"
        }
    }
}

extension Certificate.Expected {
    /// What a render of `plan` has to be.
    init(_ plan: RenderPlan, hasSound: Bool) {
        self.init(
            frames: plan.frameCount, width: plan.canvas.width, height: plan.canvas.height,
            framesPerSecond: plan.canvas.frameRate.framesPerSecond, hasSound: hasSound)
    }
}
