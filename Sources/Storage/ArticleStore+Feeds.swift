public import Articles
public import FoundationEssentials
import GRDB

/// A feed that was read: its articles, and what the next fetch needs to know.
public struct FetchedFeed: Sendable {
  /// The address of the subscription, wherever the feed is now.
  public var url: String
  /// How fetching it went.
  public var health: FeedHealth
  /// Its articles, in its own order.
  public var drafts: [ArticleDraft]
  /// Whether the pages of its articles are to be fetched for their full text.
  public var wantsFullText: Bool

  /// Takes each part as it is.
  public init(
    url: String, health: FeedHealth, drafts: [ArticleDraft], wantsFullText: Bool = false
  ) {
    self.url = url
    self.health = health
    self.drafts = drafts
    self.wantsFullText = wantsFullText
  }
}

/// What subscribing came to, by the addresses.
public struct Subscribing: Sendable, Hashable {
  /// Feeds that the user did not have.
  public var added: [String] = []
  /// Feeds that the user had already; they got the tags that they lacked.
  public var known: [String] = []
}

extension ArticleStore {
  /// Adds subscriptions; when it returns they are on the disk.
  ///
  /// Known ones get the tags they lack, and a title if they have none.
  /// - `names`: What feeds call themselves, by their addresses, for the log of changes.
  /// - Throws: `StoreError`; then nothing was added.
  @discardableResult
  public func subscribe(
    _ subscriptions: [Subscription], now: Date, names: [String: String] = [:]
  ) async throws(StoreError) -> Subscribing {
    let second = Int64(CivilTime.clampedSeconds(now))
    return try await deciding { db in
      var outcome = Subscribing()
      var step = LibraryStep(.subscriptions, keys: [])
      for subscription in subscriptions where !subscription.url.isEmpty {
        let turn = try SubscriptionRow.add(subscription, second: second, in: db)
        if var turn {
          turn.name = subscription.title ?? names[subscription.url] ?? turn.name
          step.feeds.append(turn)
        }
        if turn?.before == nil, turn != nil {
          outcome.added.append(subscription.url)
        } else if !outcome.added.contains(subscription.url) {
          outcome.known.append(subscription.url)
        }
      }
      if !step.feeds.isEmpty { try LibraryLog.record(step, concernsArticles: false, in: db) }
      return outcome
    }
  }

  /// The subscriptions in the order in which they were added, with the health of their feeds.
  ///
  /// Reads one row a feed and counts over one index.
  /// - Throws: `StoreError`.
  public func feeds(now: Date) async throws(StoreError) -> [Feed] {
    let subscriptions = try await subscriptions()
    let since = Int64(CivilTime.clampedSeconds(now)) - 4 * 7 * 86_400
    let (known, counts) = try await reading { db in
      (try FeedRow.known(in: db), try Self.counts(since: since, in: db))
    }
    return subscriptions.map { subscription in
      guard let feed = known[subscription.url] else { return Feed(subscription: subscription) }
      let count = counts[feed.id]
      return Feed(
        subscription: subscription, health: feed.health, articles: count?.articles ?? 0,
        unread: count?.unread ?? 0, newest: count?.newest,
        perWeek: Double(count?.recent ?? 0) / 4)
    }
  }

  /// The subscriptions alone, in the order in which they were added.
  /// - Throws: `StoreError`.
  public func subscriptions() async throws(StoreError) -> [Subscription] {
    try await asking { try SubscriptionRow.all(in: $0) }
  }

  private struct FeedCount {
    var articles: Int
    var unread: Int
    var newest: Date
    var recent: Int
  }

  private static func counts(since second: Int64, in db: Database) throws -> [Int64: FeedCount] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT feed, count(*), sum(unread), max(id), sum(id > ?) FROM article
        WHERE feed IS NOT NULL GROUP BY feed
        """, arguments: [ArticleID(second: second, hash: 0).rawValue])
    var counts: [Int64: FeedCount] = [:]
    for row in rows {
      counts[row[0]] = FeedCount(
        articles: row[1], unread: row[2],
        newest: ArticleRecord.date(ArticleID(rawValue: row[3]).second), recent: row[4])
    }
    return counts
  }

  /// Merges what feeds brought, and notes their health, in one transaction.
  ///
  /// All of a feed is taken over, or nothing; a bookmark waits until all of these are. Articles get
  /// their subscription's tags as topics. A feed that is not subscribed to any more changes nothing.
  /// - now: The moment of the fetch; the place in the list of articles without a date.
  /// - Returns: What came of each feed, in their order.
  /// - Throws: `StoreError`; then nothing of these feeds was taken over.
  @discardableResult
  public func store(_ fetched: [FetchedFeed], at now: Date) async throws(StoreError)
    -> [MergeOutcome]
  {
    let subscriptions = try await subscriptions(of: fetched.map(\.url))
    let prepared = fetched.map { feed in
      let plan = MergePlan(feed.drafts)
      return (feed: feed, plan: plan, drafts: plan.prepared(feed.drafts.indices))
    }
    let second = Int64(CivilTime.clampedSeconds(now))
    let library = try library
    return try await writing { db in
      let states = try LibraryStates(library)
      var outcomes: [MergeOutcome] = []
      for (subscription, part) in zip(subscriptions, prepared) {
        guard let subscription else {
          outcomes.append(MergeOutcome())
          continue
        }
        let row = try FeedRow.of(subscription, in: db)
        var batch = try MergeBatch(
          db, plan: part.plan, fetched: second, library: states, touched: [], feed: row)
        try batch.merge(part.drafts)
        try row.note(part.feed.health, in: db)
        if part.feed.wantsFullText { try FullTextRow.enqueue(batch.outcome, in: db) }
        outcomes.append(batch.outcome)
      }
      if outcomes.contains(where: { !$0.new.isEmpty || !$0.changed.isEmpty }) {
        try db.noteChange()
      }
      return outcomes
    }
  }

  /// Notes how fetching went where there was nothing new, or nothing at all; many at once.
  ///
  /// Feeds that are not subscribed to are passed over.
  /// - Throws: `StoreError`.
  public func note(_ healths: [String: FeedHealth]) async throws(StoreError) {
    let known = Dictionary(
      try await subscriptions().map { ($0.url, $0) }, uniquingKeysWith: { first, _ in first })
    try await writing { db in
      for (url, health) in healths {
        guard let subscription = known[url] else { continue }
        try FeedRow.of(subscription, in: db).note(health, in: db)
      }
    }
  }

  private func subscriptions(of urls: [String]) async throws(StoreError) -> [Subscription?] {
    try await asking { db in try urls.map { try SubscriptionRow.of($0, in: db) } }
  }

  /// Writes title, tags, folder and whether it is hidden of a known subscription.
  ///
  /// Its articles follow: their source has the new name, their topics the new tags.
  /// - Returns: `false` when there is no subscription with this address.
  /// - Throws: `StoreError`; when the articles could not follow, the next `edit` makes them.
  @discardableResult
  public func edit(_ subscription: Subscription) async throws(StoreError) -> Bool {
    let isKnown = try await deciding { db in
      guard try SubscriptionRow.of(subscription.url, in: db) != nil else { return false }
      var step = LibraryStep(.subscriptions, keys: [])
      if let turn = try SubscriptionRow.edit(subscription, in: db) {
        step.feeds = [turn]
        try LibraryLog.record(step, concernsArticles: false, in: db)
      }
      return true
    }
    if isKnown { try await follow(subscription) }
    return isKnown
  }

  /// Lets the articles of a feed follow what is said of it.
  func follow(_ subscription: Subscription) async throws(StoreError) {
    let library = try library
    let ids = try await reading { db in
      try Int64.fetchAll(
        db, sql: "SELECT a.id FROM article a JOIN feed f ON f.id = a.feed WHERE f.url = ?",
        arguments: [subscription.url])
    }
    try await writing { db in _ = try FeedRow.of(subscription, in: db) }
    for step in stride(from: 0, to: ids.count, by: LibrarySync.step) {
      let part = ids[step..<min(step + LibrarySync.step, ids.count)]
      try await writing { db in
        for id in part {
          if let title = subscription.title { try Self.rename(id, source: title, in: db) }
          let key = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT key FROM article WHERE id = ?"), arguments: [id])
          let choices = try key.flatMap { try LibraryStates(library)?.state(of: $0).topics }
          try ArticleTopics.refresh(id, choices: choices ?? [:], in: db)
        }
        try db.noteChange()
      }
    }
  }

  private static func rename(_ id: Int64, source name: String, in db: Database) throws {
    guard let stored = try ArticleRows.stored(id, in: db), stored.head.source != name else {
      return
    }
    try ArticleRemoval.takeOutOfIndex(stored, in: db)
    try db.cachedStatement(sql: "UPDATE article SET source = ? WHERE id = ?")
      .execute(arguments: [try MergeBatch.source(name, in: db), id])
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO index_queue VALUES (?)")
      .execute(arguments: [id])
  }
}
