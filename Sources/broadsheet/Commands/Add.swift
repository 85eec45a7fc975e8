import ArgumentParser
import Articles
import Fetching
import FoundationEssentials
import Glibc
import Ingest
import Storage
import TextLayout

/// `broadsheet add`: subscribes to feeds.
struct Add: BackgroundCommand {
  static let configuration = CommandConfiguration(
    abstract: "Subscribe to feeds, given by their address, by a page's, or by a host name.",
    discussion: """
      A page names its feeds; when it names several they are listed to choose from.

      Examples:
        broadsheet add https://example.org/feed.xml --tag science
        broadsheet add example.org --title "The Example"
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(help: "Addresses of feeds or pages, or host names.")
  var addresses: [String]

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Topic that every article gets; may be repeated.", valueName: "topic"))
  var tag: [String] = []

  @Option(help: ArgumentHelp("What the feed is called here.", valueName: "title"))
  var title: String?

  func carryOut() async throws {
    let tags = try Self.topics(tag)
    let store = try Stores.open(global)
    let refresher = try Fetchers.refresher(global, store: store)
    var failures = 0
    for address in addresses {
      let isAdded = try await Fetchers.interruptibly {
        try await add(address, tags: tags, by: refresher)
      }
      if !isAdded { failures += 1 }
    }
    try await AnalysisQueue(store: store).catchUp(upTo: AnalysisQueue.inlineLimit)
    _ = try await Rules.apply(in: store, Places(global.choices))
    if failures > 0 { throw ExitCode(failures < addresses.count ? 1 : 2) }
  }

  private func add(
    _ address: String, tags: [String], by refresher: Refresher
  ) async throws -> Bool {
    var wanted = address
    while true {
      let finding: FeedFinding
      do throws(FeedFindingError) {
        finding = try await refresher.find(wanted)
      } catch {
        if error == .cancelled { throw CancellationError() }
        let advice = error == .noFeed ? "give the feed's own address" : "check the address"
        Printer.complain(Complaint(wanted, error.words, advice: advice))
        return false
      }
      switch finding {
      case .feed(var subscription, let feed):
        subscription.tags = tags
        subscription.title = title
        let new = try await refresher.subscribe(to: subscription, feed)
        say(subscription, feed, new: new)
        return true
      case .several(let found):
        guard let choice = choose(among: found, on: address) else { return false }
        wanted = choice.url
      }
    }
  }

  private func say(_ subscription: Subscription, _ feed: FetchedFeed, new: Int?) {
    var printer = Printer()
    let name = subscription.title ?? feed.health.title ?? subscription.url
    printer.line(
      CleanText(
        new.map { "subscribed to \(name) (\(subscription.url)): \($0) new articles" }
          ?? "\(name) (\(subscription.url)) is subscribed to already"))
  }

  /// Lists the feeds of a page and, on a terminal, asks for one of them.
  private func choose(among found: [FoundFeed], on page: String) -> FoundFeed? {
    Printer.note(CleanText("\(page) names \(found.count) feeds:"))
    for (number, feed) in found.enumerated() {
      Printer.note(CleanText("  \(number + 1)  \(feed.title ?? "(no name)")  \(feed.url)"))
    }
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
      Printer.complain(
        Complaint(page, "names several feeds", advice: "add the address of the one you want"))
      return nil
    }
    Printer.note(CleanText("Number of the feed to add (Enter for none):"))
    guard let line = readLine(), let number = Int(line.filter { $0 != " " }),
      found.indices.contains(number - 1)
    else { return nil }
    return found[number - 1]
  }
}
