import Comparing
import Foundation

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
        Certificate.Group.allCases.flatMap { group in
            let promises = certificate.promises.filter { $0.group == group }
            return promises.isEmpty ? [] : [group.rawValue.capitalized] + promises.map(line)
        }
    }

    private func line(_ promise: Certificate.Promise) -> String {
        let sign =
            switch promise.verdict {
            case .pass: "kept  "
            case .fail: "BROKEN"
            case .notApplicable: "–     "
            }
        let value = ReportText.printable(promise.value)
        return "  \(sign) \(promise.title): \(value) (\(ReportText.printable(promise.bar)))"
    }
}
