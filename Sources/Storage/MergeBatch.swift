import Articles
import FoundationEssentials
import GRDB

/// Puts drafts into the tables of articles, within one transaction.
struct MergeBatch {
  private let db: Database
  private let plan: MergePlan
  private let fetched: Int64
  /// What the reader's user decided earlier about articles that are not in this file; `nil` when
  /// nothing at all was decided.
  private let library: LibraryStates?
  /// The subscribed feed that the drafts came in; `nil` for imports.
  private let feed: FeedRow?
  /// Whether articles ran out that a feed may still name.
  private let hasExpired: Bool
  private(set) var outcome = MergeOutcome()
  /// Articles that an earlier draft of the same merge stands for: the first one wins, so that
  /// merging the same drafts again changes nothing.
  private(set) var touched: Set<Int64>
  /// Numbers of publications and topics that were looked up.
  private var sources: [String: Int64] = [:]
  private var topics: [String: Int64] = [:]
  /// Identities of these drafts that some article has already, in the tables or in `waiting`.
  private var known: Set<Int64> = []
  /// Whether the feed has an article that could come again under another guid.
  private let canBeRenamed: Bool
  /// Rows that are written together.
  private var waiting = WaitingRows()

  /// Earlier forms that are kept of one article.
  static let revisionLimit = 10

  init(
    _ db: Database, plan: MergePlan, fetched: Int64, library: LibraryStates?, touched: Set<Int64>,
    feed: FeedRow? = nil
  ) throws {
    self.db = db
    self.plan = plan
    self.fetched = fetched
    self.library = library
    self.touched = touched
    self.feed = feed
    hasExpired =
      try feed != nil
      && Bool.fetchOne(db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM expired)")) == true
    canBeRenamed =
      try feed.map {
        try Bool.fetchOne(
          db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM article WHERE feed = ?)"),
          arguments: [$0.id]) == true
      } ?? false
  }

  /// Merges drafts in their order.
  mutating func merge(_ drafts: [PreparedDraft]) throws {
    known = try WaitingRows.known(drafts.flatMap { $0.identity.hashes }, in: db)
    for draft in drafts { try merge(draft) }
    try waiting.write(to: db)
  }

  private mutating func merge(_ prepared: PreparedDraft) throws {
    guard let known = try match(prepared) ?? renamed(prepared) else {
      guard try !isExpired(prepared) else { return }
      let id = try insert(prepared)
      touched.insert(id)
      return outcome.new.append(ArticleID(rawValue: id))
    }
    let isFirst = touched.insert(known.id).inserted
    let isEdited = known.content != prepared.contentHash
    let isRenamed = try !isEdited && isFirst && known.source != source(of: prepared.draft)
    if isFirst, isEdited || isRenamed, try update(known, with: prepared, isEdited: isEdited) {
      outcome.changed.append(ArticleID(rawValue: known.id))
    } else {
      if isFirst { try adopt(known.id) }
      outcome.unchanged.append(ArticleID(rawValue: known.id))
    }
  }

  // MARK: Finding

  private struct Known {
    var id: Int64
    var content: Int64
    var guid: String?
    var words: Int
    var source: Int64
    /// Whether only an address led to it.
    var isByLink: Bool
  }

  /// The article of a draft's strongest identity that the store knows, found in one question.
  private mutating func match(_ prepared: PreparedDraft) throws -> Known? {
    let hashes = prepared.identity.hashes
    guard hashes.contains(where: known.contains) else { return nil }
    try waiting.write(to: db)
    let statement = try db.cachedStatement(sql: Self.questions[min(hashes.count, 4)])
    let rows = try Row.fetchCursor(statement, arguments: StatementArguments(hashes.prefix(4)))
    var best: (rank: Int, known: Known)?
    while let row = try rows.next() {
      guard let rank = hashes.firstIndex(of: row[0]), rank < best?.rank ?? .max else { continue }
      let isByLink = rank >= prepared.identity.certain
      let guid: String? = row[3]
      if isByLink, let guid, guid != prepared.draft.guid, plan.guids.contains(guid) { continue }
      let known = Known(
        id: row[1], content: row[2], guid: guid, words: row[4], source: row[5], isByLink: isByLink)
      best = (rank, known)
    }
    return best?.known
  }

  /// The questions for so many hashes.
  private static let questions = (0...4).map { count in
    let marks = repeatElement("?", count: count).joined(separator: ", ")
    return """
      SELECT i.hash, a.id, a.content, a.guid, a.words, a.source
      FROM identity i CROSS JOIN article a ON a.id = i.article WHERE i.hash IN (\(marks))
      """
  }

  /// Articles of one second that are looked at for another form of one.
  private static let neighbours = 32

  /// The article of the feed that said the same at the same moment under another guid, which the
  /// feed does not name any more: it makes up new guids, and addresses with them.
  private func renamed(_ prepared: PreparedDraft) throws -> Known? {
    guard canBeRenamed, let feed, prepared.names.guid != nil,
      let published = prepared.draft.published
    else {
      return nil
    }
    let first = ArticleID(second: second(of: published), hash: 0).rawValue
    let statement = try db.cachedStatement(
      sql: """
        SELECT id, content, guid, words, source, feed, title FROM article
        WHERE id >= ? AND id < ? LIMIT \(Self.neighbours)
        """)
    let rows = try Row.fetchCursor(statement, arguments: [first, first + 1 << ArticleID.hashBits])
    while let row = try rows.next() {
      let guid: String? = row[2]
      guard row[5] == feed.id, let guid, !plan.guids.contains(guid),
        row[6] == prepared.draft.title
      else { continue }
      return Known(
        id: row[0], content: row[1], guid: guid, words: row[3], source: row[4], isByLink: true)
    }
    return nil
  }

  /// The second at which an article takes its place: its publication, but never the future.
  private func second(of published: Date?) -> Int64 {
    min(published.map { Int64(CivilTime.clampedSeconds($0)) } ?? fetched, fetched)
  }

  private func identified(_ hash: Int64) throws -> Int64? {
    let statement = try db.cachedStatement(sql: "SELECT article FROM identity WHERE hash = ?")
    return try Int64.fetchOne(statement, arguments: [hash])
  }

  /// Whether an article of this identity ran out while its feed still names it.
  private func isExpired(_ prepared: PreparedDraft) throws -> Bool {
    guard hasExpired else { return false }
    let statement = try db.cachedStatement(sql: "SELECT 1 FROM expired WHERE hash = ?")
    return try prepared.identity.hashes.contains {
      try Int.fetchOne(statement, arguments: [$0]) != nil
    }
  }

  /// Gives an article its identities; those of an article that is gone go over to it.
  private mutating func name(_ id: Int64, by hashes: [Int64]) {
    for hash in hashes.prefix(WaitingRows.identitiesOfOne) {
      known.insert(hash)
      waiting.add(identity: hash, of: id)
    }
  }

  // MARK: Adding

  private mutating func insert(_ prepared: PreparedDraft) throws -> Int64 {
    let hashes = prepared.identity.hashes
    // The same article may have come another way when the decision was made.
    let others =
      library == nil
      ? [] : Identity(prepared.draft, names: prepared.names, usesGUID: false).hashes
    let key = try library?.knownKey(hashes + others) ?? hashes[0]
    let state = try library?.state(of: key) ?? LibraryState()
    return try add(prepared, key: key, state: state)
  }

  /// Adds an article under its key.
  private mutating func add(
    _ prepared: PreparedDraft, key: Int64, state: LibraryState
  ) throws -> Int64 {
    let draft = prepared.draft
    let published = draft.published.map { Int64(CivilTime.clampedSeconds($0)) } ?? fetched
    let links = ArticleTopics.effective(
      given: prepared.topics + (feed?.topics ?? []), derived: [], choices: state.topics,
      renames: try TopicRenames(db))
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO article (id, key, content, unread, bookmarked, source, published, updated,
          fetched, words, title, topics, authors, link, guid, language, feed,
          parts)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO NOTHING
        """)
    var values: [DatabaseValue] = [
      .null, key.databaseValue, prepared.contentHash.databaseValue,
      (!state.isRead).databaseValue, state.isBookmarked.databaseValue,
      try source(of: draft).databaseValue, published.databaseValue,
      (draft.updated.map { Int64(CivilTime.clampedSeconds($0)) }).databaseValue,
      fetched.databaseValue, prepared.words.databaseValue,
      draft.title.databaseValue, ArticleRows.text(links.map { $0.name }).databaseValue,
      ArticleRows.text(draft.authors).databaseValue,
      draft.link.databaseValue, draft.guid.databaseValue, draft.language.databaseValue,
      (feed?.id).databaseValue, ArticleParts(draft).rawValue.databaseValue,
    ]
    // Its place in the list is its id; it moves up while another article has that.
    var id = ArticleID(second: second(of: draft.published), hash: UInt64(bitPattern: key)).rawValue
    while true {
      values[0] = id.databaseValue
      try statement.execute(arguments: WaitingRows.arguments(values))
      if db.changesCount > 0 { break }
      id += 1
    }
    try db.cachedStatement(sql: "INSERT INTO text VALUES (?, ?)")
      .execute(arguments: [id, Data(prepared.encoded)])
    name(id, by: [key] + prepared.identity.hashes.filter { $0 != key })
    try ArticleTopics.add(links, of: id, to: &waiting, known: &topics, in: db)
    if state.isMarked { try state.mark(id, in: db) }
    waiting.enqueue(forRules: id)
    if state.isBookmarked { try BookmarkRows.follow(state.bookmark, of: id, had: false, in: db) }
    waiting.enqueue(id)
    return id
  }

  private mutating func source(of draft: ArticleDraft) throws -> Int64 {
    if let known = sources[draft.source] { return known }
    let id = try Self.source(draft.source, in: db)
    sources[draft.source] = id
    return id
  }

  static func source(_ name: String, in db: Database) throws -> Int64 {
    let find = try db.cachedStatement(sql: "SELECT id FROM source WHERE name = ?")
    if let known = try Int64.fetchOne(find, arguments: [name]) { return known }
    try db.cachedStatement(sql: "INSERT INTO source (name, folded) VALUES (?, ?)")
      .execute(arguments: [name, name.folded])
    return db.lastInsertedRowID
  }

  /// Puts a bookmark's copy back among the articles, unless one of its identities is there.
  mutating func restore(key: Int64) throws {
    guard let prepared = plan.prepared(0..<1).first else { return }
    if try identified(key) != nil { return }
    let state = try library?.state(of: key) ?? LibraryState()
    _ = try add(prepared, key: key, state: state)
    try waiting.write(to: db)
  }

  // MARK: Changing

  /// Makes an article that was imported one of the feed, so that it counts and runs out with it.
  private func adopt(_ id: Int64) throws {
    guard let feed else { return }
    try db.cachedStatement(sql: "UPDATE article SET feed = ? WHERE id = ? AND feed IS NULL")
      .execute(arguments: [feed.id, id])
  }

  /// Takes over a changed text, or a source of another name; `false` when all is to stay.
  private mutating func update(_ known: Known, with prepared: PreparedDraft, isEdited: Bool) throws
    -> Bool
  {
    try waiting.write(to: db)
    guard let stored = try ArticleRows.stored(known.id, in: db) else { return false }
    var draft = prepared.draft
    let isOtherChannel = known.isByLink && stored.draft.feed != draft.feed
    if isOtherChannel {
      if known.guid == nil { try adoptGUID(of: prepared, for: known.id) }
      try adopt(known.id)
      // The same report by another way in: the longer text stays, so that two feeds do not take
      // turns in changing it.
      guard prepared.words > known.words else { return false }
    }
    let replaced = try FullTextRow.feedText(instead: stored, in: db)
    if isEdited { try keepRevision(of: replaced ?? stored) }
    if try !isQueued(known.id) { try WordIndex.remove(stored, in: db) }
    // A feed that only has another name leaves the text of the page on the screen.
    let keepsFullText = replaced != nil && !isEdited
    draft.published = draft.published ?? stored.head.published
    let knownUpdate = stored.head.updated.map { Int64(CivilTime.clampedSeconds($0)) }
    let updated =
      draft.updated.map { Int64(CivilTime.clampedSeconds($0)) }
      ?? (isEdited ? fetched : knownUpdate)
    try db.cachedStatement(
      sql: """
        UPDATE article SET content = ?, source = ?, published = ?, updated = ?, words = ?,
          title = ?, authors = ?, link = ?, guid = coalesce(guid, ?), language = ?,
          feed = coalesce(feed, ?), parts = ? WHERE id = ?
        """
    ).execute(arguments: [
      prepared.contentHash, try source(of: draft),
      draft.published.map { Int64(CivilTime.clampedSeconds($0)) }, updated,
      keepsFullText ? known.words : prepared.words,
      draft.title, ArticleRows.text(draft.authors), draft.link, draft.guid, draft.language,
      feed?.id, ArticleParts(draft).rawValue,
      known.id,
    ])
    if !keepsFullText {
      try FullTextRow.outdate(known.id, in: db)
      try db.cachedStatement(sql: "UPDATE text SET content = ? WHERE id = ?")
        .execute(arguments: [Data(prepared.encoded), known.id])
    }
    name(known.id, by: prepared.identity.hashes.filter { $0 != stored.key })
    let choices = try library?.state(of: stored.key).topics ?? [:]
    try ArticleTopics.refresh(known.id, choices: choices, in: db)
    waiting.enqueue(known.id)
    return isEdited
  }

  private mutating func adoptGUID(of prepared: PreparedDraft, for id: Int64) throws {
    guard let guid = prepared.draft.guid, let hash = prepared.identity.hashes.first else { return }
    name(id, by: [hash])
    try db.cachedStatement(sql: "UPDATE article SET guid = ? WHERE id = ?")
      .execute(arguments: [guid, id])
  }

  private func isQueued(_ id: Int64) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT 1 FROM index_queue WHERE article = ?")
    return try Int.fetchOne(statement, arguments: [id]) != nil
  }

  private func keepRevision(of stored: ArticleRows.Stored) throws {
    let copy = ArticleRecord.copy(
      of: stored.draft, key: stored.key, fetched: stored.head.fetched)
    let id = stored.head.id.rawValue
    try db.cachedStatement(
      sql: "INSERT INTO revision (article, replaced, copy) VALUES (?, ?, ?)"
    ).execute(arguments: [id, fetched, Data(copy)])
    try db.cachedStatement(
      sql: """
        DELETE FROM revision WHERE article = ?1 AND id NOT IN
          (SELECT id FROM revision WHERE article = ?1 ORDER BY id DESC LIMIT \(Self.revisionLimit))
        """
    ).execute(arguments: [id])
  }
}
