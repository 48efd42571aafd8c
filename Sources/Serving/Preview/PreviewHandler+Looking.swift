import FlyingFox
import Foundation
import VideoAPI

/// Frames, streams and texts.
extension PreviewHandler {
    func frame(_ call: APICall) async throws -> HTTPResponse {
        let name = call.name("name").split(separator: ".", maxSplits: 1).map(String.init)
        guard name.count == 2, let index = Int(name[0]), index >= 0,
            let kind = PreviewPicture(rawValue: name[1])
        else { throw APIFailure(.notFound, "a frame is called as 12.jpg or 12.png") }
        let width = try width(of: call)
        let (engine, stamp) = (engine, call.name("stamp"))
        let draw: @Sendable () async throws -> [UInt8]? = {
            try await engine.frame(index, stamp: stamp, width: width, as: kind)
        }
        let bytes: [UInt8]?
        if let ticket = call.request.query["scrub"].flatMap(ScrubQueue.Ticket.init) {
            guard let drawn = try await scrubs.run(ticket, draw) else {
                return HTTPResponse(
                    statusCode: Answer.code(204), headers: [.cacheControl: "no-store"])
            }
            bytes = drawn
        } else {
            bytes = try await draw()
        }
        guard let bytes else { throw Self.gone }
        return Self.bytes(bytes, kind: kind == .jpeg ? "image/jpeg" : "image/png")
    }

    private func width(of call: APICall) throws(APIFailure) -> Int? {
        guard let text = call.request.query["w"] else { return nil }
        guard let width = Int(text), 16...4096 ~= width else {
            throw APIFailure(.badRequest, "\"w\" is a number of pixels from 16 to 4096")
        }
        return width
    }

    func snapshot(_ call: APICall) async throws -> HTTPResponse {
        guard let index = call.request.query["at"].flatMap({ Int($0) }), index >= 0 else {
            throw APIFailure(.badRequest, "\"at\" is the number of a frame")
        }
        var answer = Self.bytes(
            try await engine.snapshot(index, try aspect(of: call)), kind: "image/png",
            isKept: false)
        answer.headers[HTTPHeader("Content-Disposition")] =
            "attachment; filename=\"frame-\(index).png\""
        return answer
    }

    func video(_ call: APICall) async throws -> HTTPResponse {
        guard ["init.mp4", "media.m4s"].contains(call.name("name")) else {
            throw APIFailure(.notFound, "a stretch has init.mp4 and media.m4s")
        }
        guard let stretch = try await engine.video(call.name("stamp")) else { throw Self.gone }
        let isHeader = call.name("name") == "init.mp4"
        return Self.bytes(isHeader ? stretch.header : stretch.media, kind: "video/mp4")
    }

    func sound(_ call: APICall) async throws -> HTTPResponse {
        let (stamp, name) = (call.name("stamp"), call.name("name"))
        if name == "peaks" {
            guard let peaks = try await engine.peaks(stamp) else { throw Self.gone }
            return try Self.json(peaks)
        }
        if name == "init.mp4" {
            guard let header = try await engine.soundHeader(stamp) else { throw Self.gone }
            return Self.bytes(header, kind: "audio/mp4")
        }
        guard name.hasSuffix(".m4s"), let piece = Int(name.dropLast(4)), piece >= 0 else {
            throw APIFailure(.notFound, "a sound has init.mp4, peaks, and pieces as 3.m4s")
        }
        guard let bytes = try await engine.sound(stamp, piece: piece) else { throw Self.gone }
        return Self.bytes(bytes, kind: "audio/mp4")
    }

    func source(_ call: APICall) async throws -> HTTPResponse {
        let pointer = call.request.query["pointer"] ?? ""
        guard let source = try await engine.source(at: pointer) else {
            throw APIFailure(.notFound, "there is nothing at \(pointer) of the draft")
        }
        return try Self.json(source)
    }

    /// Named by what is in them, so they never change.
    private static func bytes(
        _ bytes: [UInt8], kind: String, isKept: Bool = true
    ) -> HTTPResponse {
        HTTPResponse(
            statusCode: .ok,
            headers: [
                .contentType: kind,
                .cacheControl: isKept ? "private, max-age=31536000, immutable" : "no-store",
                HTTPHeader("X-Content-Type-Options"): "nosniff",
            ], body: Data(bytes))
    }

    /// Events as they happen, and a sign of life between them.
    func events() async -> HTTPResponse {
        let source = await engine.events()
        let (lines, feed) = AsyncStream.makeStream(of: Data.self)
        let beat = limits.heartbeat
        let work = Task {
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    for await event in source { feed.yield(event.line) }
                }
                group.addTask {
                    while !Task.isCancelled {
                        feed.yield(Data(": alive\n\n".utf8))
                        do {
                            try await Task.sleep(for: .seconds(beat))
                        } catch {
                            return
                        }
                    }
                }
                await group.next()
                group.cancelAll()
            }
            feed.finish()
        }
        return EventLines(events: lines, line: { $0 }, end: EndSignal { work.cancel() }).answer
    }
}

extension PreviewEvent: Encodable {
    private enum Key: String, CodingKey { case type, version, render }

    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        switch self {
        case .plan(let version):
            try fields.encode("plan", forKey: .type)
            try fields.encode(version, forKey: .version)
        case .project:
            try fields.encode("project", forKey: .type)
        case .work(let work):
            try fields.encode("work", forKey: .type)
            try work.encode(to: encoder)
        case .render(let render):
            try fields.encode("render", forKey: .type)
            try fields.encode(render, forKey: .render)
        }
    }

    /// The event as a line of a stream.
    fileprivate var line: Data {
        do {
            return Data("data: ".utf8) + (try JSONEncoder().encode(self)) + Data("\n\n".utf8)
        } catch {
            ServerLog.note("an event can't be told: \(error)")
            return Data(": \n\n".utf8)
        }
    }
}
