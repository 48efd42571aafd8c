import Foundation
import Planning

/// How values are written in one language.
struct Phrasing {
    var language: EditLanguage

    /// True where there is nothing before: values stand alone then, without an arrow.
    var saysNewOnly = false

    /// Returns the text of the language.
    func callAsFunction(_ english: String, _ chinese: String) -> String {
        language == .english ? english : chinese
    }

    var comma: String { self(", ", "，") }
    var colon: String { self(": ", "：") }

    func quoted(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        let short = line.count > 40 ? "\(line.prefix(39))…" : line
        return self("\"\(short)\"", "“\(short)”")
    }

    func inBrackets(_ text: String) -> String { self(" (\(text))", "（\(text)）") }

    /// At most two decimals.
    func number(_ value: Double) -> String {
        let hundredths = (value * 100).rounded()
        guard hundredths.isFinite, abs(hundredths) < 1e15 else { return "\(value)" }
        return JSONNumber(hundredths / 100).text
    }

    /// `1.5 s`.
    func seconds(_ milliseconds: Int) -> String {
        number(Double(milliseconds) / 1000) + self(" s", " 秒")
    }

    /// To the last digit.
    func milliseconds(_ value: Int) -> String { "\(value)" + self(" ms", " 毫秒") }

    /// `10-15 s`; an end that only a file knows is `?`.
    func span(_ start: Int, _ end: Int?) -> String {
        number(Double(start) / 1000) + "-" + (end.map(seconds) ?? self("? s", "? 秒"))
    }

    func percent(_ share: Double) -> String {
        let whole = (share * 100).rounded()
        return JSONNumber(whole).text + self(" %", "%")
    }

    /// As many digits as there are.
    func exactPercent(_ share: Double) -> String {
        JSONNumber((share * 1e8).rounded() / 1e6).text + self(" %", "%")
    }

    /// `3×`.
    func times(_ factor: Double) -> String { number(factor) + "×" }

    /// By name where there is one; how opaque it is where it hardly shows.
    func color(_ color: Color) -> String {
        let opaque = Color(red: color.red, green: color.green, blue: color.blue)
        let name =
            language == .english ? ColorNames.name(of: opaque) : ColorNames.chineseName(of: opaque)
        let share = Double(color.alpha) / 255
        return (name ?? opaque.hex) + (share < 0.95 ? " " + percent(share) : "")
    }

    func list(_ items: [String]) -> String { items.joined(separator: self(", ", "、")) }

    /// `1, 2 and 4`.
    func enumeration(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        let before = items[items.count - 2].last?.isNumber ?? false ? " " : ""
        let behind = last.first?.isNumber ?? false ? " " : ""
        return list(items.dropLast()) + self(" and ", before + "和" + behind) + last
    }

    // MARK: - Changes

    func changed(_ label: String, _ old: String, _ new: String) -> String {
        let gap = label.isEmpty || label.hasSuffix("：") ? "" : " "
        return saysNewOnly ? "\(label)\(gap)\(new)" : "\(label)\(gap)\(old) → \(new)"
    }

    func added(_ item: String) -> String {
        saysNewOnly ? item : self("\(item) added", "新增\(item)")
    }

    func removed(_ item: String) -> String { self("\(item) removed", "去掉\(item)") }
}
