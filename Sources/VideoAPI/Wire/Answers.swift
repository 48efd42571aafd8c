import Foundation
package import Planning

/// What `POST /api/auth/anonymous-token` gives.
package struct TokenGrant: Hashable, Sendable {
    package var token: String
    package var userID: String
    /// ISO 8601 with `Z`.
    package var expiresAt: String
    package var credits: Int

    package init(token: String, userID: String, expiresAt: String, credits: Int) {
        self.token = token
        self.userID = userID
        self.expiresAt = expiresAt
        self.credits = credits
    }

    package var json: JSONObject {
        .of([
            "token": .string(token), "user_id": .string(userID), "bind_id": .string(userID),
            "expires_at": .string(expiresAt), "credits": JSON.number(credits),
        ])
    }

    package init?(_ fields: Envelope.Fields) {
        guard let token = fields["token"]?.string, !token.isEmpty else { return nil }
        self.init(
            token: token, userID: fields["user_id", "bind_id"]?.string ?? "",
            expiresAt: fields["expires_at"]?.string ?? "", credits: fields["credits"]?.integer ?? 0)
    }
}

/// What `POST /api/tasks/me/with-session/nemo_agent` gives.
package struct SessionGrant: Hashable, Sendable {
    package var taskID: String
    package var sessionID: String
    package var userID: String

    package init(taskID: String, sessionID: String, userID: String) {
        self.taskID = taskID
        self.sessionID = sessionID
        self.userID = userID
    }

    package var json: JSONObject {
        .of([
            "task_id": .string(taskID), "session_id": .string(sessionID),
            "user_id": .string(userID), "bind_id": .string(userID),
        ])
    }

    package init?(_ fields: Envelope.Fields) {
        guard let session = fields["session_id", "sessionId"]?.string, !session.isEmpty else {
            return nil
        }
        self.init(
            taskID: fields["task_id", "taskId"]?.string ?? "", sessionID: session,
            userID: fields["user_id", "bind_id"]?.string ?? "")
    }
}

/// A file that was uploaded or made, as answers and states name it.
package struct RemoteFile: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable { case video, image, audio }

    package var id: String
    package var filename: String
    package var kind: Kind
    package var url: String
    /// Seconds; nil for pictures.
    package var duration: Double?
    package var width: Int?
    package var height: Int?
    package var framesPerSecond: Double?
    /// SHA-256, in lower-case hexadecimal.
    package var hash: String

    package init(id: String, filename: String, kind: Kind, url: String, hash: String) {
        self.id = id
        self.filename = filename
        self.kind = kind
        self.url = url
        self.hash = hash
    }

    package var json: JSONObject {
        .of([
            "id": .string(id), "filename": .string(filename), "file_type": .string(kind.rawValue),
            "cdn_url": .string(url), "url": .string(url),
            "duration": duration.map { JSON.number($0) }, "width": width.map { JSON.number($0) },
            "height": height.map { JSON.number($0) },
            "fps": framesPerSecond.map { JSON.number($0) }, "hash": .string(hash),
            "source": .string("upload"),
        ])
    }

    package init?(_ node: JSONNode) {
        guard let object = node.object,
            let url = (object["cdn_url"] ?? object["url"] ?? object["path"])?.string
        else { return nil }
        let kind = object["file_type"]?.string.flatMap(Kind.init(rawValue:)) ?? .video
        self.init(
            id: object["id"]?.string ?? "", filename: object["filename"]?.string ?? "", kind: kind,
            url: url, hash: object["hash"]?.string ?? "")
        duration = object["duration"]?.double
        width = object["width"]?.integer
        height = object["height"]?.integer
        framesPerSecond = object["fps"]?.double
    }
}

/// What `GET /api/credits/balance/simple` gives.
package struct CreditBalance: Hashable, Sendable {
    package var available: Int
    /// Reserved by work that runs.
    package var frozen: Int
    package var total: Int { available + frozen }

    package init(available: Int, frozen: Int) {
        self.available = available
        self.frozen = frozen
    }

    package var json: JSONObject {
        .of([
            "available": JSON.number(available), "frozen": JSON.number(frozen),
            "total": JSON.number(total),
        ])
    }

    /// Negative or missing numbers count as 0.
    package init(_ fields: Envelope.Fields) {
        self.init(
            available: max(fields["available"]?.integer ?? 0, 0),
            frozen: max(fields["frozen"]?.integer ?? 0, 0))
    }
}

/// How a render stands.
package struct RenderStatus: Hashable, Sendable {
    package enum Stage: String, Hashable, Sendable, CaseIterable {
        case pending, processing, completed, failed
    }

    package var id: String
    package var stage: Stage
    /// 0...100.
    package var progress: Int
    /// Where the file is; nil before it is done.
    package var url: String?
    /// Seconds.
    package var duration: Double?
    /// Bytes.
    package var size: Int?
    package var error: String?

    package init(id: String, stage: Stage, progress: Int) {
        self.id = id
        self.stage = stage
        self.progress = progress
    }

    /// Both documented shapes at once: flat and in `data`, `output.url` and `outputUrl`.
    package var json: JSONObject {
        let output = url.map { url in
            JSON.object([
                "url": .string(url), "duration": duration.map { JSON.number($0) },
                "size": size.map { JSON.number($0) },
            ])
        }
        return .of([
            "id": .string(id), "taskId": .string(id), "status": .string(stage.rawValue),
            "progress": JSON.number(progress), "output": output,
            "outputUrl": url.map { .string($0) }, "error": error.map { .string($0) },
        ])
    }

    /// A word for the stage that is not known counts as work that goes on.
    package init?(_ fields: Envelope.Fields, id asked: String) {
        guard let word = fields["status"]?.string else { return nil }
        self.init(
            id: fields["id", "taskId"]?.string ?? asked,
            stage: Stage(rawValue: word.lowercased()) ?? .processing,
            progress: min(max(fields["progress"]?.integer ?? 0, 0), 100))
        let output = fields["output"]?.object
        url = fields["outputUrl"]?.string ?? output?["url"]?.string
        duration = output?["duration"]?.double
        size = output?["size"]?.integer
        error = fields["error"]?.string
    }
}

/// What `GET /api/state/nemo_agent/me/{sid}/latest` gives.
package struct SessionState: Hashable, Sendable {
    package var sessionID: String
    package var taskID: String
    package var taskName: String
    /// The draft; nil before there is any.
    package var draft: JSONValue?
    package var files: [RemoteFile]
    /// Counts up with every change of the draft; nil where the server tells none.
    package var version: Int?
    package var width: Int?
    package var height: Int?

    package init(sessionID: String, taskID: String, taskName: String) {
        self.sessionID = sessionID
        self.taskID = taskID
        self.taskName = taskName
        files = []
    }

    package var json: JSONObject {
        let canvas = width.flatMap { width in
            height.map { height in
                JSON.object(["width": JSON.number(width), "height": JSON.number(height)])
            }
        }
        let state = JSON.object([
            "draft": draft ?? .object(JSONObject()),
            "video_infos": JSON.array(files.map { .object($0.json) }),
            "generated_media": JSON.array([]), "canvas_config": canvas,
            "video_analyses": .object(JSONObject()), "version": version.map { JSON.number($0) },
        ])
        return .of([
            "session_id": .string(sessionID), "task_id": .string(taskID),
            "task_name": .string(taskName), "state": state,
        ])
    }

    package init?(_ fields: Envelope.Fields) {
        guard let state = fields["state"]?.object else { return nil }
        self.init(
            sessionID: fields["session_id"]?.string ?? "", taskID: fields["task_id"]?.string ?? "",
            taskName: fields["task_name"]?.string ?? "")
        if let draft = state["draft"]?.object, !draft.isEmpty { self.draft = .object(draft) }
        files = (state["video_infos"]?.array ?? []).compactMap(RemoteFile.init)
        version = state["version"]?.integer
        width = state["canvas_config"]?.object?["width"]?.integer
        height = state["canvas_config"]?.object?["height"]?.integer
    }
}
