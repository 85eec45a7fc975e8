import Articles
import Fetching
import FoundationEssentials
import Reader
import TOMLKit

/// What `config.toml` says: `[article]`, `[fetch]`, `[feed."ADDRESS"]`, `[tag."NAME"]`.
enum ConfigFile {
  /// Bytes; a longer file is none of settings.
  static let limit = 1 << 20

  /// Names other files of settings.
  static let includeKey = "include"
  static let advice = "correct the file; nothing was changed"

  /// Settings of fetching, how often the reader fetches by itself, and how articles are set.
  struct Settings: Sendable {
    var fetch = FetchSettings()
    /// Seconds; `nil` for never.
    var automatic: Int?
    /// `nil` when nothing is said of articles.
    var article: ArticleSettings?
    /// `nil` when nothing is said of articles with the same text.
    var copies: CopyFolding?
    /// Whether the mouse is the reader's; `nil` when nothing is said of it.
    var usesMouse: Bool?
    /// The program to which bookmarks are handed, with its arguments; empty for none.
    var bookmarkProgram: [String] = []
    /// Whether each new bookmark is handed to it, or only those that are asked for.
    var handsOnBookmarks = true
    /// Whether reading is counted for the statistics.
    var countsReading = true
    /// What is done with new articles.
    var rules: [ArticleRule] = []
    /// What opens which addresses, the most telling rule first.
    var openers: [OpenRule] = []
  }

  /// Reads the file with those that it includes; the usual settings when there is none.
  /// - Throws: `Complaint` with file, line and column of the first mistake.
  static func read(_ places: Places) throws -> Settings {
    let files = try ConfigFiles(places.configFile)
    var settings = Settings()
    for part in files.parts {
      do throws(TOMLProblem) {
        settings = try Self.settings(part.table, in: part.text)
      } catch {
        throw error.complaint(part.path, advice: advice)
      }
    }
    guard files.parts.count > 1 else { return settings }
    do throws(TOMLProblem) {
      return try Self.settings(files.merged, in: "")
    } catch {
      throw error.complaint(places.configFile, advice: advice)
    }
  }

  /// What one table says; the text is that in which mistakes are looked for.
  private static func settings(
    _ table: TOMLTable, in text: String
  ) throws(TOMLProblem) -> Settings {
    try check(table.keys, known: SettingsList.tables, in: text)
    var settings = Settings()
    if let fetch = try child("fetch", of: table, in: text) {
      let text = text.section("fetch")
      try check(fetch.keys, known: SettingsList.keys(of: "fetch"), in: text)
      settings.fetch.connections = try number("connections", of: fetch, 1...64, in: text) ?? 32
      settings.fetch.connectionsPerHost = try number("per_host", of: fetch, 1...32, in: text) ?? 2
      settings.automatic = try span("auto", of: fetch, 60...(30 * 86_400), in: text)
      settings.fetch.all = try feed(fetch, in: text)
      if settings.fetch.all.userAgent == nil, let contact = try contact(of: fetch, in: text) {
        settings.fetch.all.userAgent = "Broadsheet/\(Broadsheet.version) (+\(contact))"
      }
    }
    if let article = try child("article", of: table, in: text) {
      settings.article = try ArticleSettings(article, in: text.section("article"))
    }
    if let copies = try child("copies", of: table, in: text) {
      settings.copies = try CopyFolding(copies, in: text.section("copies"))
    }
    if let screen = try child("screen", of: table, in: text) {
      let text = text.section("screen")
      try check(screen.keys, known: SettingsList.keys(of: "screen"), in: text)
      settings.usesMouse = try flag("mouse", of: screen, in: text)
    }
    try readShelf(table, into: &settings, in: text)
    settings.rules = try rules(table, in: text)
    if let open = try child("open", of: table, in: text) {
      settings.openers = try OpenRule.rules(open, in: text.section("open"))
    }
    for (name, into) in [("feed", \FetchSettings.byFeed), ("tag", \FetchSettings.byTag)] {
      guard let group = try child(name, of: table, in: text) else { continue }
      for key in group.keys {
        let text = text.section("\(name).\(key)")
        guard let entry = try child(key, of: group, in: text) else { continue }
        try check(entry.keys, known: SettingsList.keys(of: name), in: text)
        settings.fetch[keyPath: into][key] = try feed(entry, in: text)
      }
    }
    return settings
  }

  private static func feed(_ table: TOMLTable, in text: String) throws(TOMLProblem) -> FeedSettings
  {
    var settings = FeedSettings()
    settings.interval = try span("interval", of: table, 300...(30 * 86_400), in: text)
    settings.limit = try number("limit", of: table, 1...1_000_000, in: text)
    settings.keepDays = try span("keep", of: table, 86_400...(36_500 * 86_400), in: text)
      .map { $0 / 86_400 }
    settings.userAgent = try string("user_agent", of: table, in: text)
    settings.title = try string("title", of: table, in: text)
    if let value = table["hidden"] {
      guard let isHidden = value.bool else {
        throw .mistake("hidden is true or false", at: "hidden", in: text)
      }
      settings.isHidden = isHidden
    }
    if let rule = try string("full_text", of: table, in: text) {
      guard let known = FeedSettings.FullTextRule(rawValue: rule) else {
        throw .mistake(
          "full_text is \"always\" or \"never\"", at: "full_text", in: text)
      }
      settings.fullText = known
    }
    if let user = try string("user", of: table, in: text) {
      settings.credentials = HTTPRequest.Credentials(
        user: user, password: try string("password", of: table, in: text) ?? "")
    }
    settings.passwordCommand = try program("password_command", of: table, in: text)
    if !settings.passwordCommand.isEmpty, settings.credentials == nil {
      throw .mistake(
        "password_command needs a user beside it", at: "password_command", in: text)
    }
    return settings
  }

  static func check(
    _ keys: [String], known: [String], in text: String
  ) throws(TOMLProblem) {
    for key in keys where !known.contains(key) {
      let nearest = NearestName.of(key, among: known).map { "; did you mean \($0)?" } ?? ""
      throw .mistake("there is no setting \(key)\(nearest)", at: key, in: text)
    }
  }

  static func child(
    _ key: String, of table: TOMLTable, in text: String
  ) throws(TOMLProblem) -> TOMLTable? {
    guard let value = table[key] else { return nil }
    guard let child = value.table else {
      throw .mistake("\(key) must be a table", at: key, in: text)
    }
    return child
  }

  /// Where servers find who is asking: an address that they are told with the program's name.
  private static func contact(
    of table: TOMLTable, in text: String
  ) throws(TOMLProblem) -> String? {
    guard let address = try string("contact", of: table, in: text) else { return nil }
    let isAddress = ["https://", "http://", "mailto:"].contains(where: address.hasPrefix)
    guard isAddress, address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw .mistake("contact is an address: https://… or mailto:…", at: "contact", in: text)
    }
    return address
  }

  static func string(
    _ key: String, of table: TOMLTable, in text: String
  ) throws(TOMLProblem) -> String? {
    guard let value = table[key] else { return nil }
    guard let string = value.string else {
      throw .mistake("\(key) must stand in quotation marks", at: key, in: text)
    }
    return string
  }

  static func number(
    _ key: String, of table: TOMLTable, _ range: ClosedRange<Int>, in text: String
  ) throws(TOMLProblem) -> Int? {
    guard let value = table[key] else { return nil }
    guard let number = value.int, range.contains(number) else {
      throw .mistake(
        "\(key) must be a number from \(range.lowerBound) to \(range.upperBound)", at: key,
        in: text)
    }
    return number
  }

  /// A span of time like "30m", "12h" or "90d", in seconds.
  private static func span(
    _ key: String, of table: TOMLTable, _ range: ClosedRange<Int>, in text: String
  ) throws(TOMLProblem) -> Int? {
    guard let written = try string(key, of: table, in: text) else { return nil }
    let units: [Character: Int] = ["m": 60, "h": 3_600, "d": 86_400, "w": 604_800]
    guard let unit = written.last.flatMap({ units[$0] }), let count = Int(written.dropLast()),
      (1...1_000_000).contains(count), range.contains(count * unit)
    else {
      throw .mistake("\(key) must be a span like \"30m\", \"12h\" or \"90d\"", at: key, in: text)
    }
    return count * unit
  }
}
