import Planning

/// The description of the API for programs, OpenAPI 3.1: `GET /openapi.json`.
enum OpenAPIDocument {
    /// The whole; empty where the texts are broken, which a test rules out.
    static let root: JSONObject = {
        do {
            return try JSONDocument(parsing: Array(text.utf8)).root.object ?? JSONObject()
        } catch {
            return JSONObject()
        }
    }()

    private static var text: String {
        #"""
        {"openapi": "3.1.0",
         "info": {"title": "Explainer video API", "version": "1.0.0",
           "description": "A local server with the paths and answers of the hosted video API."},
         "servers": [{"url": "/"}],
         "security": [{"bearer": []}],
         "paths": {\#(paths)},
         "components": {"securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
           "parameters": {\#(parameters)}, "responses": {\#(responses)}, "schemas": {\#(schemas)}}}
        """#
    }

    private static let parameters = #"""
        "user": {"name": "user", "in": "path", "required": true,
          "description": "me, or the user's own id.",
          "schema": {"type": "string", "enum": ["me"]}},
        "session": {"name": "session", "in": "path", "required": true,
          "schema": {"type": "string", "pattern": "^[A-Za-z0-9_-]{1,64}$"}},
        "id": {"name": "id", "in": "path", "required": true,
          "schema": {"type": "string", "pattern": "^[A-Za-z0-9_.:-]{1,128}$"}},
        "client": {"name": "X-Client-Id", "in": "header", "required": true,
          "schema": {"type": "string", "pattern": "^[!-~]{1,64}$"}},
        "source": {"name": "X-Skill-Source", "in": "header", "required": false,
          "schema": {"type": "string"}},
        "version": {"name": "X-Skill-Version", "in": "header", "required": false,
          "schema": {"type": "string"}},
        "platform": {"name": "X-Skill-Platform", "in": "header", "required": false,
          "schema": {"type": "string"}},
        "range": {"name": "Range", "in": "header", "required": false,
          "description": "bytes=FIRST-LAST; one range.", "schema": {"type": "string"}}
        """#

    /// What an endpoint may answer beside success; all in the envelope.
    private static let responses = [
        "400", "401", "402", "403", "404", "408", "409", "413", "415",
        "416", "429", "431", "500",
    ]
    .map { status in
        let extra =
            status == "429"
            ? #""headers": {"Retry-After": {"schema": {"type": "string"}}}, "# : ""
        return #""\#(status)": {"description": "\#(meanings[status] ?? "")", \#(extra)"#
            + #""content": {"application/json": {"schema": "#
            + ##"{"$ref": "#/components/schemas/Failure"}}}}"##
    }.joined(separator: ",\n")

    private static let meanings = [
        "400": "The request can't be understood.", "401": "1001: the token is bad or has expired.",
        "402": "Attribution headers are missing, on a strict server.",
        "403": "2001: no credits; or another host, origin or user.",
        "404": "1002: the session is unknown; or there is nothing of this name.",
        "408": "The request came too slowly.",
        "409": "Another render has this id.", "413": "4002: too large.",
        "415": "4001: a kind of file that is not taken.", "416": "No byte is in the range.",
        "429": "Too much at once; Retry-After tells when to ask again.",
        "431": "The header is too large.", "500": "The server could not do it.",
    ]
}
