import FlyingFox
import Foundation
import VideoAPI

/// Sentences, files and renders.
extension PreviewHandler {
    private static let longestSentence = 8192

    func say(_ call: APICall) async throws -> HTTPResponse {
        let fields = try await call.request.fields(limit: limits.jsonBytes)
        guard
            let text = try fields.string("text", limit: Self.longestSentence)?
                .trimmingCharacters(in: .whitespacesAndNewlines), !text.isEmpty
        else { throw APIFailure(.badRequest, "\"text\" is the sentence to say") }
        return try Self.json(await engine.say(text))
    }

    func files(_ call: APICall) async throws -> HTTPResponse {
        let kind = call.request.headers[.contentType] ?? ""
        guard kind.lowercased().hasPrefix("multipart/form-data") else {
            throw APIFailure(
                .badRequest, "send the files as multipart/form-data, in fields named \"files\"")
        }
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "explainer-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        defer { remove(folder) }
        let intake = UploadIntake(limit: maxUpload, mostFiles: limits.filesPerUpload) {
            folder.appending(path: UUID().uuidString)
        }
        try await intake.receive(call.request.body, contentType: kind)
        let files = try intake.files.map { file in
            // Under its own name, which the copy in the project will have.
            let place = folder.appending(path: UUID().uuidString)
                .appending(path: AssetName(file.name).numbered(1))
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.moveItem(at: file.place, to: place)
            return PreviewFile(name: file.name, place: place)
        }
        return try Self.json(await engine.add(files))
    }

    private func remove(_ folder: URL) {
        do {
            try FileManager.default.removeItem(at: folder)
        } catch {
            ServerLog.note("can't remove \(folder.path): \(error.localizedDescription)")
        }
    }

    func render(_ call: APICall) async throws -> HTTPResponse {
        let fields = try await call.request.fields(limit: limits.jsonBytes)
        var order = PreviewOrder()
        order.format = try fields.string("format") ?? order.format
        order.quality = try fields.string("quality") ?? order.quality
        order.size = try fields.string("size")
        if let name = try fields.string("aspect") {
            guard let aspect = PreviewAspect(rawValue: name) else {
                throw APIFailure(.badRequest, "\"aspect\" is none that is known")
            }
            order.aspect = aspect
        }
        return try Self.json(await engine.render(order))
    }

    func cancelRender(_ call: APICall) async throws -> HTTPResponse {
        guard let render = try await engine.cancelRender(call.name("id")) else {
            throw APIFailure(.notFound, "there is no such render")
        }
        return try Self.json(render)
    }

    func finished(_ call: APICall) async throws -> HTTPResponse {
        let name = call.name("name")
        guard let place = await engine.finished(name) else {
            throw APIFailure(.notFound, "there is no such video")
        }
        var answer = try FileAnswer.file(place, name: name, call.request)
        if call.request.query["download"] != nil {
            let escaped = name.addingPercentEncoding(withAllowedCharacters: .urlFileName) ?? "video"
            // RFC 6266, 4.3: the name in any script.
            answer.headers[HTTPHeader("Content-Disposition")] =
                "attachment; filename*=UTF-8''\(escaped)"
        }
        return answer
    }
}
