import FlyingFox
import Foundation
import Planning
import VideoAPI

extension VideoAPIHandler {
    func submitRender(_ call: APICall) async throws(APIFailure) -> HTTPResponse {
        let user = try await user(of: call)
        if configuration.strict, !call.request.hasAttribution {
            throw APIFailure(
                .exportBlocked,
                "the headers X-Skill-Source, X-Skill-Version and X-Skill-Platform are missing")
        }
        let fields = try await fields(of: call)
        let id = try fields.required("id")
        guard Self.isRenderID(id) else {
            throw APIFailure(
                .badRequest, "\"id\" has to be 1 to 128 letters, digits, \"_\", \"-\" or \".\"")
        }
        let session = try session(fields.required("session_id"), user)
        let draft = try draft(fields, session)
        let order = try RenderOrder(fields.object("output"), for: draft)
        let job = try submit(id, session, draft, order)
        await worker.wake()
        return answer(job, call)
    }

    private static func isRenderID(_ id: String) -> Bool {
        (1...128).contains(id.utf8.count) && id != "." && id != ".."
            && id.unicodeScalars.allSatisfy {
                $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0)
                    || "_-.:".unicodeScalars.contains($0)
            }
    }

    private func draft(
        _ fields: RequestFields, _ session: StoredSession
    ) throws(APIFailure) -> Draft {
        let uploads = try stored { () throws(StoreError) in try store.uploads(of: session.id) }
        var node = fields["draft"]
        if node == nil {
            let kept = try stored { () throws(StoreError) in try store.draft(of: session.id) }
            node = kept.map { JSONNode(.string($0.text)) }
        }
        guard let node else {
            throw APIFailure(.notFound, "\"draft\" is missing, and the session has none")
        }
        let draft = try DraftIntake(uploads: uploads).draft(node)
        let folder = store.folder.session(session.id)
        do {
            try workshop.bringMusic(of: draft, into: folder.path)
        } catch {
            let words = PublicWords.of(error, hiding: store.folder.root) ?? "its music is missing"
            throw APIFailure(.badRequest, "the draft can't be rendered: \(words)")
        }
        let problems = workshop.problems(of: draft, in: folder.path)
        guard problems.isEmpty else {
            let words = problems.prefix(8).map {
                PublicWords.hiding(store.folder.root, PublicWords.hiding(folder, $0))
            }
            throw APIFailure(.badRequest, words.joined(separator: "\n"))
        }
        return draft
    }

    private func submit(
        _ id: String, _ session: StoredSession, _ draft: Draft, _ order: RenderOrder
    ) throws(APIFailure) -> RenderJob {
        let submission = try stored { () throws(StoreError) in
            try store.submit(
                id: id, session: session.id, draft: draft.text, order: order, now: Date())
        }
        switch submission {
        case .new(let job), .existing(let job): return job
        case .conflict:
            throw APIFailure(
                .conflict, "another render has the id \"\(id)\"; choose a new one")
        }
    }

    func renderStatus(_ call: APICall) async throws(APIFailure) -> HTTPResponse {
        let user = try await user(of: call)
        return answer(try job(call.name("id"), user), call)
    }

    func cancelRender(_ call: APICall) async throws(APIFailure) -> HTTPResponse {
        let user = try await user(of: call)
        let job = try stored { () throws(StoreError) in
            try store.cancel(call.name("id"), of: user, now: Date())
        }
        await worker.cancel(job.key)
        return answer(job, call)
    }

    private func job(_ id: String, _ user: String) throws(APIFailure) -> RenderJob {
        try stored { () throws(StoreError) in try store.job(id, of: user) }
    }

    private func answer(_ job: RenderJob, _ call: APICall) -> HTTPResponse {
        var json = RenderStatus(job, base: call.base).json
        json.set("sessionId", JSONNode(.string(job.session)))
        json.set("createdAt", Self.milliseconds(job.created))
        if let finished = job.finished { json.set("completedAt", Self.milliseconds(finished)) }
        var root = Envelope.success(json)
        root.set("success", JSONNode(.bool(true)))
        return Answer.json(root, status: 200)
    }

    private static func milliseconds(_ date: Date) -> JSONNode {
        JSONNode(JSON.number(Int(date.timeIntervalSince1970 * 1000)))
    }

    func downloadRender(_ call: APICall) async throws(APIFailure) -> HTTPResponse {
        let user = try await user(of: call)
        let job = try job(call.name("id"), user)
        guard let file = job.file else {
            throw APIFailure(.notFound, "this render is not done; ask for its status")
        }
        return try FileAnswer.file(file, name: job.id + ".mp4", call.request)
    }

    /// A file by an unguessable name: whoever was given the link may have it.
    func file(_ call: APICall) async throws(APIFailure) -> HTTPResponse {
        let key = call.name("key")
        let upload = try stored { () throws(StoreError) in try store.upload(key) }
        if let upload {
            let place = store.folder.session(upload.session).appending(path: upload.source)
            return try FileAnswer.file(place, name: upload.name, call.request)
        }
        let job: RenderJob
        do {
            job = try store.job(key: key)
        } catch {
            throw error.kind == .unknownJob
                ? APIFailure(.notFound, "there is no such file") : APIFailure(error)
        }
        guard let file = job.file else { throw APIFailure(.notFound, "there is no such file") }
        return try FileAnswer.file(file, name: job.id + ".mp4", call.request)
    }
}

extension RenderStatus {
    init(_ job: RenderJob, base: String) {
        let stage: Stage =
            switch job.state {
            case .pending: .pending
            case .processing: .processing
            case .completed: .completed
            case .failed, .cancelled: .failed
            }
        self.init(id: job.id, stage: stage, progress: job.progress)
        error = job.state == .cancelled ? "the render was cancelled" : job.error
        guard stage == .completed, let result = job.result else { return }
        let name = job.id.addingPercentEncoding(withAllowedCharacters: .urlFileName) ?? "video"
        url = "\(base)/files/\(job.key)/\(name).mp4"
        duration = result.duration
        size = result.size
    }
}
