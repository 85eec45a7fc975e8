import ArgumentParser
import Articles
import FoundationEssentials
import Ingest
import Storage

/// `broadsheet export`: articles, bookmarks or subscriptions for other programs.
struct Export: BackgroundCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write articles, bookmarks or subscriptions for other programs.",
    discussion: """
      markdown, html, json and rss hold the articles that the query finds, all when it is left \
      out, with notes and quotes; netscape is the file of bookmarks that browsers import, and \
      holds the bookmarks when the query is left out; opml holds the subscriptions and takes no \
      query. What json and netscape write can be imported again.

      Examples:
        broadsheet export is:bookmarked --format markdown --output bookmarks.md
        broadsheet export folder:Research --format json
        broadsheet export --format opml --output feeds.opml
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(help: "Which articles; all when left out.")
  var query: [String] = []

  @Option(
    help: ArgumentHelp("markdown, html, json, opml, rss or netscape.", valueName: "format"))
  var format: ExportFormat

  @Option(help: ArgumentHelp("File to write; standard output when left out.", valueName: "path"))
  var output: String?

  func validate() throws {
    if format == .opml, !query.isEmpty {
      throw ValidationError("--format opml holds the subscriptions; leave the query out")
    }
  }

  func carryOut() async throws {
    switch format {
    case .opml: try await writeSubscriptions()
    case .markdown: try await write(MarkdownExport(zone: SystemZone.current()))
    case .html: try await write(HTMLExport(zone: SystemZone.current()))
    case .json: try await write(JSONExport())
    case .rss: try await write(RSSExport(now: Date()))
    case .netscape: try await write(NetscapeExport())
    }
  }

  private func writeSubscriptions() async throws {
    let store = try Stores.open(global)
    let subscriptions = try await store.feeds(now: Date()).map { feed in
      var subscription = feed.subscription
      subscription.title = feed.name
      subscription.site = subscription.site ?? feed.health.site
      subscription.url = feed.health.movedTo ?? subscription.url
      return subscription
    }
    var sink = ExportSink(path: output)
    let text = OPMLWriting.document(title: "Broadsheet", subscriptions)
    sink.add(String(text.dropLast()))
    try sink.finish()
  }

  private func write(_ export: some ArticleExport & Sendable) async throws {
    var query = try ArticleQuery(typed: query)
    if format == .netscape {
      // Folders come together only in the order of folders.
      if query.condition == .everything { query = query.and(.state(.bookmarked)) }
      query.sort = .folder
    }
    let store = try await Stores.open(global, readyFor: query)
    var export = export
    var sink = ExportSink(path: output)
    try export.begin(&sink)
    var anchor = PageAnchor.start
    while true {
      let page = try await store.headlines(matching: query, at: anchor, limit: 200, now: Date())
      for headline in page.rows {
        guard let article = try await ExportedArticle(headline.id, in: store) else { continue }
        try export.add(article, to: &sink)
      }
      guard page.hasAfter, let last = page.rows.last else { break }
      anchor = .after(last.id)
    }
    try export.end(&sink)
    try sink.finish()
  }
}
