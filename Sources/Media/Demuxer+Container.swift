import CLibav
import Foundation

extension Demuxer {
    /// The container's short name: "mp4", "mov", "webm", "matroska", "avi", "wav", "mp3".
    ///
    /// libav reads several with one demuxer; the file itself tells them apart.
    var container: String {
        let first = formatName.split(separator: ",").first.map(String.init) ?? ""
        switch first {
        case "mov": return brand.map { $0 == "qt  " ? "mov" : "mp4" } ?? "mov"
        case "matroska": return isWebM ? "webm" : "matroska"
        default: return first
        }
    }

    /// The major brand of ISO base media (ISO/IEC 14496-12, 4.3); files older than that have none.
    private var brand: String? {
        av_dict_get(context.pointee.metadata, "major_brand", nil, 0).map {
            String(cString: $0.pointee.value)
        }
    }

    /// Whether the EBML header names the document type of WebM.
    private var isWebM: Bool {
        let file = FileHandle(forReadingAtPath: path)
        defer { try? file?.close() }
        guard let start = try? file?.read(upToCount: 64) else { return false }
        return start.firstRange(of: Data("webm".utf8)) != nil
    }
}
