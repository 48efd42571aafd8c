import Foundation
import Synchronization

@testable import Serving

/// An engine whose answers tell what was asked.
final class FakeEngine: PreviewEngine {
    struct State {
        var asked: [String] = []
        var sentences: [String] = []
        var files: [(name: String, content: String)] = []
        var finished: [String: URL] = [:]
        var fault: PreviewError?
    }

    /// Held shut, frames wait at it.
    let gate = Gate()
    private let state = Mutex(State())
    private let streams = Mutex<[AsyncStream<PreviewEvent>.Continuation]>([])

    func change(_ change: (inout State) -> Void) { state.withLock { change(&$0) } }
    var asked: [String] { state.withLock { $0.asked } }
    var sentences: [String] { state.withLock { $0.sentences } }
    var files: [String] { state.withLock { $0.files.map { "\($0.name)=\($0.content)" } } }
    var listeners: Int { streams.withLock { $0.count } }

    func tell(_ event: PreviewEvent) {
        streams.withLock { streams in for stream in streams { stream.yield(event) } }
    }

    private func note(_ words: String) throws {
        let fault = state.withLock { state in
            state.asked.append(words)
            return state.fault
        }
        if let fault { throw fault }
    }

    func project() async throws -> PreviewProject {
        try note("project")
        return PreviewProject(.project, name: "robot", path: "/robot", draft: "draft.json")
    }

    func plan(_ aspect: PreviewAspect) async -> PreviewPlan {
        PreviewPlan(version: "7", aspect: aspect)
    }

    func frame(
        _ index: Int, stamp: String, width: Int?, as kind: PreviewPicture
    ) async throws -> [UInt8]? {
        try note("\(stamp)/\(index).\(kind.rawValue) \(width ?? 0)")
        try await gate.pass()
        return stamp == "old" ? nil : Array("picture \(index)".utf8)
    }

    func snapshot(_ index: Int, _ aspect: PreviewAspect) async throws -> [UInt8] {
        try note("snapshot \(index) \(aspect.rawValue)")
        return Array("full".utf8)
    }

    func video(_ stamp: String) async throws -> PreviewStretch? {
        stamp == "old"
            ? nil : PreviewStretch(header: Array("head".utf8), media: Array("media".utf8))
    }

    func soundHeader(_ stamp: String) async throws -> [UInt8]? { Array("head".utf8) }

    func sound(_ stamp: String, piece: Int) async throws -> [UInt8]? {
        piece < 3 ? Array("piece \(piece)".utf8) : nil
    }

    func peaks(_ stamp: String) async throws -> PreviewPeaks? {
        PreviewPeaks(perSecond: 50, peaks: "AAE=")
    }

    func source(at pointer: String) async throws -> PreviewSource? {
        pointer == "/t/0"
            ? PreviewSource(
                pointer: pointer, file: "draft.json", line: 3, column: 5, json: "{\"tt\": 0}") : nil
    }

    func say(_ sentence: String) async throws -> PreviewReply {
        try note("say")
        state.withLock { $0.sentences.append(sentence) }
        var reply = PreviewReply()
        reply.applied = true
        reply.changes = ["Title added"]
        return reply
    }

    func add(_ files: [PreviewFile]) async throws -> PreviewAdded {
        for file in files {
            let data = FileManager.default.contents(atPath: file.place.path) ?? Data()
            let content = String(decoding: data, as: UTF8.self)
            let name = file.place.lastPathComponent
            state.withLock { $0.files.append((name, content)) }
        }
        return PreviewAdded(
            files: files.map { PreviewAdded.File(name: $0.name, kind: "image") }, changes: [])
    }

    func render(_ order: PreviewOrder) async throws -> PreviewRender {
        try note("render \(order.format) \(order.quality) \(order.size ?? "-")")
        return PreviewRender(id: "r1", name: "a.mp4", created: "2026-01-01T00:00:00Z")
    }

    func renders() async throws -> [PreviewRender] { [try await render(PreviewOrder())] }

    func cancelRender(_ id: String) async throws -> PreviewRender? {
        id == "r1" ? try await render(PreviewOrder()) : nil
    }

    func finished(_ name: String) async -> URL? { state.withLock { $0.finished[name] } }

    func events() async -> AsyncStream<PreviewEvent> {
        let (stream, feed) = AsyncStream.makeStream(of: PreviewEvent.self)
        streams.withLock { $0.append(feed) }
        return stream
    }
}
