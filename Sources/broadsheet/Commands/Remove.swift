import ArgumentParser
import Articles
import FoundationEssentials
import Storage
import TextLayout

/// `broadsheet remove`: ends a subscription.
struct Remove: BackgroundCommand {
  static let configuration = CommandConfiguration(
    abstract: "Unsubscribe from a feed; bookmarked articles stay.",
    discussion: """
      Example: broadsheet remove https://example.org/feed.xml
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(help: "An address, a number from broadsheet feeds, or part of a name.")
  var feed: String

  func carryOut() async throws {
    let store = try Stores.open(global)
    let found = try Fetchers.feed(feed, among: try await store.feeds(now: Date()))
    let removed = try await store.unsubscribe(found.subscription.url) ?? 0
    var printer = Printer()
    printer.line(
      CleanText("unsubscribed from \(found.name); \(removed) articles removed, bookmarks stay"))
  }
}
