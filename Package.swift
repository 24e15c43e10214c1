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
  _ name: String, _ dependencies: [Target.Dependency], settings: [SwiftSetting] = strict
) -> Target {
  .target(
    name: name, dependencies: dependencies, swiftSettings: settings,
    linkerSettings: [.linkedLibrary("m")])
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "kinora",
  products: [
    .executable(name: "kinora", targets: ["kinora"]),
    .library(name: "MediaTime", targets: ["MediaTime"]),
    .library(name: "Pixels", targets: ["Pixels"]),
    .library(name: "Timeline", targets: ["Timeline"]),
    .library(name: "Language", targets: ["Language"]),
    .library(name: "Motion", targets: ["Motion"]),
    .library(name: "Type", targets: ["Type"]),
    .library(name: "Sound", targets: ["Sound"]),
    .library(name: "Libav", targets: ["Libav"]),
    .library(name: "Render", targets: ["Render"]),
    .library(name: "Wire", targets: ["Wire"]),
    .library(name: "Records", targets: ["Records"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    .systemLibrary(name: "CFFmpeg", pkgConfig: "libavformat"),
    .systemLibrary(name: "CPango", pkgConfig: "pangocairo"),
    .systemLibrary(name: "CEbur128", pkgConfig: "libebur128"),
    .target(name: "CKernels", cSettings: [.unsafeFlags(["-O3"])]),
    room("MediaTime", []),
    room("Pixels", ["CKernels"], settings: kernel),
    room("Timeline", ["MediaTime"]),
    room("Language", ["Timeline", "MediaTime"]),
    room("Motion", ["Pixels", "MediaTime"], settings: kernel),
    room("Type", ["Pixels", "MediaTime", "CPango"], settings: kernel),
    room("Sound", ["MediaTime", "CEbur128"], settings: kernel),
    room("Libav", ["CFFmpeg", "Pixels", "MediaTime"], settings: kernel),
    room("Render", ["Timeline", "Motion", "Type", "Sound", "Libav", "Pixels", "MediaTime"]),
    room("Wire", ["Timeline"]),
    room("Records", ["Timeline"]),
    .executableTarget(
      name: "kinora",
      dependencies: [
        "Render", "Language", "Timeline", "Motion", "Type", "Sound", "Libav", "Pixels",
        "MediaTime",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(name: "draw-dawn", path: "Examples/DrawDawn", swiftSettings: kernel),
    tests("MediaTimeTests", ["MediaTime"]),
    tests("PixelsTests", ["Pixels"]),
    tests("TimelineTests", ["Timeline", "MediaTime"]),
    tests("LanguageTests", ["Language", "Timeline", "MediaTime"]),
    tests("MotionTests", ["Motion", "Pixels", "MediaTime"]),
    tests("TypeTests", ["Type", "Pixels", "MediaTime"]),
    tests("SoundTests", ["Sound", "MediaTime"]),
    tests("LibavTests", ["Libav", "CFFmpeg", "Pixels", "MediaTime"]),
    tests(
      "RenderTests",
      ["Render", "Timeline", "Motion", "Type", "Sound", "Libav", "Pixels", "MediaTime"],
      exclude: ["Golden"]),
    tests("WireTests", ["Wire", "Timeline"]),
    tests("KinoraTests", ["kinora", "Libav", "Timeline", "MediaTime", "Pixels"]),
    tests("TidyTests", []),
  ]
)
