import ArgumentParser
import FoundationEssentials
import KeyPresets
import Reader

/// The manual page in the language of `man` (roff).
struct ManualPage {
  private(set) var lines: [String] = []

  /// - Throws: When the argument parser does not describe its commands as it used to.
  init() throws {
    let tool = try CommandDescription.ofProgram()
    add(".TH BROADSHEET 1 \"\" \"Broadsheet \(Broadsheet.version)\" \"User Commands\"")
    section("NAME")
    text("broadsheet - \(tool.abstract ?? "")")
    section("SYNOPSIS")
    text(".B broadsheet", isRaw: true)
    text("[options] [command] [arguments]")
    section("DESCRIPTION")
    paragraphs(tool.discussion ?? "")
    section("OPTIONS")
    text("Every command takes these.")
    for argument in tool.shownArguments { add(argument) }
    section("COMMANDS")
    for command in tool.shownCommands { add(command, under: "broadsheet") }
    section("KEYS")
    text("In the reader; the palette and : take the names in parentheses.")
    for entry in Command.table where !entry.keys.isEmpty {
      tagged(
        entry.keys.joined(separator: ", "), "\(entry.manual) (\(entry.name))")
    }
    for (title, rows) in Self.tables {
      section(title)
      for (name, words) in rows { tagged(name, words) }
    }
  }

  private static let tables: [(String, [(String, String)])] = [
    (
      "SETTINGS",
      SettingsList.all.filter { $0.section != "tag" }.map { setting in
        (
          "[\(setting.section)] \(setting.key) = \(setting.value)",
          setting.about + (setting.isUsual ? " Usual." : " An example.")
        )
      } + [
        ("[tag.\"TOPIC\"]", "As [feed.\"ADDRESS\"], for all feeds with the topic."),
        ("include = [\"FILE\"]", "Other files of settings; what stands in this one counts more."),
      ]
    ),
    (
      "KEY FILE",
      [
        (
          "preset = \"NAME\"",
          "Keys as another program has them: "
            + BuiltInKeyPresets.all.map(\.name).joined(separator: ", ") + "."
        ),
        (
          "[all], [headlines], [article], [related]",
          "Keys of every pane, or of one: \"gx\" = \"full-text\", \"d\" = [\"toggle-read\", \"down\"], "
            + "\"x\" = \"none\". Actions are the names in parentheses above, with what may stand "
            + "behind them after :. Esc and the digits from 1 cannot be bound."
        ),
        (
          "[panels], " + Panel.allCases.map { "[\($0.rawValue)]" }.joined(separator: ", "),
          "Keys of every panel but the topics, or of one: \"x\" = \"remove\", \"d\" = \"none\". One "
            + "key and one action each; there are "
            + PanelAction.allCases.map(\.rawValue).joined(separator: ", ") + "."
        ),
      ]
    ),
    (
      "FILES",
      [
        ("~/.config/broadsheet/config.toml", "Settings."),
        ("~/.config/broadsheet/keys.toml", "Keys of your own, over the usual ones."),
        ("~/.config/broadsheet/themes/*.toml", "Themes of your own."),
        ("~/.local/share/broadsheet/library.sqlite", "What is yours; back this up."),
        ("~/.local/share/broadsheet/articles.sqlite", "What can be fetched again."),
        ("~/.local/state/broadsheet", "Session and log."),
      ]
    ),
    (
      "ENVIRONMENT",
      [
        ("BROADSHEET_DATA", "Folder of the store, as --data."),
        ("XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME", "Where files live instead."),
        ("NO_COLOR", "Anything in it: no colours."),
        ("BROWSER", "The program that opens links."),
      ]
    ),
    (
      "EXIT STATUS",
      [
        ("0", "Done."), ("1", "A part could not be done, the rest was."),
        ("2", "Nothing could be done."), ("64", "Wrong usage."),
      ]
    ),
  ]

  // MARK: - Commands

  private mutating func add(_ command: CommandDescription, under name: String) {
    let name = "\(name) \(command.commandName)"
    let arguments = command.shownArguments.filter { !$0.isGlobal }
    let usage = arguments.filter { $0.kind == "positional" }.map(\.usage)
    add(".SS \"" + Self.escaped(([name] + usage).joined(separator: " ")) + "\"")
    text(command.abstract ?? "")
    for argument in arguments { add(argument) }
    paragraphs(command.discussion ?? "")
    for inner in command.shownCommands { add(inner, under: name) }
  }

  private mutating func add(_ argument: ArgumentDescription) {
    tagged(argument.usage, argument.abstract ?? "")
  }

  // MARK: - roff

  private mutating func add(_ line: String) { lines.append(line) }

  private mutating func section(_ title: String) { add(".SH \"\(title)\"") }

  private mutating func text(_ text: String, isRaw: Bool = false) {
    add(isRaw ? text : Self.escaped(text))
  }

  private mutating func tagged(_ name: String, _ words: String) {
    add(".TP")
    add("\\fB\(Self.escaped(name, startsLine: false))\\fR")
    text(words)
  }

  /// Text as it stands in the help: lines that are indented, such as examples, keep their form.
  private mutating func paragraphs(_ text: String) {
    var isExample = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let wantsForm = line.hasPrefix("  ")
      if wantsForm != isExample { add(wantsForm ? ".nf" : ".fi") }
      isExample = wantsForm
      add(line.isEmpty ? ".PP" : Self.escaped(String(line)))
    }
    if isExample { add(".fi") }
  }

  /// A text that means nothing but itself: no escape, no request at the start of a line.
  private static func escaped(_ text: String, startsLine: Bool = true) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "\"": result += "\\(dq"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "`": result += "\\(ga"
      case "'": result += "\\(aq"
      default: result.append(character)
      }
    }
    return startsLine && result.first == "." ? "\\&" + result : result
  }
}
