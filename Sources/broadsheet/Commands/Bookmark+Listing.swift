import ArgumentParser
import Articles
import FoundationEssentials
import Reader
import Storage
import TextLayout

extension Bookmark {
  /// `broadsheet bookmark list`.
  struct Listing: BackgroundCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the bookmarked articles, newest first.",
      discussion: """
        Examples:
          broadsheet bookmark list --json
          broadsheet bookmark list folder:Research is:due
          broadsheet bookmark list sort:added
        """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: "Which of them; all when left out.") var query: [String] = []
    @Flag(help: "Print JSON Lines.") var json = false

    func carryOut() async throws {
      let query = try ArticleQuery(typed: query).and(.state(.bookmarked))
      let store = try await Stores.open(global, readyFor: query)
      let zone = SystemZone.current()
      var printer = Printer()
      var anchor = PageAnchor.start
      while true {
        let page = try await store.headlines(matching: query, at: anchor, limit: 500, now: Date())
        for headline in page.rows {
          let details = try await store.bookmark(of: headline.id) ?? BookmarkDetails()
          if json {
            printer.line(try JSONText(BookmarkedJSON(headline, details)))
          } else {
            printer.line(ListLine.text(headline))
            let written = Self.line(details, zone: zone)
            if !written.isEmpty { printer.line(CleanText("             " + written)) }
          }
        }
        guard page.hasAfter, let last = page.rows.last else { break }
        anchor = .after(last.id)
      }
    }

    /// What is written on a bookmark, in one line.
    private static func line(_ details: BookmarkDetails, zone: LocalZone) -> String {
      var parts: [String] = []
      if !details.folder.isEmpty { parts.append("[\(details.folder)]") }
      if let due = details.due { parts.append("due \(DueDay.text(due, zone: zone))") }
      if !details.note.isEmpty {
        parts.append(details.note.split(separator: "\n").joined(separator: " / "))
      }
      return parts.joined(separator: " · ")
    }
  }

  /// `broadsheet bookmark quotes`.
  struct Quotes: BackgroundCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the quotes that were kept, the newest first.",
      discussion: "Example: broadsheet bookmark quotes --json")

    @OptionGroup var global: GlobalOptions

    @Option(help: ArgumentHelp("At most so many, 1 to 10000.", valueName: "n"))
    var limit = 10_000

    @Flag(help: "Print JSON Lines.") var json = false

    func validate() throws {
      guard (1...10_000).contains(limit) else {
        throw ValidationError("--limit must be from 1 to 10000")
      }
    }

    func carryOut() async throws {
      let store = try Stores.open(global)
      let zone = SystemZone.current()
      var printer = Printer()
      for (index, quote) in try await store.quotes(limit: limit).enumerated() {
        if json {
          printer.line(try JSONText(QuoteJSON(quote)))
        } else {
          if index > 0 { printer.line(CleanText("")) }
          for line in quote.citation(zone: zone).split(separator: "\n") {
            printer.line(CleanText(line))
          }
        }
      }
    }
  }
}

/// A head with what is written on its bookmark.
private struct BookmarkedJSON: Encodable {
  struct Written: Encodable {
    var added: String?
    var folder: String?
    var note: String?
    var due: String?
    var quotes: Int
  }

  let head: Headline
  let written: Written

  init(_ head: Headline, _ details: BookmarkDetails) {
    self.head = head
    written = Written(
      added: head.bookmark.map { CivilTime.rfc3339($0.added) },
      folder: details.folder.isEmpty ? nil : details.folder,
      note: details.note.isEmpty ? nil : details.note,
      due: details.due.map(CivilTime.rfc3339), quotes: head.bookmark?.quotes ?? 0)
  }

  private enum CodingKeys: String, CodingKey { case bookmark }

  func encode(to encoder: any Encoder) throws {
    try HeadJSON(head).encode(to: encoder)
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(written, forKey: .bookmark)
  }
}

/// A quote: `{"text","article"?,"title","source","authors","published"?,"link"?,"added"}`.
private struct QuoteJSON: Encodable {
  var text: String
  var article: String?
  var title: String
  var source: String
  var authors: [String]
  var published: String?
  var link: String?
  var added: String

  init(_ quote: Quote) {
    text = quote.passage.text
    article = quote.article?.description
    title = quote.title
    source = quote.source
    authors = quote.authors
    published = quote.published.map(CivilTime.rfc3339)
    link = quote.link
    added = CivilTime.rfc3339(quote.added)
  }
}
