import ArgumentParser
import Articles
import FoundationEssentials
import Storage
import TextLayout

/// `broadsheet topics`: the topic tags with their counts.
struct Topics: BackgroundCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the topics of the articles that a query finds, the most frequent first.",
    discussion: """
      Examples:
        broadsheet topics
        broadsheet topics 'is:unread since:1d' --json
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(help: "Which articles; all when left out.")
  var query: [String] = []

  @Flag(help: "Print JSON Lines.")
  var json = false

  func carryOut() async throws {
    let query = try ArticleQuery(typed: query)
    let store = try await Stores.openAnalysed(global)
    var printer = Printer()
    for count in try await store.topics(matching: query, now: Date(), limit: .max) {
      if json {
        printer.line(try JSONText(TopicJSON(count)))
      } else {
        printer.line(CleanText("\(count.articles)\t\(count.unread) unread\t#\(count.topic)"))
      }
    }
  }
}
