import ArgumentParser
import Articles
import FoundationEssentials
import Ingest
import Storage

/// `broadsheet export`: subscriptions for other programs.
struct Export: BackgroundCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the subscriptions for other programs.",
    discussion: """
      Example: broadsheet export --format opml --output feeds.opml
      """)

  /// What can be written.
  enum Format: String, ExpressibleByArgument, CaseIterable { case opml }

  @OptionGroup var global: GlobalOptions

  @Option(help: ArgumentHelp("opml.", valueName: "format"))
  var format: Format

  @Option(help: ArgumentHelp("File to write; standard output when left out.", valueName: "path"))
  var output: String?

  func carryOut() async throws {
    let store = try Stores.open(global)
    let subscriptions = try await store.feeds(now: Date()).map { feed in
      var subscription = feed.subscription
      subscription.title = feed.name
      subscription.site = subscription.site ?? feed.health.site
      subscription.url = feed.health.movedTo ?? subscription.url
      return subscription
    }
    let text = OPMLWriting.document(title: "Broadsheet", subscriptions)
    if let output {
      try OutputFile.write(Array(text.utf8), to: output)
    } else {
      var printer = Printer()
      printer.document(text)
    }
  }
}
