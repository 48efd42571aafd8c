package import Foundation

/// Where the files of a target that come with the program may be.
///
/// `Bundle.module` would end the process where the resource folder is lost, so the folders are
/// looked for here and their absence is an error like any other.
package enum BundledFolder {
    /// Returns the resource folder of a target beside the program in the forms that it has, then
    /// the folder of `source`, a file of the target, in the checkout that it was built from.
    package static func candidates(ofTarget target: String, source: String) -> [URL] {
        let name = "explainer_\(target)"
        let bases = [Bundle.main.resourceURL, Bundle.main.bundleURL, Bundle.main.executableURL]
        let beside = bases.compactMap { $0 }.flatMap { base in
            [base, base.deletingLastPathComponent()].flatMap { folder in
                [
                    folder.appending(path: "\(name).resources"),
                    folder.appending(path: "\(name).bundle/Contents/Resources"),
                    folder.appending(path: "\(name).bundle"),
                ]
            }
        }
        return beside + [URL(filePath: source).deletingLastPathComponent()]
    }
}
