package import Foundation
import Planning

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The file that keeps what the client was given, for its owner alone.
///
/// One entry a service: a token is never sent to another address than the one that gave it.
package struct CredentialStore: Sendable {
    package let file: URL
    private let environment: [String: String]
    private let home: URL

    /// The file is `explainer/cloud.json` in `XDG_CONFIG_HOME`, or in `~/.config`.
    package init(
        environment: [String: String] = ProcessInfo.processInfo.environment,
        home: URL = FileManager.default.homeDirectoryForCurrentUser
    ) {
        self.environment = environment
        self.home = home
        let named = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        let folder = named.map { URL(filePath: $0) } ?? home.appending(path: ".config")
        file = folder.appending(path: "explainer/cloud.json")
    }

    /// Returns what is known for `server`: NEMO_CLIENT_ID and NEMO_TOKEN win over what is stored.
    ///
    /// The first client id is that of other clients on this machine, or a new one.
    ///
    /// - Throws: where the file or a variable holds what can't be used.
    package func load(for server: ServerAddress) throws(ClientProblem) -> Credentials {
        let root = try read()
        let stored = root["client_id"]?.string.flatMap { Self.isPlain($0, 64) ? $0 : nil }
        let given = try variable("NEMO_CLIENT_ID", limit: 64)
        var result = Credentials(
            clientID: given ?? stored ?? othersID() ?? UUID().uuidString.lowercased())
        if let entry = root["servers"]?.object?[server.text]?.object {
            result.token = entry["token"]?.string.flatMap { Self.isPlain($0, 4096) ? $0 : nil }
            result.userID = entry["user_id"]?.string ?? ""
            result.sessionID = entry["session_id"]?.string
            result.taskID = entry["task_id"]?.string ?? ""
            // Another client id is another user.
            if entry["client_id"]?.string != result.clientID { result.token = nil }
        }
        if let token = try variable("NEMO_TOKEN", limit: 4096) {
            if token != result.token { result.userID = "" }
            (result.token, result.isGivenToken) = (token, true)
        }
        return result
    }

    /// Keeps `credentials` for `server`; a token that the environment named is not kept.
    package func save(
        _ credentials: Credentials, for server: ServerAddress
    ) throws(ClientProblem) {
        var root = try read()
        if environment["NEMO_CLIENT_ID"] == nil || root["client_id"] == nil {
            root.set("client_id", JSONNode(.string(credentials.clientID)))
        }
        var servers = root["servers"]?.object ?? JSONObject()
        let old = servers[server.text]?.object?["token"]?.value
        let token =
            credentials.isGivenToken ? old : credentials.token.map { JSONValue.string($0) }
        let entry = JSON.object([
            "client_id": .string(credentials.clientID), "token": token,
            "user_id": .string(credentials.userID),
            "session_id": credentials.sessionID.map { .string($0) },
            "task_id": .string(credentials.taskID),
        ])
        servers.set(server.text, JSONNode(entry))
        root.set("servers", JSONNode(.object(servers)))
        try write(JSONWriter.text(of: .object(root)) + "\n")
    }

    private func read() throws(ClientProblem) -> JSONObject {
        guard FileManager.default.fileExists(atPath: file.path) else { return JSONObject() }
        do {
            let bytes = [UInt8](try Data(contentsOf: file))
            guard let object = try JSONDocument(parsing: bytes).root.object else {
                throw CocoaError(.fileReadCorruptFile)
            }
            return object
        } catch {
            throw .local("\(file.path) can't be read; repair or delete it")
        }
    }

    /// The client id that other clients keep; nil where they keep none that can be sent.
    private func othersID() -> String? {
        let path = home.appending(path: ".config/nemovideo/client_id").path
        guard let data = FileManager.default.contents(atPath: path), data.count < 200 else {
            return nil
        }
        let id = String(decoding: data, as: UTF8.self).trimmingCharacters(
            in: .whitespacesAndNewlines)
        return Self.isPlain(id, 64) ? id : nil
    }

    private func variable(_ name: String, limit: Int) throws(ClientProblem) -> String? {
        guard let value = environment[name], !value.isEmpty else { return nil }
        guard Self.isPlain(value, limit) else {
            throw .local("\(name) must be 1 to \(limit) visible ASCII characters without spaces")
        }
        return value
    }

    /// Whether a value can stand in a header: anything else could end it and start another.
    static func isPlain(_ value: String, _ limit: Int) -> Bool {
        (1...limit).contains(value.utf8.count) && value.utf8.allSatisfy { (0x21...0x7E) ~= $0 }
    }

    private func write(_ text: String) throws(ClientProblem) {
        let folder = file.deletingLastPathComponent()
        let temporary = folder.appending(path: ".cloud-\(UUID().uuidString)").path
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw .local("\(folder.path) can't be made: \(error.localizedDescription)")
        }
        // Made for its owner from the first byte on, not changed afterwards.
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .local("\(folder.path): \(String(cString: strerror(errno)))")
        }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: Data(text.utf8))
            try handle.synchronize()
            try handle.close()
        } catch {
            unlink(temporary)
            throw .local("\(file.path) can't be written: \(error.localizedDescription)")
        }
        guard rename(temporary, file.path) == 0 else {
            let reason = String(cString: strerror(errno))
            unlink(temporary)
            throw .local("\(file.path) can't be written: \(reason)")
        }
    }
}
