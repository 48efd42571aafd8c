/// Which modules the files of each target under `Sources` (and `Fonts`, `Music`) may import.
///
/// The same table as `Package.swift` and ARCHITECTURE.md, written a third time on purpose: the
/// compiler checks dependencies, this checks the lines people read.
enum ImportTable {
    /// Swift targets by folder, relative to the checkout, and the modules each may import.
    static let allowed: [String: Set<String>] = [
        "Fonts": platform.union(["BundledFiles"]),
        "Music": platform.union(["BundledFiles"]),
        "Pages": platform.union(["BundledFiles"]),
        "Sources/BundledFiles": platform,
        "Sources/Planning": ["Foundation"],
        "Sources/Media": platform.union([
            "CLibav", "CPNG", "CTurboJPEG", "CHEIF", "CWebP", "CLittleCMS", "CEBUR128",
        ]),
        "Sources/Typesetting": platform.union([
            "CFreeType", "CHarfBuzz", "CFriBidi", "CUnibreak",
        ]),
        "Sources/Rendering": platform.union(["Planning", "Media", "Typesetting", "CKernels"]),
        "Sources/Inspecting": platform.union([
            "Planning", "Media", "CZlib", "Crypto", "CryptoExtras",
        ]),
        "Sources/Running": platform,
        "Sources/Speaking": platform.union(["Media", "Running", "CESpeak"]),
        "Sources/Networking": platform.union(["CCurl"]),
        "Sources/Chatting": platform.union(["Planning", "Networking"]),
        "Sources/Explaining": platform.union([
            "Planning", "Inspecting", "Speaking", "Chatting",
        ]),
        "Sources/Comparing": platform.union(["Media", "Running"]),
        "Sources/Editing": platform.union(["Planning", "BundledMusic", "Chatting"]),
        "Sources/VideoAPI": platform.union(["Planning", "Networking"]),
        "Sources/Serving": platform.union([
            "Planning", "Editing", "Networking", "VideoAPI", "Crypto", "FlyingFox", "FlyingSocks",
            "GRDB",
        ]),
        "Sources/explainer": platform.union([
            "ArgumentParser", "BundledFonts", "BundledMusic", "BundledPages", "Planning", "Media",
            "Typesetting",
            "Rendering", "Inspecting", "Speaking", "Explaining", "Editing", "Comparing", "VideoAPI",
            "Serving",
        ]),
    ]

    /// Folders under `Sources` that hold C alone.
    static let foreign: Set<String> = ["Sources/CLibraries", "Sources/CKernels"]

    /// What comes with the toolchain and the system.
    private static let platform: Set<String> = [
        "Foundation", "Dispatch", "Synchronization", "Darwin", "Glibc", "Musl",
    ]
}
