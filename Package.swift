// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// Kernels stay optimised in debug builds, so that tests run in seconds, not minutes.
let kernel: [SwiftSetting] = strict + [.unsafeFlags(["-O"])]

func room(
  _ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = [],
  settings: [SwiftSetting] = strict
) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: settings,
    linkerSettings: [.linkedLibrary("m")])
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [],
  settings: [SwiftSetting] = strict
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let configuration: Target.Dependency = .product(
  name: "Configuration", package: "swift-configuration")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let httpClient: Target.Dependency = .product(
  name: "AsyncHTTPClient", package: "async-http-client")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting: Target.Dependency = .product(
  name: "HummingbirdTesting", package: "hummingbird")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let metrics: Target.Dependency = .product(name: "Metrics", package: "swift-metrics")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioHTTPTypes: Target.Dependency = .product(
  name: "NIOHTTPTypes", package: "swift-nio-extras")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let serviceLifecycle: Target.Dependency = .product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals: Target.Dependency = .product(
  name: "UnixSignals", package: "swift-service-lifecycle")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")
let systemPackage: Target.Dependency = .product(
  name: "SystemPackage", package: "swift-system")

let package = Package(
  name: "kinora",
  products: [
    .executable(name: "kinora", targets: ["kinora"]),
    .library(name: "MediaTime", targets: ["MediaTime"]),
    .library(name: "Pixels", targets: ["Pixels"]),
    .library(name: "Timeline", targets: ["Timeline"]),
    .library(name: "Language", targets: ["Language"]),
    .library(name: "Motion", targets: ["Motion"]),
    .library(name: "Scenes", targets: ["Scenes"]),
    .library(name: "Inference", targets: ["Inference"]),
    .library(name: "Type", targets: ["Type"]),
    .library(name: "Sound", targets: ["Sound"]),
    .library(name: "Subtitles", targets: ["Subtitles"]),
    .library(name: "Music", targets: ["Music"]),
    .library(name: "Speech", targets: ["Speech"]),
    .library(name: "Foley", targets: ["Foley"]),
    .library(name: "SoundFonts", targets: ["SoundFonts"]),
    .library(name: "Libav", targets: ["Libav"]),
    .library(name: "Render", targets: ["Render"]),
    .library(name: "Wire", targets: ["Wire"]),
    .library(name: "Records", targets: ["Records"]),
    .library(name: "Accounts", targets: ["Accounts"]),
    .library(name: "Director", targets: ["Director"]),
    .library(name: "Engines", targets: ["Engines"]),
    .library(name: "VideoEngines", targets: ["VideoEngines"]),
    .library(name: "Studio", targets: ["Studio"]),
    .library(name: "Store", targets: ["Store"]),
    .library(name: "Workshop", targets: ["Workshop"]),
    .library(name: "Server", targets: ["Server"]),
    .library(name: "Client", targets: ["Client"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(
      url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: ["JSON"]),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
  ],
  targets: [
    .systemLibrary(name: "CFFmpeg", pkgConfig: "libavformat"),
    .systemLibrary(name: "CPango", pkgConfig: "pangocairo"),
    .systemLibrary(name: "CEbur128", pkgConfig: "libebur128"),
    .systemLibrary(name: "CEdit", pkgConfig: "libedit"),
    .target(name: "CSandbox", dependencies: []),
    .target(name: "CMemory", dependencies: []),
    .target(name: "COnnx", dependencies: []),
    .target(name: "CFluidSynth", dependencies: []),
    .target(name: "CKernels", cSettings: [.unsafeFlags(["-O3"])]),
    room("MediaTime", []),
    room("Pixels", ["CKernels"], settings: kernel),
    room("Timeline", ["MediaTime"]),
    room("Language", ["Subtitles", "Timeline", "MediaTime"]),
    room("Motion", ["CKernels", "Pixels", "MediaTime"], settings: kernel),
    room("Scenes", ["Motion", "Pixels"], settings: kernel),
    room("Inference", ["COnnx", "Pixels"], settings: kernel),
    room("Type", ["Pixels", "MediaTime", "CPango"], settings: kernel),
    room("Sound", ["MediaTime", "CEbur128"], settings: kernel),
    room("Subtitles", ["MediaTime"]),
    room("Music", ["Sound", "MediaTime"], settings: kernel),
    room("Speech", ["Sound", "MediaTime", subprocess], settings: kernel),
    room("Foley", ["Sound", "MediaTime"], settings: kernel),
    room("SoundFonts", ["CFluidSynth", "Music", "Sound"], settings: kernel),
    room("Libav", ["CFFmpeg", "Pixels", "MediaTime"], settings: kernel),
    room(
      "Render",
      [
        "Timeline", "Motion", "Scenes", "Type", "Sound", "Music", "SoundFonts", "Foley", "Libav",
        "Pixels", "MediaTime", crypto,
      ]),
    room("Wire", ["Timeline"]),
    room("Records", ["Timeline"]),
    room("Accounts", ["Records", "Wire", crypto, cryptoExtras]),
    room("Director", ["Language", "Scenes", "Music", "Foley", "Sound", "Timeline", "MediaTime"]),
    room(
      "Engines",
      [
        "Director", "Language", "Speech", "Timeline", "MediaTime", httpClient, nioCore, nioHTTP1,
      ]),
    room(
      "VideoEngines", ["Timeline", "MediaTime", crypto, httpClient, nioCore, nioHTTP1, nioPosix]),
    room(
      "Studio",
      [
        "Accounts", "Records", "Director", "Scenes", "Wire", "Language", "Subtitles", "Timeline",
        "MediaTime", crypto, logging, metrics,
      ]),
    room("Store", ["Records", "Timeline", crypto, grdb]),
    room(
      "Workshop",
      [
        "Render", "Motion", "Scenes", "Sound", "Subtitles", "Libav", "Timeline", "Pixels",
        "MediaTime", "CSandbox", subprocess,
      ], settings: kernel),
    room(
      "Server",
      [
        "Studio", "Accounts", "Records", "Wire", "Timeline", "MediaTime", hummingbird, httpTypes,
        nioCore, nioHTTP1, nioHTTPTypes, nioPosix, httpClient, serviceLifecycle, logging, metrics,
        crypto,
      ], resources: [.copy("Page")]),
    room(
      "Client",
      ["Wire", "Timeline", "MediaTime", httpClient, nioCore, nioHTTP1, nioPosix, crypto]),
    .executableTarget(
      name: "kinora",
      dependencies: [
        "Server", "Client", "Store", "Workshop", "Engines", "VideoEngines", "Studio", "Accounts",
        "Records", "Wire",
        "Render", "Director", "Language", "Timeline", "Motion", "Scenes", "Inference", "Type",
        "Sound", "Music", "Foley", "Speech", "Subtitles", "Libav", "Pixels", "MediaTime", "CEdit",
        "CMemory", argumentParser, configuration, crypto,
        systemPackage, serviceLifecycle, unixSignals, httpClient, nioCore, nioHTTP1, logging,
        metrics,
      ],
      swiftSettings: strict),
    .executableTarget(name: "draw-dawn", path: "Examples/DrawDawn", swiftSettings: kernel),
    tests("MediaTimeTests", ["MediaTime"]),
    tests("PixelsTests", ["Pixels", "CKernels"]),
    tests("TimelineTests", ["Timeline", "MediaTime"]),
    tests("LanguageTests", ["Language", "Timeline", "MediaTime"]),
    tests("MotionTests", ["Motion", "CKernels", "Pixels", "MediaTime"]),
    .target(
      name: "DepthTraining", dependencies: ["Scenes", "Motion", "Pixels"],
      path: "Tests/DepthTraining", swiftSettings: kernel),
    .executableTarget(
      name: "draw-depths", dependencies: ["DepthTraining", "Scenes", "Pixels"],
      path: "Tests/DrawDepths", swiftSettings: strict),
    tests("ScenesTests", ["DepthTraining", "Scenes", "Motion", "Pixels"]),
    tests("InferenceTests", ["Inference", "Pixels"]),
    tests("TypeTests", ["Type", "Pixels", "MediaTime"]),
    .executableTarget(
      name: "figures", dependencies: ["Music", "Sound", "Type", "Pixels", "MediaTime"],
      path: "Tests/Figures",
      swiftSettings: kernel),
    tests("SoundTests", ["Sound", "MediaTime"]),
    tests("SubtitlesTests", ["Subtitles", "MediaTime"]),
    tests("MusicTests", ["Music", "Sound", "MediaTime"]),
    tests("SpeechTests", ["Speech", "Sound", "MediaTime"]),
    tests("FoleyTests", ["Foley", "Sound", "MediaTime"], settings: kernel),
    tests("SoundFontsTests", ["SoundFonts", "Music", "MediaTime"]),
    tests("LibavTests", ["Libav", "CFFmpeg", "Pixels", "MediaTime"]),
    tests(
      "RenderTests",
      [
        "Render", "Timeline", "Motion", "Scenes", "Type", "Sound", "Music", "Foley", "Libav",
        "Pixels", "MediaTime",
      ],
      exclude: ["Golden"]),
    tests("WireTests", ["MediaTime", "Wire", "Timeline"]),
    tests("AccountsTests", ["Accounts", "Records", "Wire", "Store"]),
    .target(
      name: "Evaluation", dependencies: ["Director", "Language", "Timeline", "MediaTime"],
      path: "Tests/Evaluation",
      exclude: ["Drafts", "README.md", "english.jsonl", "chinese.jsonl"],
      swiftSettings: strict),
    .executableTarget(
      name: "evaluate", dependencies: ["Evaluation"], path: "Tests/Evaluate",
      swiftSettings: strict),
    tests("EvaluationTests", ["Evaluation"]),
    tests(
      "EnginesTests",
      [
        "Engines", "Director", "Language", "Speech", "Timeline", "MediaTime", nioCore, nioHTTP1,
        nioPosix,
      ]),
    .target(name: "CommandRunner", path: "Tests/CommandRunner", swiftSettings: strict),
    tests(
      "VideoEnginesTests",
      [
        "CommandRunner", "VideoEngines", "Timeline", "MediaTime", nioCore, nioHTTP1, nioPosix,
      ]),
    .target(
      name: "IntentTraining", dependencies: ["Director"], path: "Tests/IntentTraining",
      swiftSettings: kernel),
    .executableTarget(
      name: "train-intents", dependencies: ["IntentTraining", "Director"],
      path: "Tests/TrainIntents", swiftSettings: strict),
    tests(
      "DirectorTests",
      [
        "Director", "IntentTraining", "Language", "Scenes", "Music", "Foley", "Timeline",
        "MediaTime",
      ]),
    .target(
      name: "FakeWorkshop",
      dependencies: ["Studio", "Director", "Scenes", "Language", "MediaTime", "Timeline", "Wire"],
      path: "Tests/FakeWorkshop", swiftSettings: strict),
    tests(
      "StudioTests",
      [
        "FakeWorkshop", "Studio", "Director", "Store", "Accounts", "Records", "Wire", "Language",
        "Timeline",
        "MediaTime",
        logging,
      ]),
    tests("StoreTests", ["Store", "Records", "Timeline", "MediaTime", crypto, grdb]),
    .executableTarget(
      name: "media-worker-program", dependencies: ["Workshop", "CSandbox"],
      path: "Tests/MediaWorkerProgram", swiftSettings: strict),
    tests(
      "WorkshopTests",
      [
        "Workshop", "media-worker-program", "Render", "Libav", "CFFmpeg", "Timeline", "Pixels",
        "MediaTime",
      ]),
    tests(
      "ServerTests",
      [
        "FakeWorkshop", "Server", "Studio", "Director", "Scenes", "Store", "Accounts", "Records",
        "Wire", "MediaTime",
        "Timeline", hummingbird, hummingbirdTesting, httpTypes, nioCore, nioHTTP1, nioPosix,
        httpClient,
        serviceLifecycle, logging, metrics,
      ]),
    tests(
      "ClientTests",
      [
        "Client", "Wire", "Timeline", "MediaTime", hummingbird, httpTypes, nioCore, httpClient,
        serviceLifecycle, logging,
      ]),
    tests(
      "KinoraTests",
      [
        "kinora", "CommandRunner", "Workshop", "Libav", "Sound", "Timeline", "MediaTime", "Pixels",
        configuration,
      ]),
    tests("TidyTests", []),
  ]
)
