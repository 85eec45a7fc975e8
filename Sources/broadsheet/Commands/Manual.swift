import ArgumentParser
import TextLayout

/// `broadsheet manual`: the manual page, made from the commands, the keys and the settings.
struct Manual: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the manual page.",
    discussion: """
      Examples:
        broadsheet manual | man -l -
        broadsheet manual > ~/.local/share/man/man1/broadsheet.1
        broadsheet manual --keys
      """)

  @Flag(help: "Print the reader's commands with their keys, as a table in Markdown.")
  var keys = false

  func run() throws {
    var printer = Printer()
    if keys {
      for line in KeyTable.lines { printer.line(CleanText(line)) }
      return
    }
    for line in try ManualPage().lines { printer.line(CleanText(line)) }
  }
}
