extension OpenAPIDocument {
    static let paths = [accounts, work, renders, rest].joined(separator: ",\n")

    private static let accounts = #"""
        "/api/auth/anonymous-token": {"post": {"operationId": "anonymousToken",
          "summary": "Gives the client its token.", "security": [],
          "parameters": [{"$ref": "#/components/parameters/client"}],
          "responses": {\#(answers("TokenAnswer", "400", "429"))}}},
        "/api/auth/claim-token": {"post": {"operationId": "claimToken",
          "summary": "Gives a token for the link of a project.",
          "requestBody": \#(body("ClaimRequest")),
          "responses": {\#(answers("ClaimAnswer", "400", "401", "404", "413"))}}},
        "/api/tasks/{user}/with-session/nemo_agent": {"post": {"operationId": "createSession",
          "summary": "Makes a session.",
          "parameters": [{"$ref": "#/components/parameters/user"}],
          "requestBody": \#(body("SessionRequest", required: false)),
          "responses": {\#(answers("SessionAnswer", "400", "401", "403", "413"))}}},
        "/api/credits/balance/simple": {"get": {"operationId": "credits",
          "summary": "Tells the credits that are left.",
          "responses": {\#(answers("CreditAnswer", "401"))}}}
        """#

    private static let work = #"""
        "/run_sse": {"post": {"operationId": "runSSE",
          "summary": "Sends a message to the agent; the answer is a stream of events.",
          "requestBody": \#(body("RunRequest")),
          "responses": {"200": {"description":
              "One line for each event: data: and an Event as JSON. Its end is the end.",
              "content": {"text/event-stream": {}}},
            \#(failures("400", "401", "403", "404", "413", "429"))}}},
        "/api/upload-video/nemo_agent/{user}/{session}": {"post": {"operationId": "upload",
          "summary": "Takes pictures, films and sounds into a session.",
          "parameters": [{"$ref": "#/components/parameters/user"},
            {"$ref": "#/components/parameters/session"}],
          "requestBody": {"required": true, "content": {
            "multipart/form-data": {"schema": {"$ref": "#/components/schemas/UploadRequest"}},
            "application/json": {"schema": {"$ref": "#/components/schemas/AddressRequest"}}}},
          "responses": {\#(uploaded)}}},
        "/api/state/nemo_agent/{user}/{session}/latest": {"get": {"operationId": "state",
          "summary": "Tells how a session stands: its draft and its files.",
          "parameters": [{"$ref": "#/components/parameters/user"},
            {"$ref": "#/components/parameters/session"}],
          "responses": {\#(answers("StateAnswer", "401", "403", "404"))}}}
        """#

    private static let uploaded = answers(
        "UploadAnswer", "400", "401", "403", "404", "408", "413", "415", "429")

    private static let attribution = #"""
        {"$ref": "#/components/parameters/source"}, {"$ref": "#/components/parameters/version"},
        {"$ref": "#/components/parameters/platform"}
        """#

    private static let renders = #"""
        "/api/render/proxy/lambda": {"post": {"operationId": "submitRender",
          "summary": "Asks for a video of a draft.", "parameters": [\#(attribution)],
          "requestBody": \#(body("RenderRequest")), "responses": {\#(submitted)}}},
        "/api/render/proxy/draft": {"post": {"operationId": "submitRenderOld",
          "summary": "The older path of the same.", "parameters": [\#(attribution)],
          "requestBody": \#(body("RenderRequest")), "responses": {\#(submitted)}}},
        "/api/render/proxy/lambda/{id}": {"get": {"operationId": "renderStatus",
          "summary": "Tells how a render stands.",
          "parameters": [{"$ref": "#/components/parameters/id"}],
          "responses": {\#(answers("RenderAnswer", "401", "404"))}}},
        "/api/render/proxy/{id}": {"get": {"operationId": "renderStatusOld",
          "summary": "The older path of the same.",
          "parameters": [{"$ref": "#/components/parameters/id"}],
          "responses": {\#(answers("RenderAnswer", "401", "404"))}}},
        "/api/render/proxy/lambda/{id}/cancel": {"post": {"operationId": "cancelRender",
          "summary": "Ends a render.",
          "parameters": [{"$ref": "#/components/parameters/id"}],
          "responses": {\#(answers("RenderAnswer", "401", "404"))}}},
        "/api/render/proxy/{id}/download": {"get": {"operationId": "downloadRender",
          "summary": "Gives the finished video.",
          "parameters": [{"$ref": "#/components/parameters/id"},
            {"$ref": "#/components/parameters/range"}],
          "responses": {\#(bytes), \#(failures("401", "404", "416"))}}}
        """#

    private static let submitted = answers(
        "RenderAnswer", "400", "401", "402", "404", "409", "413", "415", "429")

    private static let bytes = #"""
        "200": {"description": "The file.", "content": {"video/mp4": {}, "image/png": {},
          "image/jpeg": {}, "audio/mpeg": {}, "application/octet-stream": {}}},
        "206": {"description": "The part that was asked for.", "content": {"video/mp4": {},
          "application/octet-stream": {}}}
        """#

    private static let rest = #"""
        "/files/{key}/{name}": {"get": {"operationId": "file", "security": [],
          "summary": "Gives an upload or a video to whoever knows its link.",
          "parameters": [
            {"name": "key", "in": "path", "required": true,
              "schema": {"type": "string", "pattern": "^[A-Za-z0-9_-]{1,64}$"}},
            {"name": "name", "in": "path", "required": true,
              "schema": {"type": "string", "pattern": "^[A-Za-z0-9_.-]{1,200}$"}},
            {"$ref": "#/components/parameters/range"}],
          "responses": {\#(bytes), \#(failures("404", "416"))}}},
        "/workspace/claim": {"get": {"operationId": "claimPage", "security": [],
          "summary": "A page for people.", "responses": {\#(page)}}},
        "/register": {"get": {"operationId": "registerPage", "security": [],
          "summary": "A page for people.", "responses": {\#(page)}}},
        "/openapi.json": {"get": {"operationId": "openAPI", "security": [],
          "summary": "This document.", "responses": {"200": {"description": "OpenAPI 3.1.",
            "content": {"application/json": {"schema": {"type": "object",
              "required": ["openapi", "info", "paths"]}}}}, \#(failures())}}},
        "/health": {"get": {"operationId": "health", "security": [],
          "summary": "Tells that the server answers.",
          "responses": {\#(answers("HealthAnswer"))}}}
        """#

    private static let page = #"""
        "200": {"description": "The page.", "content": {"text/html": {"schema":
          {"type": "string"}}}}, \#(failures())
        """#

    private static func body(_ schema: String, required: Bool = true) -> String {
        ##"{"required": \##(required), "content": {"application/json": {"schema": "##
            + ##"{"$ref": "#/components/schemas/\##(schema)"}}}}"##
    }

    private static func answers(_ schema: String, _ statuses: String...) -> String {
        ##""200": {"description": "Done.", "content": {"application/json": {"schema": "##
            + ##"{"$ref": "#/components/schemas/\##(schema)"}}}}, "## + list(statuses)
    }

    private static func failures(_ statuses: String...) -> String { list(statuses) }

    /// Some come from checks before any endpoint: a strange host, too much at once, a long header.
    private static func list(_ statuses: [String]) -> String {
        Set(statuses + ["403", "404", "429", "431", "500"]).sorted()
            .map { ##""\##($0)": {"$ref": "#/components/responses/\##($0)"}"## }
            .joined(separator: ", ")
    }
}
