// swift-tools-version: 6.2
import PackageDescription

/// Language rules that every Swift target of this package keeps.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// For modules that are loops over samples: without it their tests take minutes.
let optimized: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// A C library of the system: one module map, one shim header, one `.pc` file.
///
/// `pkgConfig` may be nil where a distribution ships the library without a `.pc` file.
func library(
    _ name: String, pkgConfig: String?, apt: [String], brew: String
) -> Target {
    .systemLibrary(
        name: name, path: "Sources/CLibraries/\(name)", pkgConfig: pkgConfig,
        providers: [.apt(apt), .brew([brew])])
}

func module(
    _ name: String, _ dependencies: [Target.Dependency] = [], settings: [SwiftSetting] = []
) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict + settings)
}

func tests(
    _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
    .testTarget(
        name: name, dependencies: dependencies + ["TestSupport"],
        exclude: exclude, swiftSettings: strict)
}

#if os(macOS)
    let unibreakConfig: String? = "libunibreak"
    let curlConfig: String? = nil  // A part of the system.
#else
    let unibreakConfig: String? = nil  // Debian and Ubuntu ship it without a .pc file.
    let curlConfig: String? = "libcurl"
#endif

// The import table: a target may use what its line names, nothing sideways or up.
let package = Package(
    name: "explainer",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "explainer", targets: ["explainer"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        library(
            "CLibav", pkgConfig: "libavformat",
            apt: [
                "libavformat-dev", "libavcodec-dev", "libavfilter-dev", "libswscale-dev",
                "libswresample-dev", "libavutil-dev",
            ], brew: "ffmpeg"),
        library("CPNG", pkgConfig: "libpng", apt: ["libpng-dev"], brew: "libpng"),
        library(
            "CTurboJPEG", pkgConfig: "libturbojpeg",
            apt: ["libturbojpeg0-dev", "libturbojpeg-dev"], brew: "jpeg-turbo"),
        library("CHEIF", pkgConfig: "libheif", apt: ["libheif-dev"], brew: "libheif"),
        library("CWebP", pkgConfig: "libwebpdemux", apt: ["libwebp-dev"], brew: "webp"),
        library("CLittleCMS", pkgConfig: "lcms2", apt: ["liblcms2-dev"], brew: "little-cms2"),
        library(
            "CFreeType", pkgConfig: "freetype2", apt: ["libfreetype-dev"], brew: "freetype"),
        library("CHarfBuzz", pkgConfig: "harfbuzz", apt: ["libharfbuzz-dev"], brew: "harfbuzz"),
        library("CFriBidi", pkgConfig: "fribidi", apt: ["libfribidi-dev"], brew: "fribidi"),
        library(
            "CUnibreak", pkgConfig: unibreakConfig, apt: ["libunibreak-dev"],
            brew: "libunibreak"),
        library("CEBUR128", pkgConfig: "libebur128", apt: ["libebur128-dev"], brew: "libebur128"),
        library("CZlib", pkgConfig: "zlib", apt: ["zlib1g-dev"], brew: "zlib"),
        library("CCurl", pkgConfig: curlConfig, apt: ["libcurl4-openssl-dev"], brew: "curl"),
        library("CESpeak", pkgConfig: "espeak-ng", apt: ["libespeak-ng-dev"], brew: "espeak-ng"),
        .target(name: "CKernels", cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]),

        module("BundledFiles"),
        .target(
            name: "BundledFonts", dependencies: ["BundledFiles"], path: "Fonts",
            exclude: ["README.md"],
            resources: [
                .copy("Inter-Medium.otf"), .copy("Inter-SemiBold.otf"), .copy("Inter-OFL.txt"),
                .copy("NotoSansCJKsc-Medium-subset.otf"), .copy("NotoSansCJKsc-OFL.txt"),
                .copy("NotoSerif-Bold-subset.ttf"), .copy("NotoSerif-OFL.txt"),
            ], swiftSettings: strict),
        .target(
            name: "BundledMusic", dependencies: ["BundledFiles"], path: "Music",
            exclude: ["README.md"],
            resources: [
                .copy("lo-fi.ogg"), .copy("ambient.ogg"), .copy("upbeat.ogg"),
                .copy("calm-piano.ogg"), .copy("FluidR3-MIT.txt"),
            ], swiftSettings: strict),
        .target(
            name: "BundledPages", dependencies: ["BundledFiles"], path: "Pages",
            exclude: ["README.md"], resources: [.copy("site")], swiftSettings: strict),
        module("Planning"),
        module(
            "Media",
            ["CLibav", "CPNG", "CTurboJPEG", "CHEIF", "CWebP", "CLittleCMS", "CEBUR128"]),
        module("Typesetting", ["CFreeType", "CHarfBuzz", "CFriBidi", "CUnibreak"]),
        module("Rendering", ["Planning", "Media", "Typesetting", "CKernels"]),
        module(
            "Inspecting",
            [
                "Planning", "Media", "CZlib",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]),
        module("Running"),
        module("Speaking", ["Media", "Running", "CESpeak"]),
        module("Networking", ["CCurl"]),
        module("Chatting", ["Planning", "Networking"]),
        module("Explaining", ["Planning", "Inspecting", "Speaking", "Chatting"]),
        module("Comparing", ["Media", "Running"], settings: optimized),
        module("Editing", ["Planning", "BundledMusic", "Chatting"]),
        module("VideoAPI", ["Planning", "Networking"]),
        module(
            "Serving",
            [
                "Planning", "Editing", "Networking", "VideoAPI",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .executableTarget(
            name: "explainer",
            dependencies: [
                "BundledFonts", "BundledMusic", "BundledPages", "Planning", "Media", "Typesetting",
                "Rendering",
                "Inspecting", "Speaking", "Explaining", "Editing", "Comparing", "VideoAPI",
                "Serving",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        .target(
            name: "TestSupport", dependencies: ["Planning"], path: "Tests/TestSupport",
            swiftSettings: strict),
        tests("BundledMusicTests", ["BundledMusic", "Media"]),
        tests("PlanningTests", ["Planning"], exclude: ["Fixtures"]),
        tests("MediaTests", ["Media"]),
        tests("TypesettingTests", ["Typesetting", "BundledFonts"]),
        tests(
            "RenderingTests",
            ["Rendering", "Planning", "Media", "Typesetting", "BundledFonts", "CKernels"],
            exclude: ["Goldens"]),
        tests("InspectingTests", ["Inspecting", "Planning", "Media"]),
        tests("RunningTests", ["Running"]),
        tests("SpeakingTests", ["Speaking", "Media"]),
        tests("NetworkingTests", ["Networking"]),
        tests("ChattingTests", ["Chatting", "Planning"]),
        tests(
            "ExplainingTests",
            ["Explaining", "Planning", "Inspecting", "Speaking", "Typesetting", "BundledFonts"]),
        tests(
            "EditingTests", ["Editing", "Planning", "BundledMusic", "Chatting"],
            exclude: ["Corpus"]),
        tests("VideoAPITests", ["VideoAPI", "Networking", "Planning"]),
        tests(
            "ServingTests",
            [
                "Serving", "Networking", "VideoAPI", "Editing", "Planning",
                .product(name: "FlyingFox", package: "FlyingFox"),
            ]),
        tests("EndToEndTests", ["explainer", "Planning"]),
        tests("ComparingTests", ["Comparing", "Media"]),
        tests("BrowserTests", ["explainer", "Networking"]),
        tests("LayeringTests", []),
    ]
)
