import Foundation

/// All values of both, and which is the better one.
struct ReportTable {
    struct Row {
        var name: String
        var a: String?
        var b: String?
        /// A value of both together, in place of the two.
        var both: String?
        var better: Better?
    }

    enum Better { case a, b }

    struct Group {
        var title: String
        var rows: [Row] = []

        /// Adds numbers, where there are any; `better` ranks them, the lower the better.
        mutating func add(
            _ name: String, _ a: Double?, _ b: Double?, unit: String = "", digits: Int = 2,
            margin: Double = 0, better rank: ((Double) -> Double)? = nil
        ) {
            guard a != nil || b != nil else { return }
            func text(_ value: Double?) -> String? {
                value.map { Wording.fixed($0, digits: digits) + (unit.isEmpty ? "" : " \(unit)") }
            }
            var better: Better?
            if let a, let b, let rank, abs(rank(a) - rank(b)) > margin {
                better = rank(a) < rank(b) ? .a : .b
            }
            rows.append(Row(name: name, a: text(a), b: text(b), better: better))
        }

        mutating func add(_ name: String, _ a: String?, _ b: String?, better: Better? = nil) {
            guard a != nil || b != nil else { return }
            rows.append(Row(name: name, a: a, b: b, better: better))
        }

        mutating func add(both name: String, _ value: Double?, unit: String = "", digits: Int = 2) {
            guard let value else { return }
            let text = Wording.fixed(value, digits: digits) + (unit.isEmpty ? "" : " \(unit)")
            rows.append(Row(name: name, both: text))
        }

        mutating func add(both name: String, _ text: String?) {
            if let text { rows.append(Row(name: name, both: text)) }
        }
    }

    let groups: [Group]

    init(_ comparison: Comparison) {
        groups = [
            Self.alignment(comparison), Self.picture(comparison), Self.sound(comparison),
            Self.file(comparison.file.a, comparison.file.b),
        ].filter { !$0.rows.isEmpty }
    }

    func html() -> String {
        var text = """
            <table><thead><tr><th scope="col">Value</th><th scope="col"><i class="a"></i>A</th>\
            <th scope="col"><i class="b"></i>B</th></tr></thead>
            """
        for group in groups {
            text += """
                <tbody><tr class="group"><th colspan="3" scope="rowgroup">\
                \(HTML.escaped(group.title))</th></tr>
                """
            text += group.rows.map(Self.html).joined(separator: "\n")
            text += "</tbody>\n"
        }
        return text + "</table>"
    }

    private static func html(_ row: Row) -> String {
        let name = #"<tr><th scope="row">\#(HTML.escaped(row.name))</th>"#
        if let both = row.both {
            return name + #"<td colspan="2">\#(HTML.escaped(both))</td></tr>"#
        }
        func cell(_ text: String?, _ isBetter: Bool) -> String {
            let shown = HTML.escaped(text ?? "–")
            guard isBetter else { return "<td>\(shown)</td>" }
            return #"<td class="better">\#(shown)<span class="mark">better</span></td>"#
        }
        return name + cell(row.a, row.better == .a) + cell(row.b, row.better == .b) + "</tr>"
    }
}
