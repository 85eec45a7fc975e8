import ArgumentParser
import Glibc
import TOMLKit
import TextLayout

/// `broadsheet config`: writes a documented file of settings, or shows what is in force.
struct Config: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the settings that are in force, or write a documented file of them.",
    discussion: """
      Without an option it prints every setting with its value and where that comes from.

      Examples:
        broadsheet config --init            # write config.toml, unless it is there
        broadsheet config                   # what holds, and why
        broadsheet config --dump --json
      """)

  @OptionGroup var global: GlobalOptions

  @Flag(name: .customLong("init"), help: "Write config.toml with every setting as a note.")
  var isInit = false

  @Flag(help: "Print what is in force; the same as no option.")
  var dump = false

  @Flag(help: "Print what is in force as JSON, a setting a line.")
  var json = false

  func validate() throws {
    if isInit, dump || json {
      throw ValidationError("--init writes a file; leave --dump and --json out")
    }
  }

  func run() throws {
    let places = try Places(global.choices)
    if isInit { return try write(places) }
    // Mistakes are told as everywhere.
    _ = try ConfigFile.read(places)
    let settings = SettingInForce.all(in: try ConfigFiles(places.configFile))
    var printer = Printer()
    if json {
      for setting in settings { printer.line(try JSONText(setting)) }
      return
    }
    var section = ""
    for setting in settings {
      if setting.section != section {
        if !section.isEmpty { printer.line(CleanText("")) }
        section = setting.section
        printer.line(CleanText("[\(section)]"))
      }
      let pair = CleanText("\(setting.key) = \(setting.value)")
      printer.line(pair.padded(to: max(pair.columns + 2, 34)) + CleanText("# \(setting.origin)"))
    }
  }

  private func write(_ places: Places) throws {
    let path = places.configFile
    guard access(path, F_OK) != 0 else {
      throw Complaint(path, "is there already", advice: "edit it, or move it away first")
    }
    try Places.makeFolder(places.config)
    try OutputFile.write(Array(SettingsList.documentedFile.utf8), to: path)
    var printer = Printer()
    printer.line(
      CleanText("\(path): written; every line in it is a note until you take its # away"))
  }
}

/// A setting as it holds now.
struct SettingInForce: Encodable {
  var section: String
  var key: String
  /// As it is written in a file.
  var value: String
  /// The file that says so, or that it is usual.
  var origin: String

  /// Those with a usual value, and those that files set.
  static func all(in files: ConfigFiles) -> [SettingInForce] {
    SettingsList.sections.flatMap { section -> [SettingInForce] in
      let known = SettingsList.all.filter { $0.section == section }
      switch section {
      case "feed", "tag":
        let names = files.parts.flatMap { $0.table[section]?.table?.keys ?? [] }
        return Array(Set(names)).sorted().flatMap { name in
          found(known.map(\.key), "\(section).\"\(name)\"", files) {
            $0[section]?.table?[name]?.table
          }
        }
      case "open":
        let keys = Set(files.parts.flatMap { $0.table[section]?.table?.keys ?? [] }).sorted()
        return found(keys, section, files) { $0[section]?.table }
      case "rule":
        return files.parts.flatMap { part -> [SettingInForce] in
          (part.table[section]?.array?.map { $0.table } ?? []).flatMap { rule in
            known.compactMap { setting in
              rule?[setting.key].map {
                SettingInForce(
                  section: section, key: setting.key, value: text($0), origin: part.path)
              }
            }
          }
        }
      default:
        let set = found(known.map(\.key), section, files) { $0[section]?.table }
        return known.compactMap { setting in
          set.first { $0.key == setting.key }
            ?? (setting.isUsual
              ? SettingInForce(
                section: section, key: setting.key, value: setting.value, origin: "usual") : nil)
        }
      }
    }
  }

  private static func found(
    _ keys: [String], _ section: String, _ files: ConfigFiles,
    _ table: (TOMLTable) -> TOMLTable?
  ) -> [SettingInForce] {
    keys.compactMap { key in
      for part in files.parts.reversed() {
        guard let value = table(part.table)?[key] else { continue }
        let shown = key == "password" ? "\"…\"" : text(value)
        return SettingInForce(section: section, key: key, value: shown, origin: part.path)
      }
      return nil
    }
  }

  /// A value as it is written in a file.
  private static func text(_ value: any TOMLValueConvertible) -> String {
    if let text = value.string {
      let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      return "\"\(escaped)\""
    }
    if let array = value.array {
      return "[" + array.map { self.text($0) }.joined(separator: ", ") + "]"
    }
    if let truth = value.bool { return truth ? "true" : "false" }
    if let number = value.int { return String(number) }
    return "…"
  }
}
