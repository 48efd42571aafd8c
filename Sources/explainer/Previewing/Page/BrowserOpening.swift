import Foundation

/// Opens addresses in the user's browser, by the program that the desktop has for it.
enum BrowserOpening {
    #if canImport(Darwin)
        private static let programs = ["/usr/bin/open"]
    #else
        private static let programs = ["/usr/bin/xdg-open", "/usr/local/bin/xdg-open"]
    #endif

    /// Where there is no desktop nothing happens: the address was printed.
    static func open(_ address: String) {
        let environment = ProcessInfo.processInfo.environment
        #if !canImport(Darwin)
            guard environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil else {
                return
            }
        #endif
        let program = programs.first { FileManager.default.isExecutableFile(atPath: $0) }
        guard let program else { return }
        let process = Foundation.Process()
        process.executableURL = URL(filePath: program)
        process.arguments = [address]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            Console.error("notice: no browser could be opened: \(error.localizedDescription)")
        }
    }
}
