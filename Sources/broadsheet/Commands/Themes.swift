import ArgumentParser
import Articles
import FoundationEssentials
import TextLayout

/// `broadsheet themes`: lists the themes, or shows one.
struct Themes: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the themes, or print one as a start for your own.",
    discussion: """
      Examples:
        broadsheet themes
        broadsheet themes midnight > ~/.config/broadsheet/themes/mine.toml
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(help: "The theme to print.")
  var name: String?

  func run() throws {
    let catalogue = ThemeCatalogue(folder: try Places(global.choices).themesFolder)
    var printer = Printer()
    guard let name else {
      for name in catalogue.names { printer.line(CleanText(name)) }
      return
    }
    let theme = try catalogue.text(of: name)
    _ = try catalogue.theme(named: name)
    for line in (theme ?? "").split(separator: "\n", omittingEmptySubsequences: false) {
      printer.line(CleanText(line))
    }
  }
}
