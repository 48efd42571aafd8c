import Foundation

/// What libvmaf 2 and later write of a film.
struct VMAFLog: Decodable {
    struct Pooled: Decodable {
        struct Value: Decodable { var mean: Double }

        var vmaf: Value
    }

    var pooled_metrics: Pooled

    /// The mean over all frames; nil where `text` is no such log.
    static func mean(in text: [UInt8]) -> Double? {
        let mean = try? JSONDecoder().decode(Self.self, from: Data(text)).pooled_metrics.vmaf.mean
        return mean.flatMap { $0.isFinite ? $0 : nil }
    }
}
