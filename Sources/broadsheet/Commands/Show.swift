import ArgumentParser
import Articles
import FoundationEssentials
import Reader
import Storage
import TextLayout

/// `broadsheet show`: one article, set as the reader sets it.
struct Show: BackgroundCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print one article.",
    discussion: """
      Examples:
        broadsheet show 1kq3w8x9d2a
        broadsheet show 1kq3w8x9d2a --json
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(help: "The article's id, from broadsheet list.")
  var id: String

  @Option(help: ArgumentHelp("Columns of the text, 10 to 1000; 80 when left out.", valueName: "n"))
  var width = 80

  @Flag(help: "Without bars and marks, for screen readers.")
  var plain = false

  @Flag(help: "Print the whole article as JSON.")
  var json = false

  func validate() throws {
    guard (10...1000).contains(width) else {
      throw ValidationError("--width must be from 10 to 1000")
    }
  }

  func carryOut() async throws {
    let id = try Stores.id(id)
    let store = try Stores.open(global)
    guard let article = try await store.article(id) else { throw Stores.unknown(self.id) }
    var printer = Printer()
    if json {
      printer.line(try JSONText(ArticleJSON(article)))
    } else {
      let lines = try ArticleFile.lines(
        of: article, columns: width, isPlain: plain, Places(global.choices))
      for line in lines { printer.line(line) }
    }
  }
}
