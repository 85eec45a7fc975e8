import ArgumentParser
import Articles
import Dispatch
import Fetching
import FoundationEssentials
import Glibc
import Storage
import Synchronization
import TextLayout

/// What the commands that fetch have in common.
enum Fetchers {
  /// How the program introduces itself to servers.
  static let userAgent = "Broadsheet/\(Broadsheet.version) (news reader for the terminal)"

  /// A refresher of the store that the options name, as `config.toml` wants it.
  static func refresher(
    _ options: GlobalOptions, store: ArticleStore, client: HTTPClient = HTTPClient()
  ) throws -> Refresher {
    let settings = try Secrets.resolve(ConfigFile.read(Places(options.choices)).fetch)
    return Refresher(
      store: store, client: client, settings: settings, userAgent: userAgent)
  }

  /// The one feed that someone means: an address, a number of `feeds`, or a part of a name.
  /// - Throws: `Complaint` when there is none, or more than one.
  static func feed(_ typed: String, among feeds: [Feed]) throws(Complaint) -> Feed {
    if let feed = feeds.first(where: { $0.subscription.url == typed }) { return feed }
    if let number = Int(typed), feeds.indices.contains(number - 1) { return feeds[number - 1] }
    let wanted = typed.folded
    let found = feeds.filter {
      $0.name.folded.contains(wanted) || $0.subscription.url.folded.contains(wanted)
    }
    if found.count == 1, let feed = found.first { return feed }
    guard let first = found.first else {
      throw Complaint(
        "feed \(typed)", "is not subscribed to", advice: "see broadsheet feeds for all")
    }
    throw Complaint(
      "feed \(typed)", "means \(found.count) feeds (\(first.name), \(found[1].name), …)",
      advice: "give the address or the number from broadsheet feeds")
  }

  /// Does work that Ctrl-C ends early instead of ending the program.
  static func interruptibly<Value: Sendable>(
    _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let task = Task.onWorker(priority: .userInitiated) { try await work() }
    signal(SIGINT, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler { task.cancel() }
    source.resume()
    defer {
      source.cancel()
      signal(SIGINT, SIG_DFL)
    }
    return try await task.value
  }
}

/// The line on a terminal that shows how far a refresh is.
///
/// A class, because the tasks of the refresh report to it.
final class ProgressLine: Sendable {
  private let isShown: Bool
  private let last = Mutex(0.0)

  /// - isWanted: Whether a person reads the output.
  init(isWanted: Bool) { isShown = isWanted && isatty(STDERR_FILENO) == 1 }

  /// Draws at most ten times a second, and when all is done.
  func show(_ progress: Refresher.Progress) {
    let failed = progress.failed > 0 ? " · \(progress.failed) failed" : ""
    show(progress.done, of: progress.total, "\(progress.new) new\(failed)")
  }

  /// The same for pages that are fetched for their full text.
  func show(_ progress: FullTextQueue.Progress) {
    show(progress.done, of: progress.total, "\(progress.fetched) full texts")
  }

  private func show(_ done: Int, of total: Int, _ facts: String) {
    guard isShown else { return }
    let now = Date().timeIntervalSince1970
    let isDue = last.withLock { last in
      guard now - last >= 0.1 || done == total else { return false }
      last = now
      return true
    }
    guard isDue else { return }
    let width = 20
    let filled = total > 0 ? done * width / total : width
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    Printer.redraw(CleanText("\(bar) \(done)/\(total) · \(facts)"))
  }

  /// Takes the line away.
  func clear() {
    if isShown { Printer.redraw(CleanText("")) }
  }
}
