import FlyingFox
import Foundation
import VideoAPI

/// Answers a preview page, and nobody who does not hold its key.
struct PreviewHandler: Responder {
    let engine: any PreviewEngine
    let pages: PreviewPages
    let key: PageKey
    let port: ListeningPort
    let limits: ServerConfiguration.Limits
    /// Bytes of the files that are sent at once.
    let maxUpload: Int
    let requests: RequestBudget
    let scrubs = ScrubQueue()
    var answersOtherOrigins: Bool { false }

    init(
        engine: any PreviewEngine, pages: PreviewPages, key: PageKey, port: ListeningPort,
        limits: ServerConfiguration.Limits = ServerConfiguration.Limits(),
        maxUpload: Int = 2_000_000_000
    ) {
        self.engine = engine
        self.pages = pages
        self.key = key
        self.port = port
        self.limits = limits
        self.maxUpload = maxUpload
        requests = RequestBudget(limit: limits.requests)
    }

    func respond(_ request: APIRequest) async throws(APIFailure) -> HTTPResponse {
        if let answer = key.admission(request, port: port.number) { return answer }
        guard key.isHeld(by: request, port: port.number) else {
            guard request.steps.isEmpty else {
                throw APIFailure(code: 401, message: "the key of this preview is missing")
            }
            return Answer.page(LocalPages.stranger)
        }
        let found = PreviewEndpoint.all(at: request.steps)
        guard !found.isEmpty else {
            throw APIFailure(.notFound, "there is nothing at this path")
        }
        let method: HTTPMethod = request.method == .HEAD ? .GET : request.method
        guard let (endpoint, names) = found.first(where: { $0.endpoint.method == method }) else {
            return Answer.notAllowed(found.map(\.endpoint.method))
        }
        let call = APICall(request: request, names: names)
        do {
            return try await serve(endpoint, call)
        } catch let failure as APIFailure {
            throw failure
        } catch {
            throw APIFailure(preview: error)
        }
    }

    private func serve(_ endpoint: PreviewEndpoint, _ call: APICall) async throws -> HTTPResponse {
        switch endpoint {
        case .page: try pages.page()
        case .asset: try pages.file(call.name("name"))
        case .project: try Self.json(await engine.project())
        case .plan: try Self.json(await engine.plan(try aspect(of: call)))
        case .frame: try await frame(call)
        case .snapshot: try await snapshot(call)
        case .video: try await video(call)
        case .sound: try await sound(call)
        case .source: try await source(call)
        case .events: await events()
        case .say: try await say(call)
        case .files: try await files(call)
        case .render: try await render(call)
        case .renders: try Self.json(["renders": await engine.renders()])
        case .cancelRender: try await cancelRender(call)
        case .finished: try await finished(call)
        }
    }

    func aspect(of call: APICall) throws(APIFailure) -> PreviewAspect {
        guard let name = call.request.query["aspect"] else { return .draft }
        guard let aspect = PreviewAspect(rawValue: name) else {
            let names = PreviewAspect.allCases.map(\.rawValue).joined(separator: ", ")
            throw APIFailure(.badRequest, "\"aspect\" is one of \(names)")
        }
        return aspect
    }

    static func json(_ value: some Encodable) throws -> HTTPResponse {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(value), as: UTF8.self)
        return Answer.text(text, kind: "application/json", status: 200)
    }

    static let gone = APIFailure(
        .notFound, "the timeline has changed since; ask for the plan again")
}

extension APIFailure {
    /// What an engine said; what it did not mean for people stays in the log.
    fileprivate init(preview error: any Error) {
        guard let error = error as? PreviewError else {
            ServerLog.note("\(error)")
            self.init(.failed, "this failed; the program's own output says why")
            return
        }
        switch error.kind {
        case .request: self.init(.badRequest, error.words)
        case .missing: self.init(.notFound, error.words)
        case .busy: self.init(.conflict, error.words)
        case .failed: self.init(.failed, error.words)
        }
    }
}
