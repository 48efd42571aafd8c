import FlyingFox
import Foundation
import Networking
import Planning
import VideoAPI

/// Answers requests: checks first, then the endpoint; every error leaves in the envelope.
struct VideoAPIHandler: Responder {
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
    let port: ListeningPort
    var limits: ServerConfiguration.Limits { configuration.limits }
    var answersOtherOrigins: Bool { true }

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

    func respond(_ request: APIRequest) async throws(APIFailure) -> HTTPResponse {
        let found = Endpoint.all(at: request.steps)
        guard !found.isEmpty else {
            throw APIFailure(.notFound, "there is nothing at this path")
        }
        if request.method == .OPTIONS { return Self.preflight(found.map(\.endpoint.method)) }
        let method: HTTPMethod = request.method == .HEAD ? .GET : request.method
        guard let (endpoint, names) = found.first(where: { $0.endpoint.method == method }) else {
            return Answer.notAllowed(found.map(\.endpoint.method))
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
                .allowMethods: Answer.list(methods),
                .allowHeaders: "Authorization, Content-Type, Accept, Range, X-Client-Id, "
                    + "X-Skill-Source, X-Skill-Version, X-Skill-Platform",
                .maxAge: "600", .allow: Answer.list(methods),
            ])
    }
}
