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
      """)

  func run() throws {
    var printer = Printer()
    for line in try ManualPage().lines { printer.line(CleanText(line)) }
  }
}
