import FlyingFox

/// All that can be asked of the server.
enum Endpoint: Route {
    case anonymousToken, claimToken, createSession, runSSE, upload, state, credits
    case submitRender, renderStatus, cancelRender, downloadRender
    case submitRenderOld, renderStatusOld
    case file, claimPage, registerPage, openAPI, health

    /// The path, with `{name}` for steps that vary.
    var pattern: String {
        switch self {
        case .anonymousToken: "/api/auth/anonymous-token"
        case .claimToken: "/api/auth/claim-token"
        case .createSession: "/api/tasks/{user}/with-session/nemo_agent"
        case .runSSE: "/run_sse"
        case .upload: "/api/upload-video/nemo_agent/{user}/{session}"
        case .state: "/api/state/nemo_agent/{user}/{session}/latest"
        case .credits: "/api/credits/balance/simple"
        case .submitRender: "/api/render/proxy/lambda"
        case .renderStatus: "/api/render/proxy/lambda/{id}"
        case .cancelRender: "/api/render/proxy/lambda/{id}/cancel"
        case .downloadRender: "/api/render/proxy/{id}/download"
        case .submitRenderOld: "/api/render/proxy/draft"
        case .renderStatusOld: "/api/render/proxy/{id}"
        case .file: "/files/{key}/{name}"
        case .claimPage: "/workspace/claim"
        case .registerPage: "/register"
        case .openAPI: "/openapi.json"
        case .health: "/health"
        }
    }

    var method: HTTPMethod {
        switch self {
        case .anonymousToken, .claimToken, .createSession, .runSSE, .upload, .submitRender,
            .cancelRender, .submitRenderOld:
            .POST
        case .state, .credits, .renderStatus, .downloadRender, .renderStatusOld, .file, .claimPage,
            .registerPage, .openAPI, .health:
            .GET
        }
    }

    /// Whether faults may be injected: not where a browser or a supervisor looks.
    var isOfTheAPI: Bool {
        switch self {
        case .file, .claimPage, .registerPage, .openAPI, .health: false
        default: true
        }
    }
}
