import Articles
import FoundationEssentials
import GRDB

/// Brings the file of articles to what the library says.
///
/// The library commits first; what follows can be lost in a crash, so each change leaves a number
/// in the library's journal, and the file of articles remembers the last one that it took over.
/// Taking over reads the library's present state, never a difference: doing it twice is harmless,
/// and so is the order in which two processes do it.
struct LibrarySync {
  let library: any DatabaseReader

  /// Articles that one transaction takes over.
  static let step = 1_000

  /// What the file of articles has not taken over yet.
  struct Lag: Sendable {
    var library: Int64
    var last: Int64
    /// The articles concerned; empty when nothing is to be done but to note the number.
    var keys: [Int64]
    /// Whether a whole library is taken over, with its bookmarks' copies.
    var isWhole: Bool
    /// Whether topics were decided, so that those of the articles are worked out anew.
    var concernsTopics: Bool
    /// Topics that have another name now: their articles are concerned, too.
    var renamed: [String] = []

    /// The keys in the portions that one transaction each takes over.
    var steps: [(keys: ArraySlice<Int64>, isLast: Bool)] {
      guard !keys.isEmpty else { return [([], true)] }
      return stride(from: 0, to: keys.count, by: LibrarySync.step).map { start in
        let end = min(start + LibrarySync.step, keys.count)
        return (keys[start..<end], end == keys.count)
      }
    }
  }

  /// A library by its number, and one of its steps.
  struct Point: Equatable, Sendable {
    var library: Int64?
    var step: Int64
  }

  /// How far the articles have followed.
  static func reached(by db: Database) throws -> Point {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT library, applied FROM tally WHERE id = 1"))
    return Point(library: row.flatMap { $0[0] }, step: row.map { $0[1] } ?? 0)
  }

  /// The last step of a library; `nil` when it has not begun.
  static func latest(of db: Database) throws -> Point? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT identity, (SELECT max(number) FROM journal) FROM library WHERE id = 1"))
    return row.map { Point(library: $0[0], step: $0[1] ?? 0) }
  }

  /// Reads how far the articles are behind; `nil` when they are not.
  func lag(_ articles: any DatabaseReader) throws -> Lag? {
    let reached = try articles.unsafeReentrantRead { try Self.reached(by: $0) }
    let (known, applied) = (reached.library, reached.step)
    let lag: Lag? = try library.unsafeReentrantRead { db in
      guard let latest = try Self.latest(of: db), let identity = latest.library,
        latest != reached
      else { return nil }
      let last = latest.step
      if known == identity,
        let steps = try Self.steps(after: applied, upTo: last, in: db)
      {
        return Lag(
          library: identity, last: last, keys: Array(Set(steps.flatMap(\.keys))), isWhole: false,
          concernsTopics: steps.contains(where: \.concernsTopics),
          renamed: steps.flatMap(\.renamed))
      }
      let renames = try TopicRenames(db)
      return Lag(
        library: identity, last: last, keys: try Self.allKeys(in: db), isWhole: true,
        concernsTopics: true, renamed: Array(renames.targets.keys) + renames.targets.values)
    }
    guard var lag, lag.isWhole || !lag.renamed.isEmpty else { return lag }
    lag.keys = try articles.unsafeReentrantRead { db in
      let copy = lag.isWhole ? try TopicRenames(db).targets : [:]
      let renamed = try Self.keys(
        ofTopics: lag.renamed + Array(copy.keys) + copy.values, in: db)
      return lag.isWhole
        ? try Self.decided(in: db, and: lag.keys + renamed) : Array(Set(lag.keys + renamed))
    }
    return lag
  }

  /// The articles of topics, by the names that they have now or had in the copy of the renamings.
  private static func keys(ofTopics names: [String], in db: Database) throws -> [Int64] {
    guard !names.isEmpty else { return [] }
    let renames = try TopicRenames(db)
    let statement = try db.cachedStatement(
      sql: """
        SELECT a.key FROM topic t CROSS JOIN article_topic l ON l.topic = t.id
        CROSS JOIN article a ON a.id = l.article WHERE t.name = ?
        """)
    return try Set(names + names.map(renames.name)).flatMap {
      try Int64.fetchAll(statement, arguments: [$0])
    }
  }

  /// The steps after `applied`; `nil` when the journal does not reach so far back.
  private static func steps(after applied: Int64, upTo last: Int64, in db: Database) throws
    -> [LibraryStep]?
  {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT j.number, s.payload FROM journal j LEFT JOIN step s ON s.id = j.step
          WHERE j.number > ? ORDER BY j.number
          """), arguments: [applied])
    guard last >= applied, rows.count == last - applied else { return nil }
    var steps: [LibraryStep] = []
    for row in rows {
      guard let payload = row[1] as Data?, let step = try? LibraryStep(Array(payload)) else {
        return nil
      }
      steps.append(step)
    }
    return steps
  }

  private static func allKeys(in db: Database) throws -> [Int64] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT key FROM read_state UNION SELECT key FROM bookmark WHERE kept = 1
        UNION SELECT key FROM topic_choice UNION SELECT key FROM muted
        UNION SELECT key FROM highlighted UNION SELECT key FROM followed
        UNION SELECT key FROM unrelated UNION SELECT key FROM story_pin
        """)
  }

  /// The keys that count when a whole library is taken over: those that it knows, and those of
  /// articles that were marked by another one.
  private static func decided(in db: Database, and keys: [Int64]) throws -> [Int64] {
    let marked = try Int64.fetchAll(
      db,
      sql: """
        SELECT key FROM article WHERE unread = 0 OR bookmarked = 1 OR muted = 1 OR highlighted = 1
          OR followed = 1
          OR id IN (SELECT article FROM article_topic WHERE origin = \(TopicOrigin.user.rawValue))
        UNION SELECT key FROM unrelated UNION SELECT key FROM story_pin
        """)
    return Array(Set(keys).union(marked))
  }

  /// Takes over the state of some articles, within a transaction of the articles.
  func apply(_ keys: some Collection<Int64>, of lag: Lag, in db: Database) throws {
    let states = try library.unsafeReentrantRead { library in
      try keys.map { key in
        (
          key: key, state: try LibraryStates.state(of: key, in: library),
          unrelated: try UnrelatedArticles.keys(to: key, in: library),
          pin: try StoryPins.anchor(of: key, in: library)
        )
      }
    }
    if lag.concernsTopics {
      try library.unsafeReentrantRead { try TopicRenames($0) }.copy(to: db)
    }
    for (key, state, unrelated, pin) in states {
      try StoryPins.follow(pin, of: key, in: db)
      try UnrelatedArticles.follow(unrelated, of: key, in: db)
      let find = try db.cachedStatement(
        sql: """
          SELECT a.id, a.unread, a.bookmarked, a.reason, a.highlighted, a.followed
          FROM identity i JOIN article a ON a.id = i.article
          WHERE i.hash = ? AND a.key = i.hash
          """)
      guard let row = try Row.fetchOne(find, arguments: [key]) else {
        if state.isBookmarked { try restore(key, in: db) }
        continue
      }
      let id: Int64 = row[0]
      if state.isRead == (row[1] as Bool) || state.isBookmarked != (row[2] as Bool) {
        try db.cachedStatement(sql: "UPDATE article SET unread = ?, bookmarked = ? WHERE id = ?")
          .execute(arguments: [!state.isRead, state.isBookmarked, id])
      }
      if state.muted != (row[3] as String?) || state.isHighlighted != (row[4] as Bool)
        || state.isFollowed != (row[5] as Bool)
      {
        try state.mark(id, in: db)
      }
      try BookmarkRows.follow(state.bookmark, of: id, had: row[2], in: db)
      // Working topics out anew reads the whole article, which a read mark has no need of.
      guard lag.concernsTopics else { continue }
      do {
        try ArticleTopics.refresh(id, choices: state.topics, in: db)
      } catch StoreError.unreadableArticle {
        // One damaged text must not keep the store from following the library, now and at every
        // later opening; whoever opens the article is told.
      }
    }
  }

  /// Puts a bookmarked article back that the file of articles lost.
  private func restore(_ key: Int64, in db: Database) throws {
    let copy = try library.unsafeReentrantRead { library in
      try Data.fetchOne(
        library.cachedStatement(sql: "SELECT copy FROM bookmark WHERE key = ?"), arguments: [key])
    }
    guard let copy, let original = try? ArticleRecord.original(of: Array(copy)) else { return }
    let second = Int64(CivilTime.clampedSeconds(original.fetched))
    var batch = try MergeBatch(
      db, plan: MergePlan([original.draft]), fetched: second, library: try LibraryStates(library),
      touched: [])
    try batch.restore(key: key)
  }

  /// Notes how far the articles are, once the last of the keys was taken over.
  static func finish(_ lag: Lag, in db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE tally SET changes = changes + 1, library = ?1,
          applied = CASE WHEN library IS ?1 THEN max(applied, ?2) ELSE ?2 END WHERE id = 1
        """
    ).execute(arguments: [lag.library, lag.last])
  }
}

extension LibraryStep {
  /// Whether topics of articles are other ones after it.
  fileprivate var concernsTopics: Bool {
    switch kind {
    case .topic, .rename: true
    default: false
    }
  }

  /// The topics that it renamed.
  fileprivate var renamed: [String] {
    if case .rename(let rename) = kind { rename.names } else { [] }
  }
}

extension LibrarySync {
  /// Takes over the state of the library before the articles are handed out.
  func catchUpAtOpening(_ articles: any DatabaseWriter) throws {
    guard let lag = try lag(articles) else { return }
    try lag.steps.forEach { keys, isLast in
      try articles.write { db in
        try apply(keys, of: lag, in: db)
        if isLast { try Self.finish(lag, in: db) }
      }
    }
  }
}

extension ArticleStore {
  /// Takes over the state of the library beside a running reader, in small transactions.
  func catchUp() async throws(StoreError) {
    let sync = LibrarySync(library: try library)
    let found: LibrarySync.Lag?
    do { found = try sync.lag(articles) } catch { throw StoreError(error, file: articlesPath) }
    guard let lag = found else { return }
    for (keys, isLast) in lag.steps {
      try await writing { db in
        try sync.apply(keys, of: lag, in: db)
        if isLast { try LibrarySync.finish(lag, in: db) }
      }
    }
  }
}
