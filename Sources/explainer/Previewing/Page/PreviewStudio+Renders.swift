import Foundation
import Media
import Planning
import Serving

extension PreviewStudio {
    func render(_ order: PreviewOrder) async throws -> PreviewRender {
        guard let url = place.draft else {
            throw PreviewError(.request, "there is nothing to export yet")
        }
        guard let format = OutputFormat(name: order.format), !format.isSequence else {
            throw PreviewError(.request, "\(order.format) is no format that is offered here")
        }
        guard let quality = VideoQuality(rawValue: order.quality) else {
            throw PreviewError(.request, "\(order.quality) is no quality")
        }
        let name = order.size ?? (order.aspect == .draft ? nil : order.aspect.rawValue)
        let canvas = name.flatMap(CanvasSize.init(parsing:))
        guard name == nil || canvas != nil else {
            throw PreviewError(.request, "\(name ?? "") is no size; give one as 1280x720")
        }
        do {
            let bytes = try DraftFile.bytes(at: url, name: url.lastPathComponent)
            return try await exports.start(
                PreviewRenders.Order(
                    draft: try Draft(parsing: bytes), url: url,
                    project: place.project, format: format, quality: quality, canvas: canvas))
        } catch let error as DraftError {
            throw PreviewError(.request, error.message(file: url.lastPathComponent))
        } catch {
            throw PreviewError(.failed, Self.words(error))
        }
    }

    func renders() async throws -> [PreviewRender] { await exports.all() }

    func cancelRender(_ id: String) async throws -> PreviewRender? { await exports.cancel(id) }

    func finished(_ name: String) async -> URL? { await exports.finished(name) }
}
