// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// For what waits for the disk, the network or a person: made small rather than fast.
let small = strict + [.unsafeFlags(["-Osize"], .when(configuration: .release))]

func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], settings: [SwiftSetting] = strict
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// A module whose data files become part of the program.
func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil,
  data files: [String]
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: path,
    resources: files.map { .embedInCode($0) }, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], fixtures: Bool = false) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies, exclude: fixtures ? ["Fixtures"] : [],
    swiftSettings: strict)
}

let themes = [
  "broadsheet", "catppuccin-latte", "catppuccin-mocha", "dracula", "gruvbox-dark", "gruvbox-light",
  "high-contrast", "midnight", "mono", "nord", "solarized-dark", "solarized-light", "tokyo-night",
].map { "\($0).toml" }

let wordLists = [
  "Resources/organisations.tsv", "Resources/people.tsv", "Resources/places.tsv",
  "Resources/regions.tsv", "Resources/subjects.tsv", "Resources/themes.tsv",
]

let keyPresets = ["elfeed", "less", "mutt", "newsboat"].map { "Resources/\($0).toml" }

let starterFeeds = ["Resources/feeds.tsv"]

let phrases = ["Resources/phrases.tsv"]

let publications = [
  "broadsheet", "daily-wire", "harbour-gazette", "meridian", "northern-post", "science-weekly",
].map { "Resources/\($0).txt" }

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
/// SQLite's own functions, of which one interrupts a question that nobody waits for any more.
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")

let package = Package(
  name: "broadsheet",
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
  ],
  targets: [
    // Values in, values out: none of these can reach the disk, the network or the terminal.
    module("Articles"),
    module("TextLayout"),
    module("Screen", ["TextLayout"]),
    module("Ingest", ["Articles"], settings: small),
    module("Analysis", ["Articles"], data: wordLists),
    module("Reader", ["Articles", "TextLayout", "Screen"], settings: small),
    // The doors: to the disk, to the network, to the terminal.
    module("Storage", ["Articles", grdb, sqlite], settings: small),
    module(
      "Fetching", ["Articles", "Ingest", "Analysis", "Storage", "CCurl", "CZlib"], settings: small),
    module("Terminal", ["Screen", "TextLayout", "CNCurses"]),
    .target(
      name: "CNCurses",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    // Opens libcurl at the first fetch; only its headers are needed to build.
    .target(name: "CCurl"),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    // Keeps the ICU library, of which nothing is used, out of the release program.
    .target(name: "CNoICU"),
    // The program and its data.
    module("Themes", path: "Themes", data: themes),
    module("SampleEdition", data: publications),
    module("KeyPresets", data: keyPresets),
    module("Languages", data: phrases),
    module("StarterFeeds", data: starterFeeds),
    .executableTarget(
      name: "broadsheet",
      dependencies: [
        "Analysis", "Articles", "CNoICU", "Fetching", "Ingest", "KeyPresets", "Languages",
        "Reader", "SampleEdition", "StarterFeeds", "Screen", "Storage", "Terminal", "TextLayout",
        "Themes",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "TOMLKit", package: "TOMLKit"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: small,
      // An executable at a fixed address starts milliseconds earlier: nothing is relocated. Nobody
      // links to it, so it has no table of its own symbols. What a start calls lies side by side:
      // see .ci/order.
      linkerSettings: [
        .unsafeFlags(
          [
            "-Xclang-linker", "-no-pie", "-Xlinker", "--no-export-dynamic",
            "-use-ld=lld", "-Xlinker", "--icf=all", "-Xlinker", "--no-warn-symbol-ordering",
            "-Xlinker", "--symbol-ordering-file=\(Context.packageDirectory)/.ci/start.order",
          ], .when(platforms: [.linux], configuration: .release))
      ]),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "Analysis", "Articles", "Fetching", "Ingest", "Reader", "Screen", "Storage",
      ], swiftSettings: strict),
    tests("Articles", ["Articles"]),
    tests("TextLayout", ["TextLayout"]),
    tests("Ingest", ["Ingest", "Articles"], fixtures: true),
    tests("Terminal", ["Terminal", "Screen", "TextLayout"]),
    tests("Analysis", ["Analysis", "Articles"]),
    tests("Reader", ["Reader", "Articles", "Screen", "TextLayout"]),
    tests("Storage", ["Storage", "Articles", grdb]),
    tests("Fetching", ["Fetching", "Articles", "CCurl", "Ingest", "Storage"]),
    tests("Themes", ["Themes"]),
    tests("SampleEdition", ["SampleEdition"]),
    tests("StarterFeeds", ["StarterFeeds"]),
    tests("Languages", ["Languages", "Articles", "Reader"]),
  ])
