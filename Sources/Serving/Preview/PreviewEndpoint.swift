import FlyingFox

/// All that a page can ask for.
enum PreviewEndpoint: Route {
    case page, asset, project, plan, frame, snapshot, video, sound, source, events
    case say, files, render, renders, cancelRender, finished

    /// The path, with `{name}` for steps that vary.
    var pattern: String {
        switch self {
        case .page: "/"
        case .asset: "/assets/{name}"
        case .project: "/api/project"
        case .plan: "/api/plan"
        case .frame: "/api/frame/{stamp}/{name}"
        case .snapshot: "/api/snapshot"
        case .video: "/api/video/{stamp}/{name}"
        case .sound: "/api/sound/{stamp}/{name}"
        case .source: "/api/segment"
        case .events: "/api/events"
        case .say: "/api/say"
        case .files: "/api/files"
        case .render, .renders: "/api/renders"
        case .cancelRender: "/api/renders/{id}/cancel"
        case .finished: "/renders/{name}"
        }
    }

    var method: HTTPMethod {
        switch self {
        case .say, .files, .render, .cancelRender: .POST
        default: .GET
        }
    }
}
