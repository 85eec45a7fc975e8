import ArgumentParser
import Articles
import Fetching
import FoundationEssentials
import Storage
import TextLayout

/// `broadsheet list`: heads of the articles that a query finds.
struct List: BackgroundCommand {
  static let configuration = CommandConfiguration(
    abstract: "List articles, newest first.",
    discussion: """
      Query: words, "a phrase", #topic, source:name, author:name, title:word, /pattern/ on titles, \
      is:unread|read|bookmarked, since:today, since:2d, before:2026-01-31, age:<2d, lang:en, \
      words:>1000, minutes:<5, has:image|enclosure|note|revision|story|topic, label:x (a topic of \
      yours), near:ID (related), joined by AND; OR, NOT or a leading -, and parentheses work. \
      sort:newest|oldest|relevance.

      Examples:
        broadsheet list '#ai -#sport since:2d' --limit 20
        broadsheet list 'source:"Arab News" "board of peace"' --json
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(help: "Which articles; all when left out.")
  var query: [String] = []

  @Option(help: ArgumentHelp("At most so many, 1 or more.", valueName: "n"))
  var limit: Int?

  @Flag(help: "Print JSON Lines.")
  var json = false

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit must be 1 or more") }
  }

  func carryOut() async throws {
    let query = try ArticleQuery(typed: query)
    let store = try await Stores.open(global, readyFor: query)
    var printer = Printer()
    var rest = limit ?? .max
    var anchor = PageAnchor.start
    while rest > 0 {
      let page = try await store.headlines(
        matching: query, at: anchor, limit: min(rest, 500), now: Date())
      for headline in page.rows {
        if json {
          printer.line(try JSONText(HeadJSON(headline)))
        } else {
          printer.line(ListLine.text(headline))
        }
      }
      rest -= page.rows.count
      guard page.hasAfter, let last = page.rows.last else { break }
      anchor = .after(last.id)
    }
  }
}

/// A headline as one line for people.
enum ListLine {
  /// Id, day and time in UTC, marks, title, source, topics.
  static func text(_ headline: Headline) -> CleanText {
    let time = CivilTime.rfc3339(headline.published).prefix(16)
    let marks = (headline.isUnread ? "●" : " ") + (headline.isBookmarked ? "★" : " ")
    let topics = headline.topics.map { " #\($0)" }.joined()
    return CleanText(
      "\(headline.id)  \(time)  \(marks) \(headline.title) — \(headline.source)\(topics)")
  }
}

extension ArticleQuery {
  /// Reads a query from the words of a command line.
  init(typed words: [String]) throws {
    try self.init(parsing: words.joined(separator: " "), zone: SystemZone.current())
  }
}
