import Foundation
import Networking
import VideoAPI

extension UploadIntake {
    /// Loads the files at `addresses`, one after the other.
    ///
    /// - Parameters:
    ///   - addresses: As the client gave them.
    ///   - network: What decides which addresses are reached.
    ///   - patience: Seconds without any byte after which an address is given up.
    ///   - seconds: Those that one of them may take.
    /// - Throws: `badRequest` where an address gives no file, with its place in the list; `fileSize`.
    func load(
        _ addresses: [String], through network: any Transport, patience: Double, seconds: Double
    ) async throws(APIFailure) {
        guard addresses.count <= mostFiles else {
            throw APIFailure(.badRequest, "an upload may have \(mostFiles) files")
        }
        for (index, address) in addresses.enumerated() {
            do {
                try await load(address, through: network, patience, seconds)
            } catch let failure as APIFailure {
                throw failure
            } catch let fault as TransportFault {
                throw Self.failure(fault.words, index)
            } catch {
                throw Self.failure("it can't be loaded", index)
            }
        }
    }

    private static func failure(_ words: String, _ index: Int) -> APIFailure {
        APIFailure(.badRequest, "urls[\(index)]: \(words)")
    }

    private func load(
        _ address: String, through network: any Transport, _ patience: Double, _ seconds: Double
    ) async throws {
        var request = TransportRequest("GET", try Self.url(address))
        request.headers = ["Accept": "image/*, video/*, audio/*"]
        request.patience = patience
        request.longest = seconds
        let answer = try await network.send(request)
        let end = ContinuousClock.now + .seconds(seconds)
        defer { answer.chunks.stop() }
        guard answer.status == 200 else {
            throw TransportFault("the server there answers \(answer.status)")
        }
        if let length = answer.headers["content-length"].flatMap({ Int($0) }), length > limit {
            throw tooLarge
        }
        let label = FileLabel(answer, asked: request.url)
        let handle = try begin(name: label.name, claimed: label.claimed)
        defer { close(handle) }
        for try await chunk in answer.chunks {
            guard .now < end else { throw TransportFault("it takes too long to load") }
            try write(Data(chunk), to: handle)
        }
    }

    private static func url(_ address: String) throws(TransportFault) -> URL {
        guard let url = URL(string: address), let scheme = url.scheme?.lowercased(),
            ["http", "https"].contains(scheme), url.host()?.isEmpty == false
        else { throw TransportFault("this is no address of http or https") }
        guard url.user() == nil, url.password() == nil else {
            throw TransportFault("an address with a name and a password is not taken")
        }
        return url
    }
}

/// What a file from an address is called, and what it claims to be.
struct FileLabel: Hashable {
    let name: String
    /// The kind of media that the server there tells; nil where it tells none.
    let claimed: String?

    /// The name that the answer gives (RFC 6266), else the last step of the address; an ending is
    /// added where that has none of media.
    init(_ answer: TransportAnswer, asked: URL) {
        let type = answer.headers["content-type"]?.split(separator: ";").first
            .map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
        claimed = type.flatMap { type in
            ["image/", "video/", "audio/"].contains(where: type.hasPrefix) ? type : nil
        }
        let given = answer.headers["content-disposition"]
            .flatMap { MultipartReader.parameter("filename", of: $0) }
        let last = given ?? (answer.url ?? asked).lastPathComponent
        let isNamed = MediaTypes.type(ofEnding: (last as NSString).pathExtension) != nil
        let ending = claimed.flatMap(MediaTypes.ending(ofType:))
        let stem = last == "/" || last.isEmpty ? "file" : last
        name = isNamed ? last : ending.map { "\(stem).\($0)" } ?? stem
    }
}
