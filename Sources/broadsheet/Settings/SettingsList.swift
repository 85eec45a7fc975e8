import KeyPresets

/// A setting of `config.toml`, as people are told of it.
struct Setting: Sendable {
  /// The table in which it stands: "article"; "feed" stands for one table each address.
  var section: String
  var key: String
  /// The value that holds when it is left out, or an example, as it is written.
  var value: String
  /// Whether `value` holds by itself; else it is an example.
  var isUsual: Bool
  /// What it does, and what may stand there.
  var about: String

  init(_ section: String, _ key: String, usual value: String, _ about: String) {
    (self.section, self.key, self.value, self.about) = (section, key, value, about)
    isUsual = true
  }

  init(_ section: String, _ key: String, example value: String, _ about: String) {
    (self.section, self.key, self.value, self.about) = (section, key, value, about)
    isUsual = false
  }
}

/// Every setting once: what is read, what `config` writes and shows, what the manual says.
enum SettingsList {
  /// The settings in the order of the documented file.
  static let all: [Setting] =
    [
      Setting(
        "screen", "mouse", usual: "true",
        "The mouse is the reader's; false leaves it to the terminal."),
      Setting(
        "article", "measure", usual: "76", "Columns of text at most, 30 to 76."),
      Setting(
        "article", "images", usual: "\"off\"",
        "\"blocks\" or \"auto\": fetches the picture of the open article and draws it in cells."),
      Setting("article", "justify", usual: "false", "Draws lines out to the full width."),
      Setting(
        "article", "hyphenate", usual: "false",
        "Parts words, with the patterns of the system's hyphen-LANGUAGE packages."),
      Setting("article", "code_numbers", usual: "false", "Numbers the lines of code."),
      Setting(
        "article", "plain", usual: "false",
        "For screen readers: one pane at a time, no boxes or marks, states in words."),
      Setting(
        "article", "bidi", usual: "\"auto\"",
        "\"on\": Arabic and Hebrew are ordered here; \"terminal\": there; \"auto\": here unless the terminal does."
      ),
      Setting(
        "article", "hyperlinks", usual: "\"auto\"",
        "\"on\" or \"off\": whether links open with the terminal's own click (OSC 8)."),
      Setting("copies", "fold", usual: "true", "Articles with the same text are one row."),
      Setting(
        "copies", "prefer", example: "[\"Daily Wire\"]",
        "Sources whose copy is shown, the first one first."),
      Setting(
        "copies", "apart", example: "[\"The Meridian\"]",
        "Sources whose articles always have rows of their own."),
      Setting("statistics", "enabled", usual: "true", "Counts what is read, on this machine only."),
      Setting(
        "bookmark", "command", example: "[\"program\", \"argument\"]",
        "A program that is given address, title, note and source of each new bookmark; no shell."),
      Setting(
        "bookmark", "auto", usual: "true", "false: only when the key for it asks."),
      Setting(
        "fetch", "auto", example: "\"30m\"", "Fetches by itself while the reader is open."),
      Setting("fetch", "connections", usual: "32", "Transfers at once, 1 to 64."),
      Setting("fetch", "per_host", usual: "2", "Transfers at once from one host, 1 to 32."),
      Setting(
        "fetch", "contact", example: "\"https://example.org/about\"",
        "An address that servers are told with the program's name."),
    ] + feed("fetch") + feed("feed") + feed("tag") + [
      Setting(
        "open", "default", example: "\"firefox --new-window %u\"",
        "The program for addresses; a host or a pattern with * instead of default for some of them."
      ),
      Setting("rule", "name", example: "\"Cup\"", "What the reason of a muted article says."),
      Setting("rule", "query", example: "\"cup #sport\"", "Which new articles."),
      Setting("rule", "tag", example: "[\"cup\"]", "Topics that they get."),
    ]
    + ["mute", "read", "bookmark", "highlight", "follow"].map {
      Setting("rule", $0, example: "true", "What is done with them.")
    }

  private static func feed(_ section: String) -> [Setting] {
    [
      Setting(
        section, "interval", example: "\"2h\"",
        "Time between fetches, instead of the feed's rhythm."),
      Setting(section, "limit", example: "200", "Articles that stay, 1 to 1000000."),
      Setting(
        section, "keep", example: "\"90d\"",
        "Removes older articles, never bookmarked ones or those marked unread by hand."),
      Setting(
        section, "full_text", example: "\"always\"", "Fetches the pages of new articles; \"never\"."
      ),
      Setting(
        section, "user_agent", example: "\"Mozilla/5.0\"", "How the program introduces itself."),
      Setting(
        section, "title", example: "\"The Example\"", "What its articles name as their source."),
      Setting(section, "hidden", example: "true", "Leaves it out of the list of sources."),
      Setting(section, "user", example: "\"ana\"", "The name for a feed that wants one."),
      Setting(
        section, "password", example: "\"secret\"", "The password; close the file to others."),
      Setting(
        section, "password_command", example: "[\"pass\", \"show\", \"news\"]",
        "A program whose first line is the password; no shell."),
    ]
  }

  /// The sections in their order.
  static let sections = all.reduce(into: [String]()) { sections, setting in
    if !sections.contains(setting.section) { sections.append(setting.section) }
  }

  /// What may stand at the top of the file.
  static let tables = sections + [ConfigFile.includeKey]

  /// The keys of a section.
  static func keys(of section: String) -> [String] {
    all.filter { $0.section == section }.map(\.key)
  }

  /// How the header of a section is written.
  static func header(of section: String) -> String {
    switch section {
    case "feed": "[feed.\"https://example.org/feed.xml\"]"
    case "tag": "[tag.\"town\"]"
    case "rule": "[[rule]]"
    default: "[\(section)]"
    }
  }

  /// A file that says what can be set and changes nothing.
  static var documentedFile: String {
    var lines = [
      "# Settings of Broadsheet. Whatever is left out, or begins with #, is as usual.",
      "# A running reader takes changes over when this file is saved.",
      "", "# include = [\"more.toml\"]  # Files beside this one; what stands here counts more.",
    ]
    for section in sections {
      lines += [
        "", (["feed", "tag", "rule", "open"].contains(section) ? "# " : "") + header(of: section),
      ]
      for setting in all where setting.section == section {
        let pair = "# \(setting.key) = \(setting.value)"
        lines.append(
          pair + String(repeating: " ", count: max(1, 34 - pair.count)) + "# \(setting.about)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
