import Foundation
package import Planning

/// The object around every answer.
///
/// Servers put the fields into `data`, some clients read them at the top level: it is written both
/// ways and read either way, `data` first.
package enum Envelope {
    /// `{"code":0,"message":"ok","data":{…},…}` with the fields of `data` repeated at the top level.
    package static func success(_ data: JSONObject) -> JSONObject {
        var root = JSONObject()
        root.set("code", JSONNode(JSON.number(0)))
        root.set("message", JSONNode(.string("ok")))
        root.set("data", JSONNode(.object(data)))
        for key in data.keys where !["code", "message", "data"].contains(key) {
            if let node = data[key] { root.set(key, node) }
        }
        return root
    }

    /// `{"code":N,"message":"…","data":null,"detail":"…"}`.
    package static func failure(_ failure: APIFailure) -> JSONObject {
        var root = JSONObject()
        root.set("code", JSONNode(JSON.number(failure.code)))
        root.set("message", JSONNode(.string(failure.message)))
        root.set("data", JSONNode(.null))
        root.set("detail", JSONNode(.string(failure.message)))
        if let bindID = failure.bindID { root.set("bind_id", JSONNode(.string(bindID))) }
        return root
    }

    /// Returns the fields of an answer: what is in `data` before what is at the top level.
    ///
    /// The code in the body wins over the HTTP status.
    ///
    /// - Throws: where the answer is a failure, or no JSON object and the status is none of 2xx.
    package static func fields(
        of body: [UInt8], status: Int, retryAfter: Int? = nil
    ) throws(APIFailure) -> Fields {
        guard let root = object(body) else {
            let isGood = (200..<300).contains(status)
            throw APIFailure(
                code: isGood ? APICode.failed.rawValue : status,
                message: "the answer is no JSON object (HTTP \(status))", retryAfter: retryAfter)
        }
        let code = root["code"]?.integer
        let isRefused = root["success"]?.value == .bool(false)
        if code ?? 0 != 0 || !(200..<300).contains(status) || isRefused {
            let words =
                root["message"]?.string ?? root["detail"]?.string ?? root["error"]?.string
                ?? "HTTP \(status)"
            let bind = root["bind_id"]?.string ?? root["data"]?.object?["bind_id"]?.string
            throw APIFailure(
                code: code.flatMap { $0 == 0 ? nil : $0 } ?? status, message: words,
                retryAfter: retryAfter, bindID: bind)
        }
        return Fields(root)
    }

    private static func object(_ body: [UInt8]) -> JSONObject? {
        do { return try JSONDocument(parsing: body).root.object } catch { return nil }
    }

    /// The fields of a successful answer.
    package struct Fields: Sendable {
        package let root: JSONObject
        private let data: JSONObject?

        package init(_ root: JSONObject) {
            self.root = root
            data = root["data"]?.object
        }

        /// The first of `keys` that is there, in `data` before the top level.
        package subscript(keys: String...) -> JSONNode? {
            for key in keys {
                if let node = data?[key], node.value != .null { return node }
            }
            for key in keys {
                if let node = root[key], node.value != .null { return node }
            }
            return nil
        }
    }
}
