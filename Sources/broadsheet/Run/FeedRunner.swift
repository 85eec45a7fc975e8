import Articles
import Fetching
import FoundationEssentials
import Ingest
import Logging
import Reader
import Storage
import Synchronization

/// Does what the reader asks for about feeds: fetches, subscribes, unsubscribes.
///
/// Settings are read when they are needed, and libcurl is opened at the first fetch. A class, because
/// it holds the running tasks; used on the main thread only.
final class FeedRunner {
  private let store: ArticleStore
  private let places: Places
  private let mailbox: Mailbox
  private let client = HTTPClient()
  private let log = Logger(label: "feeds")
  private var refreshing: Task<Void, Never>?
  /// Fetches the pages of feeds that are read in full, after a refresh.
  private var texts: Task<Void, Never>?
  /// Fetches, which end early when the reader ends.
  private var fetches: [Task<Void, Never>] = []
  /// Changes of the subscriptions, for which the end of the reader waits.
  private var changes: [Task<Void, Never>] = []
  /// Called, from any thread, when articles or subscriptions came into the store.
  private let arrived: @Sendable () -> Void

  /// Tasks that are remembered; older ones have ended long ago.
  private static let remembered = 16

  init(
    store: ArticleStore, places: Places, mailbox: Mailbox,
    arrived: @escaping @Sendable () -> Void
  ) {
    self.store = store
    self.places = places
    self.mailbox = mailbox
    self.arrived = arrived
  }

  /// Reads the settings, and tells the reader those that are its business.
  /// - again: Whether they were read before, so that what is left out now is as usual again.
  func readSettings(again: Bool = false) {
    let (places, mailbox) = (places, mailbox)
    Task.onWorker(priority: .utility) {
      do {
        let settings = try ConfigFile.read(places)
        if again || settings.automatic != nil {
          mailbox.post(.automaticRefresh(seconds: settings.automatic))
        }
        if let usesMouse = settings.usesMouse ?? (again ? true : nil) {
          mailbox.post(.mouseChosen(usesMouse))
        }
        if let copies = settings.copies ?? (again ? CopyFolding() : nil) {
          mailbox.post(.copiesChosen(copies))
        }
        if let article = settings.article ?? (again ? ArticleSettings() : nil) {
          mailbox.post(
            .typographyChosen(article.typography(Environment()), marksLinks: article.marksLinks))
          mailbox.post(.picturesChosen(article.showsPictures))
        }
        if again { mailbox.post(.settingsRead) }
      } catch {
        mailbox.post(.failed(Sentence.of(error), nil))
      }
    }
  }

  /// Ends fetches early, and waits until what they brought is on the disk.
  func finish() {
    refreshing?.cancel()
    texts?.cancel()
    for task in fetches { task.cancel() }
    let tasks = fetches + changes + [refreshing, texts].compactMap(\.self)
    guard !tasks.isEmpty else { return }
    Waiting.until { for task in tasks { await task.value } }
  }

  // MARK: - Refreshing

  func interrupt() {
    refreshing?.cancel()
    texts?.cancel()
  }

  func refresh(_ selection: RefreshSelection, _ request: Request) {
    let (store, places, mailbox, client, log) = (store, places, mailbox, client, log)
    let arrived = arrived
    let previous = refreshing
    refreshing = Task.onWorker(priority: .utility) {
      await previous?.value
      let reports = RefreshReports(mailbox: mailbox, request: request)
      do {
        let refresher = try FeedRunner.refresher(store, places, client)
        let summary = try await refresher.refresh(Refresher.Selection(selection)) {
          reports.post($0)
        }
        log.info("\(summary.feeds) feeds, \(summary.new) new, \(summary.failed.count) failed")
        for failure in summary.failed { log.warning("\(failure.url): \(failure.reason)") }
        let outcome = try await reports.outcome(of: summary, in: store)
        mailbox.post(.refreshEnded(outcome, request))
        if summary.new + summary.changed > 0 { arrived() }
      } catch {
        mailbox.post(.failed(Sentence.of(error), request))
      }
    }
    fetchTexts(after: refreshing)
  }

  /// Fetches the pages of articles whose feeds are to be read in full; silent, and after a refresh
  /// only: no other moment asks a server by itself.
  private func fetchTexts(after refresh: Task<Void, Never>?) {
    let (store, places, mailbox, client, log) = (store, places, mailbox, client, log)
    let arrived = arrived
    let previous = texts
    texts = Task.onWorker(priority: .utility) {
      await refresh?.value
      await previous?.value
      guard !Task.isCancelled, refresh?.isCancelled != true else { return }
      do {
        let settings = try Secrets.resolve(ConfigFile.read(places).fetch)
        let queue = FullTextQueue(
          FullTextFetcher(
            store: store, client: client, settings: settings, userAgent: Fetchers.userAgent))
        let progress = try await queue.catchUp { progress in
          if progress.fetched % 8 == 1 { mailbox.post(.storeChanged(now: Date())) }
        }
        guard progress.total > 0 else { return }
        log.info("full texts: \(progress.fetched) of \(progress.total) pages")
        mailbox.post(.storeChanged(now: Date()))
        if progress.fetched > 0 { arrived() }
      } catch {
        log.error("full texts: \(Sentence.of(error))")
        mailbox.post(.failed(Sentence.of(error), nil))
      }
    }
  }

  private static func refresher(
    _ store: ArticleStore, _ places: Places, _ client: HTTPClient
  ) throws -> Refresher {
    let settings = try Secrets.resolve(ConfigFile.read(places).fetch)
    return Refresher(
      store: store, client: client, settings: settings, userAgent: Fetchers.userAgent)
  }

  // MARK: - Subscriptions

  /// The subscriptions as the settings want them shown.
  static func feeds(in store: ArticleStore, _ places: Places) async throws -> [Feed] {
    let settings = try? ConfigFile.read(places).fetch
    return try await store.feeds(now: Date()).map { feed in
      guard let settings = settings?.settings(for: feed.subscription) else { return feed }
      var feed = feed
      feed.subscription.title = settings.title ?? feed.subscription.title
      feed.subscription.isHidden = settings.isHidden ?? feed.subscription.isHidden
      return feed
    }
  }

  /// Subscribes to each address; what comes of one does not stop the others.
  func add(_ addition: FeedAddition, _ request: Request) {
    let (store, places, mailbox, client) = (store, places, mailbox, client)
    let arrived = arrived
    let task = Task.onWorker(priority: .userInitiated) {
      do {
        let refresher = try FeedRunner.refresher(store, places, client)
        for address in addition.addresses {
          let message = try await FeedRunner.add(address, addition.tags, by: refresher, request)
          if case .feedAdded(_, .some, _) = message { arrived() }
          mailbox.post(message)
        }
      } catch {
        mailbox.post(.failed(Sentence.of(error), request))
      }
    }
    fetches = fetches.suffix(Self.remembered) + [task]
  }

  private static func add(
    _ address: String, _ tags: [String], by refresher: Refresher, _ request: Request
  ) async throws -> Message {
    let finding: FeedFinding
    do throws(FeedFindingError) {
      finding = try await refresher.find(address)
    } catch {
      let advice = error == .noFeed ? "give the feed's own address" : "check the address"
      return .failed(Complaint(address, error.words, advice: advice).line, request)
    }
    switch finding {
    case .several(let found):
      let suggestions = found.map { FeedSuggestion(url: $0.url, title: $0.title ?? "") }
      return .feedsFound(suggestions, tags: tags, request)
    case .feed(var subscription, let feed):
      subscription.tags = tags
      let new = try await refresher.subscribe(to: subscription, feed)
      return .feedAdded(name: feed.health.title ?? subscription.url, new: new, request)
    }
  }

  func remove(_ url: String, _ request: Request) {
    change(request) { store in
      .feedRemoved(articles: try await store.unsubscribe(url), request)
    }
  }

  func edit(_ url: String, _ edit: FeedEdit, _ request: Request) {
    change(request) { store in
      guard var subscription = try await store.subscriptions().first(where: { $0.url == url })
      else { return .feedEdited(false, request) }
      switch edit {
      case .title(let title): subscription.title = title
      case .tags(let tags): subscription.tags = tags
      case .hidden(let isHidden): subscription.isHidden = isHidden
      }
      return .feedEdited(try await store.edit(subscription), request)
    }
  }

  /// Changes of the subscriptions, one after the other.
  private func change(
    _ request: Request, _ work: @escaping @Sendable (ArticleStore) async throws -> Message
  ) {
    let (store, mailbox, previous) = (store, mailbox, changes.last)
    let task = Task.onWorker(priority: .userInitiated) {
      await previous?.value
      do {
        mailbox.post(try await work(store))
      } catch {
        mailbox.post(.failed(Sentence.of(error), request))
      }
    }
    changes = changes.suffix(Self.remembered) + [task]
  }
}

extension Refresher.Selection {
  fileprivate init(_ selection: RefreshSelection) {
    switch selection {
    case .due: self = .due
    case .all: self = .all
    case .feeds(let urls): self = .feeds(urls)
    }
  }
}

/// Tells the reader how far a refresh is, not more often than anyone can read.
///
/// A class, because the tasks of the refresh report to it.
private final class RefreshReports: Sendable {
  private let mailbox: Mailbox
  private let request: Request
  private let last = Mutex((time: 0.0, progress: Refresher.Progress()))

  /// Seconds between two reports.
  private static let pause = 0.1

  init(mailbox: Mailbox, request: Request) {
    self.mailbox = mailbox
    self.request = request
  }

  func post(_ progress: Refresher.Progress) {
    let now = Date().timeIntervalSince1970
    let isDue = last.withLock { last in
      last.progress = progress
      guard now - last.time >= Self.pause else { return false }
      last.time = now
      return true
    }
    if isDue { mailbox.post(.refreshProgressed(Self.value(progress), request)) }
  }

  /// What the reader is told at the end.
  func outcome(
    of summary: Refresher.Summary, in store: ArticleStore
  ) async throws -> RefreshOutcome {
    var progress = Self.value(last.withLock { $0.progress })
    (progress.new, progress.failed) = (summary.new, summary.failed.count)
    let feeds =
      progress.total > 0 || summary.isInterrupted
      ? progress.total : try await store.subscriptions().filter(\.isFetchable).count
    let failure = summary.failed.first
    return RefreshOutcome(
      progress: progress, feeds: feeds, problem: failure.map { "\($0.url): \($0.reason)" },
      isInterrupted: summary.isInterrupted)
  }

  private static func value(_ progress: Refresher.Progress) -> RefreshProgress {
    RefreshProgress(
      done: progress.done, total: progress.total, new: progress.new, failed: progress.failed)
  }
}
