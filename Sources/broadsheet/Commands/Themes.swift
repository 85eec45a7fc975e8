import ArgumentParser
import Articles
import Fetching
import FoundationEssentials
import Screen
import TextLayout

/// `broadsheet themes`: lists the themes, shows one, checks them, takes over schemes.
struct Themes: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the themes, print one as a start for your own, check or import them.",
    discussion: """
      Schemes of base16 and base24 (*.yaml) become themes by --import; one that lies in the \
      folder of themes is used as it is. --check looks at the contrast of all text (WCAG: at \
      least 4.5) in each theme and ends with 1 when one falls short.

      Examples:
        broadsheet themes
        broadsheet themes midnight > ~/.config/broadsheet/themes/mine.toml
        broadsheet themes --import ocean.yaml
        broadsheet themes --check
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(help: "The theme to print or to check.")
  var name: String?

  @Flag(help: "Check the contrast of text, of one theme or of all.")
  var check = false

  @Option(
    name: .customLong("import"),
    help: ArgumentHelp("A base16 or base24 scheme to make a theme of.", valueName: "file"))
  var scheme: String?

  @Flag(help: "Print names or what was checked as JSON.")
  var json = false

  func run() throws {
    let folder = try Places(global.choices).themesFolder
    let catalogue = ThemeCatalogue(folder: folder)
    if let scheme { return try take(scheme, into: folder) }
    let names = name.map { [$0] } ?? catalogue.names
    if check { return try check(names, in: catalogue) }
    var printer = Printer()
    guard let name else {
      if json { return printer.line(try JSONText(catalogue.names)) }
      for name in catalogue.names { printer.line(CleanText(name)) }
      return
    }
    let theme = try catalogue.text(of: name)
    _ = try catalogue.theme(named: name)
    for line in (theme ?? "").split(separator: "\n", omittingEmptySubsequences: false) {
      printer.line(CleanText(line))
    }
  }

  /// Writes the theme that a scheme becomes.
  private func take(_ path: String, into folder: String) throws {
    let file = try SavedFile(path: path, limit: ThemeFile.limit)
    let base = path.split(separator: "/").last.map(String.init) ?? path
    let stem = base.lowercased().split(separator: ".").first.map(String.init) ?? "imported"
    let name = String(stem.map { $0.isLetter || $0.isNumber ? $0 : "-" })
    let theme: String
    do throws(TOMLProblem) {
      theme = try Base16.theme(String(decoding: file.bytes, as: UTF8.self), name: name)
    } catch {
      throw error.complaint(path, advice: "give a base16 or base24 scheme")
    }
    try Places.makeFolder(folder)
    try OutputFile.write(Array(theme.utf8), to: "\(folder)/\(name).toml")
    var printer = Printer()
    printer.line(CleanText("\(name): try it with broadsheet --theme \(name)"))
  }

  private struct Weak: Encodable {
    var theme: String
    var role: String
    var ratio: Double
  }

  private func check(_ names: [String], in catalogue: ThemeCatalogue) throws {
    var printer = Printer()
    var weak: [Weak] = []
    for name in names {
      let theme = try catalogue.theme(named: name)
      var least = 21.0
      for role in Role.allCases where role.isText {
        let paint = theme.paint(role)
        guard let ratio = Contrast.ratio(paint.foreground, paint.background) else { continue }
        least = min(least, ratio)
        guard ratio < Contrast.forText else { continue }
        let rounded = (ratio * 100).rounded(.down) / 100
        weak.append(Weak(theme: name, role: role.name, ratio: rounded))
        if !json { printer.line(CleanText("\(name): \(role.name) has only \(rounded)")) }
      }
      if !json {
        printer.line(CleanText("\(name): at least \((least * 100).rounded(.down) / 100)"))
      }
    }
    if json { printer.line(try JSONText(weak)) }
    printer.flush()
    if !weak.isEmpty { throw ExitCode(1) }
  }
}
