package import Foundation

/// Where voices live that `scripts/setup` installs.
package enum VoiceFolder {
    /// The folder that $EXPLAINER_VOICES names, else the user's folder for data of programs.
    ///
    /// The same rule stands in `scripts/setup`.
    package static var standard: URL { standard(ProcessInfo.processInfo.environment) }

    /// The private Python environment of hibari.
    package static var hibari: URL { standard.appending(path: "hibari") }

    static func standard(_ environment: [String: String]) -> URL {
        func folder(_ name: String) -> URL? {
            environment[name].flatMap { $0.isEmpty ? nil : URL(filePath: $0) }
        }
        if let named = folder("EXPLAINER_VOICES") { return named }
        let home = folder("HOME") ?? FileManager.default.homeDirectoryForCurrentUser
        #if os(macOS)
            let data = home.appending(path: "Library/Application Support")
        #else
            let data = folder("XDG_DATA_HOME") ?? home.appending(path: ".local/share")
        #endif
        return data.appending(path: "explainer/voices")
    }
}
