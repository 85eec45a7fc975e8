import ArgumentParser
import Articles
import Fetching
import FoundationEssentials
import Storage
import TextLayout

/// `broadsheet related`: what belongs beside an article.
struct Related: BackgroundCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the articles that belong beside one, best first.",
    discussion: """
      Examples:
        broadsheet related 1kq3w8x9d2a --limit 5
        broadsheet related --all > related.jsonl
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(help: "The article's id, from broadsheet list.")
  var id: String?

  @Option(help: ArgumentHelp("At most so many.", valueName: "n"))
  var limit = 24

  @Flag(help: "Answer for every article, one JSON line each.")
  var all = false

  @Flag(help: "Print JSON Lines.")
  var json = false

  func validate() throws {
    guard all != (id != nil) else { throw ValidationError("give an article's id, or --all") }
    guard limit > 0 else { throw ValidationError("--limit must be 1 or more") }
  }

  func carryOut() async throws {
    let store = try Stores.open(global)
    try await AnalysisQueue(store: store).catchUp()
    var printer = Printer()
    guard let typed = id else { return try await printAll(of: store, to: &printer) }
    let id = try Stores.id(typed)
    guard let article = try await store.article(id) else { throw Stores.unknown(typed) }
    for related in try await RelatedArticles.beside(article, in: store, limit: limit) {
      if json {
        printer.line(try JSONText(RelatedJSON(related)))
      } else {
        let shared = related.shared.prefix(6).joined(separator: " · ")
        printer.line(ListLine.text(related.headline))
        printer.line(
          CleanText(
            "    \(related.relation == .sameStory ? "the same story" : "related"): \(shared)"))
      }
    }
  }

  private func printAll(of store: ArticleStore, to printer: inout Printer) async throws {
    var anchor = PageAnchor.start
    while true {
      let page = try await store.headlines(
        matching: ArticleQuery(), at: anchor, limit: 500, now: Date())
      for headline in page.rows {
        let links = try await store.links(of: headline.id, limit: limit)
        printer.line(try JSONText(RelatedListJSON(headline.id, links.map(\.id))))
      }
      guard page.hasAfter, let last = page.rows.last else { return }
      anchor = .after(last.id)
    }
  }
}
