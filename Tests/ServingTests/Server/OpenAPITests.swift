import FlyingFox
import Foundation
import Planning
import Testing
import VideoAPI

@testable import Serving

@Suite struct OpenAPITests {
    private func document() async throws -> JSONObject {
        try await ServerFixture().call(.GET, "/openapi.json").json
    }

    @Test func everyEndpointIsDescribedAndNothingElse() async throws {
        let document = try await document()
        #expect(document["openapi"]?.string == "3.1.0")
        let paths = try #require(document["paths"]?.object)
        var described: Set<String> = []
        for path in paths.keys {
            for method in paths[path]?.object?.keys ?? [] {
                described.insert("\(method.uppercased()) \(path)")
            }
        }
        let real = Set(Endpoint.allCases.map { "\($0.method.rawValue) \($0.pattern)" })
        #expect(described == real)
    }

    @Test func everyReferenceLeadsSomewhere() async throws {
        let root = try await document()
        var references: Set<String> = []
        Self.collect(Planning.JSONValue.object(root), into: &references)
        #expect(references.count > 20)
        for reference in references {
            #expect(Self.node(reference, root) != nil, "\(reference)")
        }
    }

    private static func collect(_ value: Planning.JSONValue, into references: inout Set<String>) {
        switch value {
        case .object(let object):
            for key in object.keys {
                guard let node = object[key] else { continue }
                if key == "$ref", let text = node.string { references.insert(text) }
                collect(node.value, into: &references)
            }
        case .array(let items): items.forEach { collect($0.value, into: &references) }
        default: break
        }
    }

    static func node(_ reference: String, _ root: JSONObject) -> JSONNode? {
        var node: JSONNode? = JSONNode(.object(root))
        for step in reference.split(separator: "/").dropFirst() {
            node = node?.object?[String(step)]
        }
        return node
    }

    @Test func everyVariableStepIsAParameter() async throws {
        let root = try await document()
        for endpoint in Endpoint.allCases {
            let operation = try #require(
                root["paths"]?.object?[endpoint.pattern]?.object?[
                    endpoint.method.rawValue.lowercased()]?.object)
            let names = (operation["parameters"]?.array ?? []).compactMap { node in
                let object = node.object?["$ref"]?.string.flatMap { Self.node($0, root) } ?? node
                return object.object?["in"]?.string == "path"
                    ? object.object?["name"]?.string : nil
            }
            let steps = endpoint.pattern.split(separator: "/").filter { $0.hasPrefix("{") }
                .map { String($0.dropFirst().dropLast()) }
            #expect(Set(names) == Set(steps), "\(endpoint.pattern)")
        }
    }

    @Test func realAnswersHaveTheRequiredFields() async throws {
        let root = try await document()
        let server = try ServerFixture()
        let token = try await server.token()
        let session = try await server.session(token)
        let answers: [(String, Reply)] = [
            (
                "TokenAnswer",
                try await server.call(
                    .POST, "/api/auth/anonymous-token", headers: ["X-Client-Id": "x"])
            ),
            (
                "SessionAnswer",
                try await server.post(
                    "/api/tasks/me/with-session/nemo_agent", "{}", token: token)
            ),
            (
                "ClaimAnswer",
                try await server.post(
                    "/api/auth/claim-token", #"{"session_id":"\#(session)"}"#, token: token)
            ),
            ("UploadAnswer", try await server.upload(session, token)),
            ("StateAnswer", try await server.state(session, token)),
            (
                "CreditAnswer",
                try await server.call(.GET, "/api/credits/balance/simple", token: token)
            ),
            ("RenderAnswer", try await server.render("r", session, token)),
            ("RenderAnswer", try await server.status("r", token, until: "completed")),
            ("HealthAnswer", try await server.call(.GET, "/health")),
            ("Failure", try await server.call(.GET, "/nothing")),
            ("Failure", try await server.call(.DELETE, "/health")),
            ("Failure", try await server.say("x", "1", token)),
        ]
        for (name, reply) in answers {
            let schema = try #require(Self.node("#/components/schemas/\(name)", root))
            let problems = Self.problems(.object(try reply.json), schema, root, at: name)
            #expect(problems.isEmpty, "\(problems) \(reply.text)")
        }
    }

    /// What of `value` is not as the schema says: types, required fields, closed lists.
    private static func problems(
        _ value: Planning.JSONValue, _ schema: JSONNode, _ root: JSONObject, at place: String
    ) -> [String] {
        guard let schema = schema.object else { return ["\(place): no schema"] }
        if let reference = schema["$ref"]?.string {
            return node(reference, root).map { problems(value, $0, root, at: place) }
                ?? ["\(place): no \(reference)"]
        }
        var found = (schema["allOf"]?.array ?? []).flatMap {
            problems(value, $0, root, at: place)
        }
        if let type = schema["type"]?.string, !fits(value, type) {
            found.append("\(place): \(type)")
        }
        if let constant = schema["const"], constant.value != value {
            found.append("\(place): const")
        }
        if let words = schema["enum"]?.array, !words.contains(where: { $0.value == value }) {
            found.append("\(place): enum")
        }
        if case .array(let items) = value, let item = schema["items"] {
            found += items.flatMap { problems($0.value, item, root, at: place + "[]") }
        }
        guard case .object(let object) = value else { return found }
        for key in (schema["required"]?.array ?? []).compactMap(\.string) where object[key] == nil {
            found.append("\(place): no \(key)")
        }
        for key in schema["properties"]?.object?.keys ?? [] {
            guard let node = object[key], let inner = schema["properties"]?.object?[key] else {
                continue
            }
            found += problems(node.value, inner, root, at: "\(place).\(key)")
        }
        return found
    }

    private static func fits(_ value: Planning.JSONValue, _ type: String) -> Bool {
        switch (value, type) {
        case (.object, "object"), (.array, "array"), (.string, "string"), (.null, "null"),
            (.bool, "boolean"), (.number, "number"):
            true
        case (.number(let number), "integer"): number.integer != nil
        default: false
        }
    }
}
