import FlyingFox
import Foundation
import Networking
import Planning
import VideoAPI

/// Answers requests: checks first, then the endpoint; every error leaves in the envelope.
struct VideoAPIHandler: HTTPHandler {
    let configuration: ServerConfiguration
    let store: ServerStore
    let workshop: any Workshop
    let desk: AgentDesk
    let worker: RenderWorker
    let tokens: TokenDesk
    let dice: FaultDice
    let requests: RequestBudget
    let sessions: RequestBudget
    let loads: RequestBudget
    /// What files are loaded through from addresses; nil where that is not allowed.
    let network: (any Transport)?
    /// The port that is listened on; nil accepts any.
    let port: ListeningPort

    init(
        configuration: ServerConfiguration, store: ServerStore, workshop: any Workshop,
        port: ListeningPort = ListeningPort(),
        network: any Transport = CurlTransport(redirects: .anyOrigin, addresses: .public)
    ) {
        self.configuration = configuration
        self.store = store
        self.workshop = workshop
        self.port = port
        desk = AgentDesk(configuration, store: store, workshop: workshop)
        worker = RenderWorker(store: store, workshop: workshop)
        tokens = TokenDesk(configuration, store: store)
        dice = FaultDice(configuration.faults)
        requests = RequestBudget(limit: configuration.limits.requests)
        sessions = RequestBudget(limit: configuration.limits.perSession)
        loads = RequestBudget(limit: configuration.limits.loads)
        self.network = configuration.allowsNetwork ? network : nil
    }

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        guard await requests.enter() else {
            return await closing(
                Answer.failure(
                    APIFailure(.tooMany, "the server is busy; ask again", retryAfter: 1)))
        }
        let response = await answer(request)
        await requests.leave()
        return response
    }

    private func answer(_ request: HTTPRequest) async -> HTTPResponse {
        let body = RequestBody(
            request.bodySequence, seconds: configuration.limits.arrival)
        var response: HTTPResponse
        do throws(APIFailure) {
            try RequestGate(port: port.number).check(request.headers)
            response = try await respond(
                APIRequest(request, body: body, limits: configuration.limits))
        } catch {
            response = Answer.failure(error)
        }
        if let origin = request.headers[.origin], RequestGate.isLoopback(origin: origin) {
            response.headers[.allowOrigin] = origin
            response.headers[.vary] = "Origin"
            response.headers[.exposeHeaders] = "Content-Range, Content-Length, Retry-After"
        }
        // What stays unread would be taken for the connection's next request.
        let isRead = await body.drain(limit: configuration.limits.jsonBytes * 2)
        if !isRead { response = await closing(Self.small(response)) }
        return request.method == .HEAD ? Self.withoutBody(response) : response
    }

    private func respond(_ request: APIRequest) async throws(APIFailure) -> HTTPResponse {
        let found = Endpoint.all(at: request.steps)
        guard !found.isEmpty else {
            throw APIFailure(.notFound, "there is nothing at this path")
        }
        if request.method == .OPTIONS { return Self.preflight(found.map(\.endpoint.method)) }
        let method: HTTPMethod = request.method == .HEAD ? .GET : request.method
        guard let (endpoint, names) = found.first(where: { $0.endpoint.method == method }) else {
            return Self.notAllowed(found.map(\.endpoint.method))
        }
        if endpoint.isOfTheAPI, let fault = await dice.next() {
            throw APIFailure(
                fault, "this fault was asked for", retryAfter: fault == .tooMany ? 1 : nil)
        }
        return try await serve(endpoint, APICall(request: request, names: names))
    }

    private func serve(
        _ endpoint: Endpoint, _ call: APICall
    ) async throws(APIFailure) -> HTTPResponse {
        switch endpoint {
        case .anonymousToken: try await anonymousToken(call)
        case .claimToken: try await claimToken(call)
        case .createSession: try await createSession(call)
        case .runSSE: try await runSSE(call)
        case .upload: try await upload(call)
        case .state: try await state(call)
        case .credits: try await credits(call)
        case .submitRender, .submitRenderOld: try await submitRender(call)
        case .renderStatus, .renderStatusOld: try await renderStatus(call)
        case .cancelRender: try await cancelRender(call)
        case .downloadRender: try await downloadRender(call)
        case .file: try await file(call)
        case .claimPage: Answer.page(LocalPages.claim(session: call.request.query["session"]))
        case .registerPage: Answer.page(LocalPages.register)
        case .openAPI: Answer.json(OpenAPIDocument.root, status: 200)
        case .health: Answer.success(.of(["status": .string("ok")]))
        }
    }

    private static func preflight(_ methods: [HTTPMethod]) -> HTTPResponse {
        HTTPResponse(
            statusCode: Answer.code(204),
            headers: [
                .allowMethods: list(methods),
                .allowHeaders: "Authorization, Content-Type, Accept, Range, X-Client-Id, "
                    + "X-Skill-Source, X-Skill-Version, X-Skill-Platform",
                .maxAge: "600", .allow: list(methods),
            ])
    }

    private static func notAllowed(_ methods: [HTTPMethod]) -> HTTPResponse {
        let allowed = list(methods)
        var response = Answer.failure(
            APIFailure(code: 405, message: "this path answers \(allowed)"))
        response.headers[.allow] = allowed
        return response
    }

    private static func list(_ methods: [HTTPMethod]) -> String {
        let names = Set(methods.map(\.rawValue)).union(["OPTIONS"])
        return (names.contains("GET") ? names.union(["HEAD"]) : names).sorted()
            .joined(separator: ", ")
    }

    private static func withoutBody(_ response: HTTPResponse) -> HTTPResponse {
        guard case .httpBody(let body) = response.payload else { return response }
        var headers = response.headers
        if let count = body.count { headers[.contentLength] = String(count) }
        return HTTPResponse(statusCode: response.statusCode, headers: headers)
    }

    /// An error as it is; anything else would be read into memory as a whole, and is refused.
    private static func small(_ response: HTTPResponse) -> HTTPResponse {
        guard response.statusCode.code < 400 else { return response }
        return Answer.failure(
            APIFailure(code: 413, message: "the body of the request is too large"))
    }

    /// The same answer, after which the connection ends.
    private func closing(_ response: HTTPResponse) async -> HTTPResponse {
        var headers = response.headers
        headers[.connection] = "close"
        do {
            let bytes = try await response.bodyData
            return HTTPResponse(
                statusCode: response.statusCode, headers: headers,
                body: HTTPBodySequence(from: ClosingBytes(bytes: bytes), count: bytes.count))
        } catch {
            return HTTPResponse(statusCode: response.statusCode, headers: headers)
        }
    }
}
