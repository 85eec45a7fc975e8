import ArgumentParser
import Articles
import FoundationEssentials
import Storage
import TextLayout

/// `broadsheet stories`: events with the articles that report them.
struct Stories: BackgroundCommand {
  static let configuration = CommandConfiguration(
    abstract: "List stories, each with the articles that report it.",
    discussion: """
      Examples:
        broadsheet stories
        broadsheet stories 'since:2d' --json
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(help: "Stories with an article that matches; all when left out.")
  var query: [String] = []

  @Flag(help: "Print JSON Lines.")
  var json = false

  func carryOut() async throws {
    let query = try ArticleQuery(typed: query)
    let store = try await Stores.openAnalysed(global)
    var printer = Printer()
    for story in try await store.stories(matching: query, now: Date()) {
      if json {
        printer.line(try JSONText(StoryJSON(story)))
      } else {
        let day = CivilTime.rfc3339(story.last).prefix(10)
        printer.line(CleanText("\(day)  \(story.articles.count) reports  \(story.title)"))
      }
    }
  }
}
