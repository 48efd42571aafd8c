import Foundation

extension ReportParts {
    /// Findings in order; many of one kind stand in one row, with all their times.
    var findings: String {
        let findings = input.comparison.findings
        guard !findings.isEmpty else { return "" }
        let order: [Comparison.Finding.Severity] = [.error, .warning, .info]
        let items = order.flatMap { severity in
            Self.grouped(findings.filter { $0.severity == severity })
        }
        .map(Self.item)
        return """
            <h2 class="section">Findings</h2>
            <ul class="card findings">\(items.joined(separator: "\n"))</ul>
            """
    }

    /// More of one kind than this share a row.
    private static let most = 3

    private static func grouped(_ findings: [Comparison.Finding]) -> [[Comparison.Finding]] {
        let kinds = findings.reduce(into: [Comparison.Finding.Kind: Int]()) {
            $0[$1.kind, default: 0] += $1.at_ms == nil ? 0 : 1
        }
        var groups: [[Comparison.Finding]] = []
        for finding in findings {
            let isOneOfMany = finding.at_ms != nil && kinds[finding.kind, default: 0] > most
            let place = groups.firstIndex {
                $0[0].kind == finding.kind && $0[0].at_ms != nil
            }
            if isOneOfMany, let place {
                groups[place].append(finding)
            } else {
                groups.append([finding])
            }
        }
        return groups
    }

    private static func item(_ group: [Comparison.Finding]) -> String {
        let finding = group[0]
        let severity = finding.severity == .info ? "note" : finding.severity.rawValue
        let title = finding.kind.title
        let times = group.compactMap(\.at_ms).map(time).joined(separator: "\n")
        let count = group.count > 1 ? "\(group.count) times; first: " : ""
        let message = HTML.escaped(count + finding.message)
        return """
            <li class="\(finding.severity.rawValue)"><span class="chip \
            \(finding.severity.rawValue)">\(severity)</span>\
            <b>\(HTML.escaped(title.prefix(1).uppercased() + title.dropFirst()))</b>\
            <span class="message">\(message)</span>\
            <span class="times\(group.count > 1 ? " many" : "")">\(times)</span></li>
            """
    }

    private static func time(_ milliseconds: Double) -> String {
        """
        <button type="button" class="time" \
        data-time="\(HTML.number(milliseconds / 1000, digits: 3))">\
        \(Wording.moment(milliseconds / 1000))</button>
        """
    }
}
