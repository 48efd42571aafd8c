import Foundation
package import Planning

/// What a language model is asked, in OpenAI's chat protocol.
package struct ChatRequest: Hashable, Sendable {
    /// The rules of the answer.
    package var system: String

    package var user: String

    package var format: Format

    /// 0...2; 0 gives the likeliest answer.
    package var temperature: Double

    /// The same seed gives the same answer, where the model can do that.
    package var seed: UInt64

    package init(
        system: String, user: String, format: Format, temperature: Double, seed: UInt64 = 0
    ) {
        self.system = system
        self.user = user
        self.format = format
        self.temperature = temperature
        self.seed = seed
    }

    /// The form that the answer is to have; models keep to it more or less.
    package enum Format: Hashable, Sendable {
        /// Any JSON object.
        case object
        /// What a JSON Schema allows.
        case schema(name: String, JSONValue)
    }

    /// The body of the request: RFC 8259 JSON in UTF-8.
    func body(model: String) -> Data {
        let value = JSON.object([
            "model": .string(model),
            "messages": JSON.array([message("system", system), message("user", user)]),
            "response_format": format.json,
            "temperature": JSON.number(temperature),
            "seed": JSON.number(Int(seed % (1 << 31))),
            "stream": .bool(false),
        ])
        return Data(JSONWriter.text(of: value).utf8)
    }

    private func message(_ role: String, _ content: String) -> JSONValue {
        JSON.object(["role": .string(role), "content": .string(content)])
    }
}

extension ChatRequest.Format {
    fileprivate var json: JSONValue {
        switch self {
        case .object: JSON.object(["type": .string("json_object")])
        case .schema(let name, let schema):
            JSON.object([
                "type": .string("json_schema"),
                "json_schema": JSON.object([
                    "name": .string(name), "strict": .bool(true), "schema": schema,
                ]),
            ])
        }
    }
}
