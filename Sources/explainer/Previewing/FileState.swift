import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#endif

/// What tells whether a file is still the same one with the same content.
enum FileState {
    /// Returns a text that changes when the file at `path` does; empty where there is none.
    static func text(of path: String) -> String {
        var facts = stat()
        guard stat(path, &facts) == 0 else { return "" }
        #if canImport(Darwin)
            let time = facts.st_mtimespec
        #else
            let time = facts.st_mtim
        #endif
        return "\(facts.st_ino).\(facts.st_size).\(time.tv_sec).\(time.tv_nsec)"
    }
}
