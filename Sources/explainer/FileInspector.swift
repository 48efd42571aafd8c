import Foundation
import Media
import Planning

/// Tells the planner about files by looking at them.
struct FileInspector: SourceInspector {
    func facts(ofFileAt path: String, as use: SourceUse) throws -> SourceFacts {
        switch use {
        case .picture:
            let info = try PictureInfo.read(path: path)
            if let length = info.milliseconds {
                return .video(
                    width: info.width, height: info.height, milliseconds: length,
                    warnings: info.warnings)
            }
            return .picture(width: info.width, height: info.height, warnings: info.warnings)
        case .sound:
            let info = try SoundInfo.read(path: path)
            return .sound(sampleCount: info.sampleCount, warnings: info.warnings)
        }
    }

    func checkColorTable(atPath path: String) throws {
        _ = try ColorTable.read(path: path)
    }
}
