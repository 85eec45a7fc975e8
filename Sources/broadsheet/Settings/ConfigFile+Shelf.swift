import TOMLKit

/// What `config.toml` says of bookmarks and statistics: `[bookmark]`, `[statistics]`.
extension ConfigFile {
  static func readShelf(
    _ table: TOMLTable, into settings: inout Settings, in text: String
  ) throws(TOMLProblem) {
    if let bookmark = try child("bookmark", of: table, in: text) {
      let text = text.section("bookmark")
      try check(bookmark.keys, known: SettingsList.keys(of: "bookmark"), in: text)
      settings.bookmarkProgram = try program("command", of: bookmark, in: text)
      settings.handsOnBookmarks = try flag("auto", of: bookmark, in: text) ?? true
    }
    if let statistics = try child("statistics", of: table, in: text) {
      let text = text.section("statistics")
      try check(statistics.keys, known: SettingsList.keys(of: "statistics"), in: text)
      settings.countsReading = try flag("enabled", of: statistics, in: text) ?? true
    }
  }

  /// A program as a list of words, or as one text whose words are parted by spaces; no shell reads it.
  static func program(
    _ key: String, of table: TOMLTable, in text: String
  ) throws(TOMLProblem) -> [String] {
    guard let value = table[key] else { return [] }
    if let line = value.string { return line.split(separator: " ").map(String.init) }
    let words = value.array?.map { $0.string } ?? [nil]
    guard !words.isEmpty, !words.contains(nil) else {
      throw .mistake("\(key) is \"program\" or [\"program\", \"argument\"]", at: key, in: text)
    }
    return words.compactMap(\.self)
  }

  static func flag(
    _ key: String, of table: TOMLTable, in text: String
  ) throws(TOMLProblem) -> Bool? {
    guard let value = table[key] else { return nil }
    guard let flag = value.bool else {
      throw .mistake("\(key) is true or false", at: key, in: text)
    }
    return flag
  }
}
