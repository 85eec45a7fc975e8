import Articles
public import FoundationEssentials
public import Ingest
public import Storage

/// Brings saved pages, feed files and lists of subscriptions into the store: read, parse, merge. One
/// import at a time.
///
/// An actor, because the imports of a running reader must not mix their batches.
public actor Importer {
  private let store: ArticleStore

  /// An importer into a store.
  public init(store: ArticleStore) { self.store = store }

  /// What the user says about everything that one import brings.
  public struct Options: Sendable {
    /// The publication's name; outranks what the documents say.
    public var source: String?
    /// Topics that every article gets by hand.
    public var tags: [String]
    /// The moment against which "2 hours ago" counts; the file's own time when `nil`.
    public var asOf: Date?

    /// Nothing said, unless given.
    public init(source: String? = nil, tags: [String] = [], asOf: Date? = nil) {
      self.source = source
      self.tags = tags
      self.asOf = asOf
    }
  }

  /// Why a file gave nothing.
  public enum Reason: Sendable, Hashable {
    case file(FileError)
    case content(IngestError)
  }

  /// What lists of subscriptions came to.
  public struct Subscribed: Sendable, Hashable {
    /// Feeds that the user did not have.
    public var new = 0
    /// Feeds that the user had already.
    public var known = 0
    /// Queries that are views now.
    public var views = 0
    /// What is muted now because another reader left it out.
    public var mutings = 0
    /// Entries that were not taken.
    public var skipped: [Skipped] = []
  }

  /// An entry of a list that was not taken.
  public struct Skipped: Sendable, Hashable {
    /// As it stands in the list.
    public var entry: String
    /// Why it was not taken.
    public var reason: SkipReason
  }

  /// Why an entry of a list was not taken.
  public enum SkipReason: Sendable, Hashable {
    /// It names a program, and none is run that a list names.
    case command
    /// It names a file of this machine, which only the user's own word may.
    case localFile
    /// It is no address of the web.
    case address
    /// It is a query that has no translation.
    case filter(NewsboatFilter.Failure)
  }

  /// A file that gave nothing.
  public struct Refusal: Sendable, Hashable {
    /// The file, or `-` for standard input.
    public var path: String
    /// Why it gave nothing.
    public var reason: Reason
  }

  /// What an import came to.
  public struct Summary: Sendable, Hashable {
    /// Articles that the store did not have.
    public var new = 0
    /// Articles with another text now.
    public var changed = 0
    /// Articles that were known as they are.
    public var unchanged = 0
    /// Files that gave nothing.
    public var refused: [Refusal] = []
    /// What came of lists of subscriptions; `nil` when there was none.
    public var feeds: Subscribed?
    /// Bookmarks that are new or carry more now; `nil` when no file held any.
    public var bookmarks: Int?

    /// Whether the store holds other articles now.
    public var changedStore: Bool { new + changed > 0 }

    mutating func add(_ outcome: MergeOutcome) {
      new += outcome.new.count
      changed += outcome.changed.count
      unchanged += outcome.unchanged.count
    }
  }

  /// Articles that are merged in one transaction; a bookmark waits for no more than that.
  private static let batch = 500

  /// Imports files and folders; `-` is standard input.
  ///
  /// Each batch is readable as soon as it is stored. Cancelling stops after the running batch.
  /// - Throws: `StoreError` when the store fails, `CancellationError`; what was merged stays.
  public func importFiles(
    _ paths: [String], options: Options = Options(), now: Date,
    progress: @Sendable (Summary) -> Void = { _ in }
  ) async throws -> Summary {
    var summary = Summary()
    var drafts: [ArticleDraft] = []
    var lists: [Subscription] = []
    var ignored: [IgnoredArticles] = []
    var (new, known): ([ArticleID], [ArticleID]) = ([], [])
    func add(_ outcome: MergeOutcome) {
      summary.add(outcome)
      new += outcome.new
      known += outcome.unchanged
    }
    var bookmarks: [BookmarkDraft] = []
    // While one batch is written the next one is read: the disk and the parser work side by side.
    var writing: Task<MergeOutcome, any Error>?
    for path in paths {
      let walk = path == "-" ? nil : FolderWalk(path: path)
      for error in walk?.refused ?? [] {
        summary.refused.append(Refusal(path: error.path, reason: .file(error)))
      }
      for file in walk?.files ?? ["-"] {
        try Task.checkCancellation()
        do throws(Unreadable) {
          let document = try Self.document(in: file, options: options, now: now)
          drafts += document.articles.map { Self.named($0, options: options) }
          lists += document.subscriptions
          ignored += document.ignored
          bookmarks += document.bookmarks
        } catch {
          summary.refused.append(Refusal(path: file, reason: error.reason))
        }
        guard drafts.count >= Self.batch else { continue }
        if let outcome = try await writing?.value { add(outcome) }
        writing = merge(drafts, options: options, now: now)
        drafts = []
        progress(summary)
      }
    }
    if let outcome = try await writing?.value { add(outcome) }
    add(try await merge(drafts, options: options, now: now).value)
    try await store.noteImport(new: new, known: known)
    if !bookmarks.isEmpty { try await shelve(bookmarks, options, now: now, &summary) }
    if !lists.isEmpty { summary.feeds = try await subscribe(lists, options: options, now: now) }
    if !ignored.isEmpty { try await mute(ignored, now: now, &summary) }
    return summary
  }

  /// Brings bookmarks of other programs into the library, as one step that can be undone.
  private func shelve(
    _ bookmarks: [BookmarkDraft], _ options: Options, now: Date, _ summary: inout Summary
  ) async throws {
    let named = bookmarks.map { bookmark in
      var bookmark = bookmark
      bookmark.article = Self.named(bookmark.article, options: options)
      return bookmark
    }
    let outcome = try await store.addBookmarks(named, now: now)
    summary.add(outcome.articles)
    summary.bookmarks = outcome.changed
    for tag in options.tags where !outcome.ids.isEmpty {
      _ = try await store.perform(.setTopic(tag, true, outcome.ids), now: now)
    }
  }

  /// Starts to merge a batch and to give its articles their topics.
  private func merge(
    _ drafts: [ArticleDraft], options: Options, now: Date
  ) -> Task<MergeOutcome, any Error> {
    let store = store
    return Task.onWorker(priority: .userInitiated) {
      let outcome = try await store.merge(drafts, fetched: now)
      let all = outcome.new + outcome.changed + outcome.unchanged
      for tag in options.tags where !all.isEmpty {
        _ = try await store.perform(.setTopic(tag, true, all), now: now)
      }
      return outcome
    }
  }

  /// Carries the reason out of a throwing function without losing its type.
  private struct Unreadable: Error { var reason: Reason }

  private static func document(
    in path: String, options: Options, now: Date
  ) throws(Unreadable) -> NewsDocument {
    let file: SavedFile
    do throws(FileError) {
      file =
        try path == "-"
        ? SavedFile(standardInputUpTo: NewsDocument.byteLimit, now: now)
        : SavedFile(path: path, limit: NewsDocument.byteLimit)
    } catch {
      throw Unreadable(reason: .file(error))
    }
    let context = IngestContext(now: options.asOf ?? file.modified, source: options.source)
    let document: NewsDocument
    do throws(IngestError) {
      document = try NewsDocument.read(file.bytes, in: context)
    } catch {
      throw Unreadable(reason: .content(error))
    }
    guard document.articles.isEmpty, document.subscriptions.isEmpty, document.bookmarks.isEmpty,
      document.ignored.isEmpty
    else { return document }
    // A feed may be empty at the moment.
    guard document.feed == nil else { return document }
    throw Unreadable(reason: .content(.notNews(.text)))
  }

  /// Takes the feeds of lists; nothing that a list names is run or read from this machine.
  private func subscribe(
    _ list: [Subscription], options: Options, now: Date
  ) async throws(StoreError) -> Subscribed {
    var outcome = Subscribed()
    var feeds: [Subscription] = []
    for var entry in list {
      switch entry.origin {
      case .feed where entry.isFetchable:
        entry.tags += options.tags.filter { !entry.tags.contains($0) }
        feeds.append(entry)
      case .feed:
        let isFile = entry.url.lowercased().hasPrefix("file:")
        outcome.skipped.append(Skipped(entry: entry.url, reason: isFile ? .localFile : .address))
      case .query(let name, let filter):
        switch Self.translated(filter) {
        case .success(let query):
          try await store.saveView(SavedView(name: name, query: query))
          outcome.views += 1
        case .failure(let failure):
          outcome.skipped.append(Skipped(entry: entry.url, reason: .filter(failure)))
        }
      case .command, .filter:
        outcome.skipped.append(Skipped(entry: entry.url, reason: .command))
      }
    }
    let subscribed = try await store.subscribe(feeds, now: now)
    outcome.new = subscribed.added.count
    outcome.known = subscribed.known.count
    return outcome
  }

  /// Hides what another reader left out, now and later; each is one step that can be undone.
  private func mute(
    _ ignored: [IgnoredArticles], now: Date, _ summary: inout Summary
  ) async throws(StoreError) {
    var outcome = summary.feeds ?? Subscribed()
    for rule in ignored {
      switch Self.translated(rule.filter) {
      case .success(let query):
        let feed = rule.feed.map { ArticleQuery(.feed($0)).text() + " " } ?? ""
        let muting = Muting(
          name: rule.feed.map { "\($0): \(rule.filter)" } ?? rule.filter,
          query: feed.isEmpty ? query : "\(feed)(\(query))")
        _ = try await store.perform(.setMuting(muting, true), now: now)
        outcome.mutings += 1
      case .failure(let failure):
        outcome.skipped.append(Skipped(entry: rule.filter, reason: .filter(failure)))
      }
    }
    summary.feeds = outcome
  }

  private static func translated(_ filter: String) -> Result<String, NewsboatFilter.Failure> {
    do throws(NewsboatFilter.Failure) {
      return .success(try NewsboatFilter.query(filter))
    } catch {
      return .failure(error)
    }
  }

  /// Gives a page that names no publication one, so that no row of the list is without a source;
  /// its address loses what follows readers.
  private static func named(_ draft: ArticleDraft, options: Options) -> ArticleDraft {
    var draft = draft
    if let source = options.source { draft.source = source }
    if draft.source.isEmpty { draft.source = "Saved page" }
    draft.link = draft.link.map(WebAddress.withoutTracking)
    return draft
  }
}

extension FileError {
  /// The file or folder that it is about.
  public var path: String {
    switch self {
    case .missing(let path), .noPermission(let path), .notAFile(let path): path
    case .tooLarge(let path, _), .unreadable(let path, _): path
    }
  }
}
