import Reader
import TOMLKit

/// What `config.toml` says of how articles are set: `[article]`.
struct ArticleSettings: Sendable {
  /// Who puts text that runs to the left in order.
  enum Ordering: String, CaseIterable, Sendable {
    /// The reader, unless the terminal is known to do it.
    case auto
    case on
    case terminal
  }

  private var setting = Typography()
  private var ordering = Ordering.auto
  /// Whether the terminal is told of links; `nil` leaves it to its name.
  private(set) var marksLinks: Bool?
  /// Whether pictures are fetched and shown.
  private(set) var showsPictures = false

  /// Everything as it is without a file.
  init() {}

  /// Reads the table.
  init(_ table: TOMLTable, in text: String) throws(TOMLProblem) {
    try ConfigFile.check(table.keys, known: SettingsList.keys(of: "article"), in: text)
    let measures = Typography.narrowest...Typography.widest
    setting.measure =
      try ConfigFile.number("measure", of: table, measures, in: text) ?? setting.measure
    setting.isJustified = try Self.truth("justify", of: table, in: text) ?? false
    setting.hyphenates = try Self.truth("hyphenate", of: table, in: text) ?? false
    setting.numbersCode = try Self.truth("code_numbers", of: table, in: text) ?? false
    setting.isPlain = try Self.truth("plain", of: table, in: text) ?? false
    if let word = try ConfigFile.string("bidi", of: table, in: text) {
      guard let ordering = Ordering(rawValue: word) else {
        throw .mistake("bidi is \"auto\", \"on\" or \"terminal\"", at: "bidi", in: text)
      }
      self.ordering = ordering
    }
    if let word = try ConfigFile.string("hyperlinks", of: table, in: text) {
      guard ["auto", "on", "off"].contains(word) else {
        throw .mistake("hyperlinks is \"auto\", \"on\" or \"off\"", at: "hyperlinks", in: text)
      }
      marksLinks = word == "auto" ? nil : word == "on"
    }
    if let word = try ConfigFile.string("images", of: table, in: text) {
      guard ["off", "blocks", "auto"].contains(word) else {
        throw .mistake("images is \"off\", \"blocks\" or \"auto\"", at: "images", in: text)
      }
      showsPictures = word != "off"
    }
  }

  private static func truth(
    _ key: String, of table: TOMLTable, in text: String
  ) throws(TOMLProblem) -> Bool? {
    guard let value = table[key] else { return nil }
    guard let isTrue = value.bool else {
      throw .mistake("\(key) is true or false", at: key, in: text)
    }
    return isTrue
  }

  /// How articles are set in the terminal of an environment.
  func typography(_ environment: Environment) -> Typography {
    var typography = setting
    typography.ordersText =
      switch ordering {
      case .on: true
      case .terminal: false
      case .auto: !Self.isOrdering(environment)
      }
    return typography
  }

  /// Whether the terminal puts text in order by itself and cannot be told to leave it.
  private static func isOrdering(_ environment: Environment) -> Bool {
    if environment["KONSOLE_VERSION"] != nil || environment["MLTERM"] != nil { return true }
    return environment["TERM_PROGRAM"] == "Apple_Terminal"
  }
}
