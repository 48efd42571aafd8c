extension OpenAPIDocument {
    static let schemas = [requests, values, answerSchemas].joined(separator: ",\n")

    private static let requests = #"""
        "ClaimRequest": {"type": "object", "required": ["session_id"], "properties": {
          "session_id": {"type": "string", "minLength": 1}, "task_id": {"type": "string"}}},
        "SessionRequest": {"type": "object", "properties": {
          "task_name": {"type": "string", "maxLength": 200},
          "language": {"type": "string", "maxLength": 16}}},
        "RunRequest": {"type": "object", "required": ["session_id", "new_message"],
          "properties": {
            "app_name": {"type": "string"}, "user_id": {"type": "string", "enum": ["me"]},
            "session_id": {"type": "string", "minLength": 1},
            "streaming": {"type": "boolean", "default": false},
            "new_message": {"type": "object", "required": ["parts"], "properties": {
              "role": {"type": "string"},
              "parts": {"type": "array", "minItems": 1, "items": {"type": "object",
                "required": ["text"],
                "properties": {"text": {"type": "string", "minLength": 1}}}}}}}},
        "UploadRequest": {"type": "object", "properties": {
          "files": {"type": "array", "items": {"type": "string",
            "contentMediaType": "application/octet-stream"}},
          "file": {"type": "string", "contentMediaType": "application/octet-stream"}}},
        "AddressRequest": {"type": "object", "required": ["urls"], "properties": {
          "urls": {"type": "array", "minItems": 1, "items": {"type": "string"}},
          "source_type": {"type": "string"}}},
        "RenderRequest": {"type": "object", "required": ["id", "sessionId"], "properties": {
          "id": {"type": "string", "pattern": "^[A-Za-z0-9_.:-]{1,128}$"},
          "sessionId": {"type": "string", "minLength": 1},
          "draft": {"description": "The draft, or its text; without it, the session's.",
            "type": ["object", "string"]},
          "output": {"type": "object", "properties": {
            "format": {"type": "string", "enum": ["mp4"]},
            "quality": {"type": "string"},
            "resolution": {"type": "string", "pattern": "^(480p|720p|1080p|[0-9]+x[0-9]+)$"},
            "fps": {"type": "integer", "enum": [24, 25, 30, 60]}}}}}
        """#

    private static let values = #"""
        "Failure": {"type": "object", "required": ["code", "message", "data", "detail"],
          "properties": {"code": {"type": "integer", "not": {"const": 0}},
            "message": {"type": "string"}, "data": {"type": "null"},
            "detail": {"type": "string"}, "bind_id": {"type": "string"}}},
        "File": {"type": "object",
          "required": ["id", "filename", "file_type", "cdn_url", "url", "hash", "source"],
          "properties": {"id": {"type": "string"}, "filename": {"type": "string"},
            "file_type": {"type": "string", "enum": ["video", "image", "audio"]},
            "cdn_url": {"type": "string"}, "url": {"type": "string"},
            "duration": {"type": "number"}, "width": {"type": "integer"},
            "height": {"type": "integer"}, "fps": {"type": "number"},
            "hash": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "source": {"type": "string"}}},
        "Token": {"type": "object",
          "required": ["token", "user_id", "bind_id", "expires_at", "credits"],
          "properties": {"token": {"type": "string"}, "user_id": {"type": "string"},
            "bind_id": {"type": "string"}, "expires_at": {"type": "string"},
            "credits": {"type": "integer"}}},
        "Claim": {"type": "object", "required": ["claim_token", "expires_in"],
          "properties": {"claim_token": {"type": "string"}, "expires_in": {"type": "integer"}}},
        "Session": {"type": "object", "required": ["task_id", "session_id", "user_id", "bind_id"],
          "properties": {"task_id": {"type": "string"}, "session_id": {"type": "string"},
            "user_id": {"type": "string"}, "bind_id": {"type": "string"}}},
        "Credits": {"type": "object", "required": ["available", "frozen", "total"],
          "properties": {"available": {"type": "integer"}, "frozen": {"type": "integer"},
            "total": {"type": "integer"}}},
        "Upload": {"type": "object",
          "required": ["files", "uploaded_files", "session_state_applied", "url"],
          "properties": {
            "files": {"type": "array", "items": {"$ref": "#/components/schemas/File"}},
            "uploaded_files": {"type": "array", "items": {"$ref": "#/components/schemas/File"}},
            "session_state_applied": {"type": "boolean"}, "url": {"type": "string"}}},
        "State": {"type": "object",
          "required": ["session_id", "task_id", "task_name", "state", "user_id", "bind_id"],
          "properties": {"session_id": {"type": "string"}, "task_id": {"type": "string"},
            "task_name": {"type": "string"}, "user_id": {"type": "string"},
            "bind_id": {"type": "string"},
            "state": {"type": "object", "required":
              ["draft", "video_infos", "generated_media", "video_analyses", "version"],
              "properties": {"draft": {"type": "object"},
                "video_infos": {"type": "array", "items": {"$ref": "#/components/schemas/File"}},
                "generated_media": {"type": "array"}, "video_analyses": {"type": "object"},
                "canvas_config": {"type": "object", "required": ["width", "height"]},
                "version": {"type": "integer"}}}}},
        "Render": {"type": "object", "required": ["id", "taskId", "status", "progress"],
          "properties": {"id": {"type": "string"}, "taskId": {"type": "string"},
            "status": {"type": "string", "enum": ["pending", "processing", "completed", "failed"]},
            "progress": {"type": "integer", "minimum": 0, "maximum": 100},
            "output": {"type": "object", "required": ["url"], "properties": {
              "url": {"type": "string"}, "duration": {"type": "number"},
              "size": {"type": "integer"}}},
            "outputUrl": {"type": "string"}, "error": {"type": "string"},
            "sessionId": {"type": "string"}, "createdAt": {"type": "integer"},
            "completedAt": {"type": "integer"}}},
        "Health": {"type": "object", "required": ["status"],
          "properties": {"status": {"const": "ok"}}},
        "Event": {"type": "object", "description":
            "An event of the agent; its last line may be {\"error\": …, \"code\": …} instead.",
          "properties": {"type": {"type": "string", "enum":
              ["text", "tool_call", "tool_result", "progress", "heartbeat"]},
            "text": {"type": "string"}, "name": {"type": "string"}, "args": {"type": "object"},
            "result": {"type": "object"}, "id": {"type": "string"},
            "invocationId": {"type": "string"}, "author": {"type": "string"},
            "timestamp": {"type": "number"}, "partial": {"type": "boolean"},
            "content": {"type": "object"}, "actions": {"type": "object"},
            "error": {"type": "string"}, "code": {"type": "integer"}}}
        """#

    private static let answerSchemas = [
        "Token", "Claim", "Session", "Credit", "Upload", "State", "Render", "Health",
    ].map { name in
        let data = name == "Credit" ? "Credits" : name
        return ##""\##(name)Answer": {"description": "The fields stand in data and at the top.", "##
            + ##""allOf": [{"$ref": "#/components/schemas/\##(data)"}, "##
            + ##"{"type": "object", "required": ["code", "message", "data"], "properties": "##
            + ##"{"code": {"const": 0}, "message": {"type": "string"}, "##
            + ##""data": {"$ref": "#/components/schemas/\##(data)"}}}]}"##
    }.joined(separator: ",\n")
}
