import Foundation

/// Who asks: sent with every request; without it some plans refuse to export.
package struct Attribution: Hashable, Sendable {
    /// `X-Skill-Source`.
    package var source: String
    /// `X-Skill-Version`.
    package var version: String
    /// `X-Skill-Platform`.
    package var platform: String

    package init(source: String, version: String, platform: String) {
        self.source = source
        self.version = version
        self.platform = platform
    }

    /// The headers by name.
    package var headers: [String: String] {
        [
            "X-Skill-Source": source, "X-Skill-Version": version, "X-Skill-Platform": platform,
        ]
    }
}
