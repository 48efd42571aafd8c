/// The status and the fields of an answer, read line by line (RFC 9112, 4 and 5).
struct ResponseHead {
    private(set) var status = 0
    /// By name in lower case; those that come more than once are joined (RFC 9110, 5.3).
    private(set) var fields: [String: String] = [:]
    /// Whether the last line was read, of an answer that is none in between (`100 Continue`).
    private(set) var isWhole = false

    mutating func take(_ line: String) {
        // What follows the body may have fields too.
        guard !isWhole else { return }
        let line = line.trimmingSuffix(while: \.isNewline)
        if line.hasPrefix("HTTP/") {
            let parts = line.split(separator: " ")
            (status, fields) = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0, [:])
        } else if line.isEmpty {
            isWhole = status >= 200
        } else if let colon = line.firstIndex(of: ":") {
            let name = line[..<colon].lowercased()
            let value = line[line.index(after: colon)...].trimmingSuffix(while: \.isWhitespace)
                .drop(while: \.isWhitespace)
            fields[name] = fields[name].map { "\($0), \(value)" } ?? String(value)
        }
    }
}

extension StringProtocol {
    fileprivate func trimmingSuffix(while isCut: (Character) -> Bool) -> SubSequence {
        var end = endIndex
        while end > startIndex, isCut(self[index(before: end)]) { end = index(before: end) }
        return self[..<end]
    }
}
