public import Articles
public import FoundationEssentials
import GRDB

extension ArticleStore {
  /// Does what the reader's user decided, as one step that can be undone.
  ///
  /// When it returns, the decision is on the disk. Articles that the store does not have are
  /// passed over. A new step forgets the undone ones.
  /// - `now`: The time that a bookmark gets.
  /// - Throws: `StoreError`; then nothing was decided, or, when the articles could not follow the
  ///   library, they follow at the next step or opening.
  @discardableResult
  public func perform(_ change: LibraryChange, now: Date) async throws(StoreError) -> ChangeReport {
    let nothing = ChangeReport(change: change, direction: .done, affected: 0)
    if let report = try await performOnShelf(change, now: now) { return report }
    if let report = try await performOnStories(change, now: now) { return report }
    if case .renameTopic(let name, let target) = change {
      return try await rename(name, to: target)
    }
    guard let kind = Self.kind(of: change) else { return nothing }
    let subjects = try await subjects(of: change, now: now)
    guard !subjects.isEmpty else { return nothing }
    let second = Int64(CivilTime.clampedSeconds(now))
    let step = try await deciding { db in
      try LibraryLog.perform(kind, on: subjects, second: second, in: db)
    }
    guard let step else { return nothing }
    try await follow()
    return ChangeReport(change: change, direction: .done, affected: step.keys.count)
  }

  /// Takes the newest step back; `nil` when there is none.
  ///
  /// The report names the articles of the step that the store still has; a step that marked all of
  /// a query as read comes back as `.setRead` of these.
  /// - Throws: `StoreError`, as `perform`.
  public func undo() async throws(StoreError) -> ChangeReport? { try await turn(isUndo: true) }

  /// Does the step again that was undone last; `nil` when there is none.
  /// - Throws: `StoreError`, as `perform`.
  public func redo() async throws(StoreError) -> ChangeReport? { try await turn(isUndo: false) }

  private func turn(isUndo: Bool) async throws(StoreError) -> ChangeReport? {
    guard let step = try await deciding({ try LibraryLog.turn(isUndo: isUndo, in: $0) }) else {
      return nil
    }
    try await follow()
    let keys = step.keys
    let ids = try await reading { db in
      let statement = try db.cachedStatement(sql: "SELECT article FROM identity WHERE hash = ?")
      return try keys.compactMap { try Int64.fetchOne(statement, arguments: [$0]) }
    }
    return ChangeReport(
      change: step.change(ids.map(ArticleID.init)), direction: isUndo ? .undone : .redone,
      affected: keys.count)
  }

  /// Writes the library in one durable transaction.
  func deciding<Value: Sendable>(
    _ work: @escaping @Sendable (Database) throws -> Value
  ) async throws(StoreError) -> Value {
    do {
      return try await library.writeHere(work)
    } catch {
      throw StoreError(error, file: libraryPath)
    }
  }

  /// Lets the articles follow the library.
  ///
  /// A cancelled caller does not stop it half-way: the decision is made.
  func follow() async throws(StoreError) {
    let outcome = await Task.onWorker(priority: Task.currentPriority) { () -> StoreError? in
      do throws(StoreError) {
        try await self.catchUp()
        return nil
      } catch {
        return error
      }
    }.value
    if let outcome { throw outcome }
  }

  /// `nil` for a topic of whose name nothing is left.
  private static func kind(of change: LibraryChange) -> LibraryStep.Kind? {
    switch change {
    case .setRead(let value, _): .read(value)
    case .markAllRead, .readWithCopies: .read(true)
    case .setBookmark(let value, _): .bookmark(value)
    case .setTopic(let name, let value, _): TopicName.normalised(name).map { .topic($0, value) }
    case .setMuted(let value, let reason, _): .mute(reason, value)
    case .setHighlighted(let value, _): .highlight(value)
    case .setFollowed(let value, _): .follow(value)
    case .setUnrelated(let value, _): .unrelated(value)
    case .joinStory, .leaveStory, .renameTopic, .editBookmark, .addQuote, .removeQuote: nil
    }
  }

  private func subjects(of change: LibraryChange, now: Date) async throws(StoreError)
    -> [LibraryLog.Subject]
  {
    switch change {
    case .setRead(_, let ids), .setTopic(_, _, let ids), .setBookmark(false, let ids),
      .setMuted(_, _, let ids), .setHighlighted(_, let ids),
      .setFollowed(_, let ids), .setUnrelated(_, let ids):
      return try await keys(of: ids).map { LibraryLog.Subject(key: $0) }
    case .readWithCopies(let ids, let sources):
      let all = try await withCopies(ids, apart: sources)
      return try await keys(of: all).map { LibraryLog.Subject(key: $0) }
    case .markAllRead(let query):
      let unread = query.and(.state(.unread))
      let ids = try await identifiers(matching: unread, now: now)
      return try await keys(of: ids).map { LibraryLog.Subject(key: $0) }
    case .setBookmark(true, let ids): return try await copies(of: ids)
    case .joinStory, .leaveStory, .renameTopic, .editBookmark, .addQuote, .removeQuote: return []
    }
  }

  /// Articles with the copies that their bookmarks keep.
  func copies(of ids: [ArticleID]) async throws(StoreError) -> [LibraryLog.Subject] {
    try await reading { db in
      try ids.compactMap { id in
        guard let stored = try ArticleRows.stored(id.rawValue, in: db) else { return nil }
        let copy = ArticleRecord.copy(
          of: stored.draft, key: stored.key, fetched: stored.head.fetched)
        return LibraryLog.Subject(key: stored.key, copy: copy)
      }
    }
  }

  func keys(of ids: [ArticleID]) async throws(StoreError) -> [Int64] {
    try await reading { db in
      let statement = try db.cachedStatement(sql: "SELECT key FROM article WHERE id = ?")
      return try ids.compactMap { try Int64.fetchOne(statement, arguments: [$0.rawValue]) }
    }
  }
}
