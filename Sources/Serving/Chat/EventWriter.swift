import Foundation
import Planning

/// Writes events as lines of a stream: `data: ` and one JSON object, in the shape of ADK's events.
///
/// Where `addsKeys`, an event also has `type`, and `text`, `name`, `args` or `result`, for readers
/// that know no ADK. `text` stands on the deltas or on the whole, never on both.
struct EventWriter: Sendable {
    let addsKeys: Bool
    /// Whether the answer comes in pieces first.
    let isStreaming: Bool
    let invocation = "e-" + UUID().uuidString.lowercased()

    init(addsKeys: Bool, isStreaming: Bool) {
        self.addsKeys = addsKeys
        self.isStreaming = isStreaming
    }

    /// Returns the bytes of `event`, with the empty line that ends it.
    func line(_ event: AgentEvent, at time: Date = Date()) -> Data {
        Data("data: \(CompactJSON.text(of: object(event, time)))\n\n".utf8)
    }

    private func object(_ event: AgentEvent, _ time: Date) -> JSONObject {
        switch event {
        case .heartbeat: .of(["type": .string("heartbeat")])
        case .failure(let code, let message, let bindID):
            .of([
                "error": .string(message), "code": JSON.number(code),
                "errorCode": .string(String(code)), "errorMessage": .string(message),
                "bind_id": bindID.map { .string($0) },
            ])
        case .text(let text):
            whole(text, time)
        case .delta(let text):
            shape(
                part: JSON.object(["text": .string(text)]), role: "model", time,
                more: [("partial", .bool(true))],
                extras: [("type", .string("text")), ("text", .string(text))])
        case .call(let id, let name, let arguments): call(id, name, arguments, time)
        case .result(let id, let name, let response, let version):
            result(id, name, response, version, time)
        case .progress(let words):
            shape(
                part: nil, role: "model", delta: .of(["progress": .string(words)]), time,
                extras: [("type", .string("progress"))])
        }
    }

    private func whole(_ text: String, _ time: Date) -> JSONObject {
        var extras: [(String, JSONValue)] = [("type", .string("text"))]
        if !isStreaming { extras.append(("text", .string(text))) }
        return shape(
            part: JSON.object(["text": .string(text)]), role: "model", time,
            extras: isStreaming ? [] : extras)
    }

    private func call(
        _ id: String, _ name: String, _ arguments: JSONObject, _ time: Date
    ) -> JSONObject {
        let call = JSON.object([
            "id": .string(id), "args": .object(arguments), "name": .string(name),
        ])
        return shape(
            part: JSON.object(["functionCall": call]), role: "model", time,
            more: [("longRunningToolIds", JSON.array([]))],
            extras: [
                ("type", .string("tool_call")), ("name", .string(name)),
                ("args", .object(arguments)),
            ])
    }

    private func result(
        _ id: String, _ name: String, _ response: JSONObject, _ version: Int?, _ time: Date
    ) -> JSONObject {
        let answer = JSON.object([
            "id": .string(id), "name": .string(name), "response": .object(response),
        ])
        let delta = version.map { JSONObject.of(["draft_version": JSON.number($0)]) }
        return shape(
            part: JSON.object(["functionResponse": answer]), role: "user",
            delta: delta ?? JSONObject(), time,
            extras: [
                ("type", .string("tool_result")), ("name", .string(name)),
                ("result", .object(response)),
            ])
    }

    private func shape(
        part: JSONValue?, role: String, delta: JSONObject = JSONObject(), _ time: Date,
        more: [(String, JSONValue)] = [], extras: [(String, JSONValue)] = []
    ) -> JSONObject {
        let content = part.map {
            JSON.object(["parts": JSON.array([$0]), "role": .string(role)])
        }
        var object = JSONObject.of([
            "content": content, "invocationId": .string(invocation),
            "author": .string("nemo_agent"),
            "actions": JSON.object([
                "stateDelta": .object(delta), "artifactDelta": .object(JSONObject()),
                "requestedAuthConfigs": .object(JSONObject()),
            ]), "id": .string(UUID().uuidString.lowercased()),
            "timestamp": JSON.number((time.timeIntervalSince1970 * 1000).rounded() / 1000),
        ])
        for (key, value) in more { object.set(key, JSONNode(value)) }
        if addsKeys { for (key, value) in extras { object.set(key, JSONNode(value)) } }
        return object
    }
}
