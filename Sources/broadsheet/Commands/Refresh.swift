import ArgumentParser
import Articles
import Fetching
import FoundationEssentials
import Logging
import Storage
import TextLayout

/// `broadsheet refresh`: fetches the feeds.
struct Refresh: BackgroundCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fetch the feeds whose time has come.",
    discussion: """
      A feed is a name's part, an address, or a number from broadsheet feeds; given ones are \
      fetched at once. Ctrl-C ends it early; what came until then is stored.

      Examples:
        broadsheet refresh
        broadsheet refresh "Daily Wire" --json
        broadsheet refresh --force
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(help: "Feeds; those whose time has come when left out.")
  var feeds: [String] = []

  @Flag(help: "Fetch all feeds, whether their time has come or not.")
  var force = false

  @Flag(help: "Print the result as JSON.")
  var json = false

  func carryOut() async throws {
    let store = try Stores.open(global)
    let refresher = try Fetchers.refresher(global, store: store)
    let selection = try await selection(in: store)
    let line = ProgressLine(isWanted: !json)
    let summary = try await Fetchers.interruptibly {
      try await refresher.refresh(selection) { line.show($0) }
    }
    let texts = try await fullTexts(summary, in: store, line)
    line.clear()
    let log = Logger(label: "refresh")
    log.info("\(summary.feeds) feeds, \(summary.new) new, \(summary.changed) changed")
    for failure in summary.failed {
      let complaint = Complaint(failure.url, failure.reason, advice: "see broadsheet feeds")
      log.warning("\(complaint.line)")
      if !json { Printer.complain(complaint) }
    }
    try report(summary, fullTexts: texts)
    if !summary.isInterrupted {
      try await AnalysisQueue(store: store).catchUp(upTo: AnalysisQueue.inlineLimit)
      _ = try await Rules.apply(in: store, Places(global.choices))
    }
    if summary.isInterrupted { throw ExitCode(1) }
    if !summary.failed.isEmpty {
      throw ExitCode(summary.failed.count < summary.feeds ? 1 : 2)
    }
  }

  private func selection(in store: ArticleStore) async throws -> Refresher.Selection {
    guard !feeds.isEmpty else { return force ? .all : .due }
    let known = try await store.feeds(now: Date())
    return .feeds(try feeds.map { try Fetchers.feed($0, among: known).subscription.url })
  }

  /// Fetches the pages of articles whose feeds are to be read in full.
  /// - Returns: Articles that got their full text.
  private func fullTexts(
    _ summary: Refresher.Summary, in store: ArticleStore, _ line: ProgressLine
  ) async throws -> Int {
    guard !summary.isInterrupted else { return 0 }
    let queue = FullTextQueue(
      FullTextFetcher(
        store: store, client: HTTPClient(),
        settings: try Secrets.resolve(ConfigFile.read(Places(global.choices)).fetch),
        userAgent: Fetchers.userAgent))
    return try await Fetchers.interruptibly {
      try await queue.catchUp { line.show($0) }.fetched
    }
  }

  private func report(_ summary: Refresher.Summary, fullTexts: Int) throws {
    var printer = Printer()
    if json { return printer.line(try JSONText(RefreshJSON(summary))) }
    let seconds = (summary.seconds * 10).rounded() / 10
    let interrupted = summary.isInterrupted ? "interrupted: " : ""
    printer.line(
      CleanText(
        "\(interrupted)\(summary.feeds) feeds, \(summary.unchanged) unchanged, "
          + "\(summary.failed.count) failed; \(summary.new) new, \(summary.changed) changed "
          + "articles\(fullTexts > 0 ? ", \(fullTexts) full texts" : ""); \(seconds) s"))
  }
}
