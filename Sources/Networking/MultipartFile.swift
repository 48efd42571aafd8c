package import Foundation

/// A form of one file (RFC 7578), told by what stands before and after the file's bytes.
package struct MultipartFile: Hashable, Sendable {
    package let file: URL
    /// Bytes of the file.
    package let size: Int
    package let boundary: String
    package let prologue: [UInt8]
    package let epilogue: [UInt8]

    package var contentType: String { "multipart/form-data; boundary=\(boundary)" }
    package var length: Int { prologue.count + size + epilogue.count }

    package init(field: String, file: URL, size: Int, name: String, type: String) {
        self.file = file
        self.size = size
        boundary = "explainer-\(UUID().uuidString)"
        // As browsers escape names (WHATWG HTML, 4.10.22.7): a name can't end the header.
        let name =
            name.replacingOccurrences(of: "\r", with: "%0D")
            .replacingOccurrences(of: "\n", with: "%0A")
            .replacingOccurrences(of: "\"", with: "%22")
        prologue = Array(
            ("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(field)\"; "
                + "filename=\"\(name)\"\r\nContent-Type: \(type)\r\n\r\n").utf8)
        epilogue = Array("\r\n--\(boundary)--\r\n".utf8)
    }
}
