import Articles
import FoundationEssentials
import Ingest
public import Storage

/// Brings the feeds up to date: asks their servers, reads the answers, stores the articles.
///
/// An actor, because it owns the queue: whoever asks, no feed is fetched twice at a time.
public actor Refresher {
  let store: ArticleStore
  let client: HTTPClient
  let settings: FetchSettings
  let userAgent: String
  /// Addresses of the feeds that a refresh works on.
  private var busy: Set<String> = []

  /// Which feeds are asked for.
  public enum Selection: Sendable, Hashable {
    /// Those whose time has come.
    case due
    /// All, also those that are gone.
    case all
    /// These addresses, whether their time has come or not.
    case feeds([String])
  }

  /// How far a refresh is.
  public struct Progress: Sendable, Hashable {
    /// Feeds that were asked for, and all that are to be.
    public var done = 0
    /// All feeds of the refresh.
    public var total = 0
    /// Articles that the store did not have.
    public var new = 0
    /// Articles with another text now.
    public var changed = 0
    /// Feeds that could not be read.
    public var failed = 0

    /// Nothing done of nothing.
    public init() {}
  }

  /// What a refresh came to.
  public struct Summary: Sendable, Hashable {
    /// A feed that could not be read.
    public struct Failure: Sendable, Hashable {
      /// The address of the subscription.
      public var url: String
      /// In words.
      public var reason: String
    }

    /// Feeds that were asked for.
    public var feeds = 0
    /// Feeds without anything new.
    public var unchanged = 0
    /// Feeds that could not be read.
    public var failed: [Failure] = []
    /// Articles that the store did not have.
    public var new = 0
    /// Articles with another text now.
    public var changed = 0
    /// Articles that ran out.
    public var removed = 0
    /// How long it took.
    public var seconds = 0.0
    /// Whether it was ended before all feeds were asked for.
    public var isInterrupted = false
  }

  /// A refresher of a store.
  /// - userAgent: How the program introduces itself where the settings say nothing else.
  public init(
    store: ArticleStore, client: HTTPClient, settings: FetchSettings, userAgent: String
  ) {
    self.store = store
    self.client = client
    self.settings = settings
    self.userAgent = userAgent
  }

  /// Fetches feeds; each one's articles can be read as soon as it is stored.
  ///
  /// Feeds on which another refresh works are left to it.
  /// Cancelling ends the running transfers at once; what was read until then is stored.
  /// - progress: Called when a feed is done, from any thread.
  /// - Throws: `StoreError`; what was stored stays.
  public func refresh(
    _ selection: Selection, progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) async throws(StoreError) -> Summary {
    let begin = Date()
    let wanted = try await store.feeds(now: begin).filter { selection.contains($0, now: begin) }
    let feeds = wanted.filter { busy.insert($0.subscription.url).inserted }
    defer { busy.subtract(feeds.map(\.subscription.url)) }
    var run = RefreshRun(store: store, total: feeds.count, progress: progress)
    var queue = FetchQueue<FeedFetch>(
      limit: settings.connections, limitPerHost: settings.connectionsPerHost)
    for feed in feeds {
      let fetch = FeedFetch(
        feed: feed, settings: settings.settings(for: feed.subscription), userAgent: userAgent,
        schedule: FeedSchedule(now: begin, chance: .random(in: 0..<1)))
      queue.add(fetch, host: fetch.host)
    }
    queue.close()
    let failure = await withTaskGroup(
      of: (fetch: FeedFetch, host: String, outcome: FeedFetch.Outcome)?.self
    ) { group -> StoreError? in
      let client = client
      var running = 0
      func fill() {
        while !Task.isCancelled, let (fetch, host) = queue.next() {
          running += 1
          group.addTask(priority: Task.currentPriority) {
            (fetch, host, await fetch.outcome(by: client))
          }
        }
      }
      fill()
      // Whether a task sleeps that ends the wait of what was read: a slow server must not hold up
      // what others sent.
      var isTimed = false
      defer { group.cancelAll() }
      do throws(StoreError) {
        while running > 0, let event = await group.next() {
          guard let (fetch, host, outcome) = event else {
            isTimed = false
            try await run.flush()
            continue
          }
          running -= 1
          queue.ended(host: host)
          if case .failed(_, let pause?, _) = outcome {
            for other in queue.dropAll(of: host) { run.postpone(other, seconds: pause) }
          }
          fill()
          try await run.take(outcome, of: fetch)
          guard run.hasUnwritten, !isTimed else { continue }
          isTimed = true
          group.addTask(priority: Task.currentPriority) {
            await WorkerPool.rest(for: RefreshRun.patience)
            return nil
          }
        }
        try await run.finish()
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
    var summary = run.summary
    summary.isInterrupted = Task.isCancelled
    if !summary.isInterrupted { summary.removed = try await removeExpired() }
    summary.seconds = Date().timeIntervalSince(begin)
    return summary
  }

  /// Removes what the settings do not keep any longer.
  private func removeExpired() async throws(StoreError) -> Int {
    let rules = try await store.subscriptions().map { subscription in
      let settings = settings.settings(for: subscription)
      return Retention(url: subscription.url, days: settings.keepDays, limit: settings.limit)
    }
    return try await store.removeExpired(rules, now: Date())
  }
}

extension Refresher.Selection {
  /// Whether a feed is asked for at a moment; queries and commands never are.
  func contains(_ feed: Feed, now: Date) -> Bool {
    guard feed.subscription.isFetchable || feed.subscription.isLocal else { return false }
    switch self {
    case .all: return true
    case .feeds(let urls): return urls.contains(feed.subscription.url)
    case .due: return !feed.health.isGone && (feed.health.due ?? .distantPast) <= now
    }
  }
}

extension FeedFetch {
  /// The host that is asked, with its port.
  var host: String {
    guard let address = try? HTTPAddress(address) else { return "" }
    return "\(address.host):\(address.port)"
  }
}

/// One refresh: what waits to be stored, and what has come of it.
private struct RefreshRun {
  let store: ArticleStore
  var summary = Refresher.Summary()
  private var progress = Refresher.Progress()
  private let report: @Sendable (Refresher.Progress) -> Void
  private var read: [FetchedFeed] = []
  private var drafts = 0
  private var noted: [String: FeedHealth] = [:]
  /// While one batch is written the next feeds are read: the network and the disk work side by side.
  private var writing: Task<Result<[MergeOutcome], StoreError>, Never>?

  /// Articles that one transaction takes, unless one feed has more.
  private static let batch = 500
  /// After so long what was read is stored although it is less: people wait for it.
  static let patience = Duration.milliseconds(250)
  var hasUnwritten: Bool { !read.isEmpty }

  init(
    store: ArticleStore, total: Int,
    progress report: @escaping @Sendable (Refresher.Progress) -> Void
  ) {
    self.store = store
    self.report = report
    progress.total = total
  }

  /// Notes that a host asked not to be asked again for a while.
  mutating func postpone(_ fetch: FeedFetch, seconds: Int) {
    var health = fetch.feed.health
    let until = fetch.schedule.now.addingTimeInterval(Double(seconds))
    health.due = max(health.due ?? until, until)
    noted[fetch.feed.subscription.url] = health
    progress.done += 1
    report(progress)
  }

  mutating func take(_ outcome: FeedFetch.Outcome, of fetch: FeedFetch) async throws(StoreError) {
    let url = fetch.feed.subscription.url
    switch outcome {
    case .interrupted: return
    case .unchanged(let health):
      summary.unchanged += 1
      noted[url] = health
    case .failed(let health, _, _):
      summary.failed.append(.init(url: url, reason: health.problem ?? ""))
      progress.failed += 1
      noted[url] = health
    case .read(let feed):
      read.append(feed)
      drafts += feed.drafts.count
      if drafts >= Self.batch { try await write() }
    }
    summary.feeds += 1
    progress.done += 1
    report(progress)
  }

  mutating func finish() async throws(StoreError) {
    try await flush()
    try await note()
  }

  /// Stores what was read, and says so.
  mutating func flush() async throws(StoreError) {
    try await write()
    try await settle()
    report(progress)
  }

  private func note() async throws(StoreError) {
    guard !noted.isEmpty else { return }
    let (store, noted) = (store, noted)
    // Not a child: what was learnt is kept also when the refresh is interrupted.
    let failure = await Task.onWorker(priority: Task.currentPriority) { () -> StoreError? in
      do throws(StoreError) {
        try await store.note(noted)
        return nil
      } catch {
        return error
      }
    }.value
    if let failure { throw failure }
  }

  /// Begins to write what was read, once the batch before is on the disk.
  private mutating func write() async throws(StoreError) {
    try await settle()
    guard !read.isEmpty else { return }
    let (store, feeds) = (store, read)
    (read, drafts) = ([], 0)
    // Not a child: what was read is stored also when the refresh is interrupted.
    writing = Task.onWorker(priority: Task.currentPriority) {
      do throws(StoreError) {
        return .success(try await store.store(feeds, at: Date()))
      } catch {
        return .failure(error)
      }
    }
  }

  private mutating func settle() async throws(StoreError) {
    guard let outcomes = try await writing?.value.get() else { return }
    writing = nil
    for outcome in outcomes {
      summary.new += outcome.new.count
      summary.changed += outcome.changed.count
      if outcome.new.isEmpty, outcome.changed.isEmpty { summary.unchanged += 1 }
    }
    progress.new = summary.new
    progress.changed = summary.changed
  }
}
