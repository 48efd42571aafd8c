import CZlib
import Foundation
import Planning

// Stands in for the readers of containers, generators and credentials.

package enum PictureInspector {
    package static func facts(of bytes: [UInt8], file: String) throws -> PictureFacts {
        let word = { (at: Int) in
            bytes[at..<min(bytes.count, at + 4)].reduce(0) { $0 << 8 | Int($1) }
        }
        let isPNG = bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) && bytes.count > 24
        return PictureFacts(
            file: URL(filePath: file).lastPathComponent, format: isPNG ? "png" : "jpeg",
            width: isPNG ? word(16) : 0, height: isPNG ? word(20) : 0)
    }

    package static func declaration(ofHidden text: String, carrier: String) -> Declaration? {
        var generation = Generation()
        generation.prompt = text
        return Declaration("hidden", generation, carriers: [carrier])
    }
}

package struct Declaration: Hashable, Sendable {
    package var generator: String?
    package var generation: Generation?
    package var carriers: [String]

    package init(_ generator: String?, _ generation: Generation?, carriers: [String]) {
        self.generator = generator
        self.generation = generation
        self.carriers = carriers
    }
}

extension PictureFacts {
    package mutating func add(_ declaration: Declaration) {
        carriers += declaration.carriers
        if generator == nil { generator = declaration.generator }
        guard let found = declaration.generation else { return }
        if generation == nil { generation = found }
        verdict = .generationDataEmbedded
    }
}

enum Inflate {
    static func unpacked(_ bytes: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        guard inflateInit2_(&stream, 15 + 32, ZLIB_VERSION, size) == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        var packed = Array(bytes)
        var result: [UInt8] = []
        packed.withUnsafeMutableBufferPointer { input in
            stream.next_in = input.baseAddress
            stream.avail_in = UInt32(input.count)
            var chunk = [UInt8](repeating: 0, count: 1 << 16)
            var status = Z_OK
            while status == Z_OK, result.count < limit {
                chunk.withUnsafeMutableBufferPointer { output in
                    stream.next_out = output.baseAddress
                    stream.avail_out = UInt32(output.count)
                    status = inflate(&stream, Z_NO_FLUSH)
                }
                result += chunk[..<(chunk.count - Int(stream.avail_out))]
            }
        }
        return result.isEmpty ? nil : result
    }
}

extension ContentCredentials {
    /// The programs that the actions and the claims name, each once.
    package var generatorNames: [String] {
        let agents = actions.compactMap(\.softwareAgent)
        let claims = manifests.compactMap { $0.claimGeneratorName ?? $0.claimGenerator }
        return (agents + claims).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
