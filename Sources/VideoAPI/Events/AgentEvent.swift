import Foundation
import Planning

/// What one event of the agent's stream says.
package enum AgentEvent: Hashable, Sendable {
    /// Text for people: a delta of a longer one where `isPartial`, else the whole.
    case text(String, isPartial: Bool)
    case toolCall(name: String)
    case toolResult(name: String)
    /// The server is alive and works on.
    case heartbeat
    case failure(APIFailure)
    /// What says nothing to a person: changes of state, thoughts, unknown kinds.
    case other
}

extension AgentEvent {
    /// Reads what `event` says.
    ///
    /// One event can hold text and calls of tools; they come in the order of its parts, texts
    /// joined to one that stands first.
    package static func all(in event: SSEEvent) -> [AgentEvent] {
        let data = event.data.trimmingCharacters(in: .whitespacesAndNewlines)
        if event.name == "heartbeat" || data.isEmpty || data == "heartbeat" { return [.heartbeat] }
        guard let object = object(data) else { return [.other] }
        if let failure = failure(in: object) { return [.failure(failure)] }
        let type = object["type"]?.string
        if type == "heartbeat" { return [.heartbeat] }
        if let parts = object["content"]?.object?["parts"]?.array {
            return events(of: parts, isPartial: object["partial"]?.value == .bool(true))
        }
        if type == "text", let text = object["content"]?.string {
            return [.text(text, isPartial: false)]
        }
        if let text = object["text"]?.string {
            return [.text(text, isPartial: object["partial"]?.value == .bool(true))]
        }
        let name = object["name"]?.string ?? ""
        switch type {
        case "tool_call": return [.toolCall(name: name)]
        case "tool_result": return [.toolResult(name: name)]
        default: return [.other]
        }
    }

    /// What is no JSON object says nothing; it does not end the stream.
    private static func object(_ data: String) -> JSONObject? {
        do { return try JSONDocument(parsing: Array(data.utf8)).root.object } catch { return nil }
    }

    private static func failure(in object: JSONObject) -> APIFailure? {
        let number = object["code"]?.integer ?? 0
        let word = first(["errorCode", "error_code"], in: object)
        let error = first(["error"], in: object)
        let message = first(["errorMessage", "error_message"], in: object)
        guard number != 0 || word != nil || error != nil || message != nil else { return nil }
        let details = error?.object
        let code =
            number != 0
            ? number
            : code(word) ?? code(details?["code"]) ?? APICode.failed.rawValue
        let words =
            message?.string ?? error?.string ?? details?["message"]?.string
            ?? object["message"]?.string ?? word?.string ?? "the service reports an error"
        return APIFailure(code: code, message: words, bindID: object["bind_id"]?.string)
    }

    /// The number of a code that is written as a number or as digits.
    private static func code(_ node: JSONNode?) -> Int? {
        node?.integer ?? node?.string.flatMap { Int($0) }
    }

    /// The first of `keys` that says something: null, false, 0 and empty text say nothing.
    private static func first(_ keys: [String], in object: JSONObject) -> JSONNode? {
        for key in keys {
            guard let node = object[key] else { continue }
            switch node.value {
            case .null, .bool(false), .string(""): continue
            case .number(let number) where number.integer == 0: continue
            default: return node
            }
        }
        return nil
    }

    private static func events(of parts: [JSONNode], isPartial: Bool) -> [AgentEvent] {
        var (text, tools): (String?, [AgentEvent]) = (nil, [])
        for part in parts.compactMap(\.object) {
            if let words = part["text"]?.string {
                guard part["thought"]?.value != .bool(true) else { continue }
                text = (text ?? "") + words
            } else if let call = (part["functionCall"] ?? part["function_call"])?.object {
                tools.append(.toolCall(name: call["name"]?.string ?? ""))
            } else if let result = (part["functionResponse"] ?? part["function_response"])?.object {
                tools.append(.toolResult(name: result["name"]?.string ?? ""))
            }
        }
        let events = (text.map { [.text($0, isPartial: isPartial)] } ?? []) + tools
        return events.isEmpty ? [.other] : events
    }
}
