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
    if let report = try await performOnMutings(change, now: now) { return report }
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
    try await turn { try LibraryLog.next(isUndo: isUndo, in: $0) }
  }

  /// Undoes one step, whatever was done after it, or does it again; `nil` when it is forgotten.
  ///
  /// What rules do is turned in this way alone.
  /// - `number`: The number of the step, as `steps(limit:)` names it.
  /// - Throws: `StoreError`, as `perform`.
  public func turnStep(_ number: Int64) async throws(StoreError) -> ChangeReport? {
    try await turn { try LibraryLog.entry(number, in: $0) }
  }

  private func turn(
    _ find: @escaping @Sendable (Database) throws -> LibraryLog.Entry?
  ) async throws(StoreError) -> ChangeReport? {
    if let entry = try await asking(find) { try await removeFeeds(endedBy: entry) }
    let turned = try await deciding { db in
      let entry = try find(db)
      if let entry { try LibraryLog.turn(entry, in: db) }
      return entry
    }
    guard let entry = turned else { return nil }
    let (step, isUndo) = (entry.step, !entry.standing.isUndone)
    try await follow()
    for feed in step.feeds where feed.before != nil && feed.after != nil {
      if let subscription = feed.outcome(isUndo: isUndo) { try await follow(subscription) }
    }
    let keys = step.keys
    let ids = try await reading { db in
      let statement = try db.cachedStatement(sql: "SELECT article FROM identity WHERE hash = ?")
      return try keys.compactMap { try Int64.fetchOne(statement, arguments: [$0]) }
    }
    return ChangeReport(
      change: step.change(ids.map(ArticleID.init)), direction: isUndo ? .undone : .redone,
      affected: step.affected)
  }

  /// Removes the feeds whose subscriptions end with a turn of a step: first the articles, so that
  /// after a crash on the way they come again with the next fetch.
  private func removeFeeds(endedBy entry: LibraryLog.Entry) async throws(StoreError) {
    for feed in entry.step.feeds where feed.outcome(isUndo: !entry.standing.isUndone) == nil {
      if let url = (feed.before ?? feed.after)?.url { _ = try await removeFeed(url) }
    }
  }

  /// Notes that an import brought articles, as one step that can be undone.
  ///
  /// Articles that came by an import which was undone are shown again.
  /// - `new`: Articles that the store did not have.
  /// - `known`: Articles that it had already.
  /// - Throws: `StoreError`.
  public func noteImport(new: [ArticleID], known: [ArticleID]) async throws(StoreError) {
    let hidden = Set(
      try await asking { db in
        try Int64.fetchAll(
          db, sql: "SELECT key FROM muted WHERE reason = ?", arguments: [LibraryLog.intakeReason])
      })
    let back = hidden.isEmpty ? [] : try await keys(of: new + known).filter(hidden.contains)
    let keys = try await keys(of: new)
    guard !keys.isEmpty || !back.isEmpty else { return }
    try await deciding { db in
      let subjects = back.map { LibraryLog.Subject(key: $0) }
      _ = try LibraryLog.perform(
        .mute(LibraryLog.intakeReason, false), on: subjects, second: 0, in: db)
      guard !keys.isEmpty else { return }
      try LibraryLog.record(LibraryStep(.intake, keys: keys), concernsArticles: false, in: db)
    }
    if !back.isEmpty { try await follow() }
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

  /// Reads the library.
  func asking<Value: Sendable>(
    _ work: @escaping @Sendable (Database) throws -> Value
  ) async throws(StoreError) -> Value {
    do {
      return try await library.readHere(work)
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
    case .joinStory, .leaveStory, .renameTopic, .editBookmark, .addQuote, .removeQuote, .setMuting,
      .changeFeeds, .importArticles:
      nil
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
    case .joinStory, .leaveStory, .renameTopic, .editBookmark, .addQuote, .removeQuote, .setMuting,
      .changeFeeds, .importArticles:
      return []
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
