import Articles
public import FoundationEssentials
public import Ingest
public import Storage

/// Brings saved pages and feed files into the store: read, parse, merge. One import at a time.
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
    /// A list of subscriptions, while only articles can be taken in here.
    case subscriptions(Int)
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
          drafts += try Self.drafts(in: file, options: options, now: now)
        } catch {
          summary.refused.append(Refusal(path: file, reason: error.reason))
        }
        guard drafts.count >= Self.batch else { continue }
        if let outcome = try await writing?.value { summary.add(outcome) }
        writing = merge(drafts, options: options, now: now)
        drafts = []
        progress(summary)
      }
    }
    if let outcome = try await writing?.value { summary.add(outcome) }
    summary.add(try await merge(drafts, options: options, now: now).value)
    return summary
  }

  /// Starts to merge a batch and to give its articles their topics.
  private func merge(
    _ drafts: [ArticleDraft], options: Options, now: Date
  ) -> Task<MergeOutcome, any Error> {
    let store = store
    return Task(priority: .userInitiated) {
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

  private static func drafts(
    in path: String, options: Options, now: Date
  ) throws(Unreadable) -> [ArticleDraft] {
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
    guard document.articles.isEmpty else {
      return document.articles.map { named($0, options: options) }
    }
    throw Unreadable(
      reason: document.subscriptions.isEmpty
        ? .content(.notNews(.text)) : .subscriptions(document.subscriptions.count))
  }

  /// Gives a page that names no publication one, so that no row of the list is without a source.
  private static func named(_ draft: ArticleDraft, options: Options) -> ArticleDraft {
    var draft = draft
    if let source = options.source { draft.source = source }
    if draft.source.isEmpty { draft.source = "Saved page" }
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
