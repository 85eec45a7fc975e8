public import Articles
public import FoundationEssentials
import GRDB

extension ArticleStore {
  /// The number of the analysis; rows of an older one are analysed again.
  static let analysisVersion = 1

  /// Articles that wait to be analysed, the oldest first, each whole.
  /// - `limit`: Articles, 1...1,000; clamped.
  /// - Throws: `StoreError`.
  public func pendingAnalysis(limit: Int) async throws(StoreError) -> [Article] {
    let limit = min(max(limit, 1), 1000)
    return try await writing { db in
      let ids = try Int64.fetchAll(
        db, sql: "SELECT article FROM analysis_queue ORDER BY article LIMIT ?", arguments: [limit])
      return try ids.compactMap { try Self.pending($0, in: db) }
    }
  }

  /// An article that waits; one whose text is damaged waits no longer.
  private static func pending(_ id: Int64, in db: Database) throws -> Article? {
    do {
      return try ArticleRows.stored(id, in: db).map { stored in
        // What the page named is the analysis' business; what was derived before is not.
        var head = stored.head
        head.topics = stored.draft.topics
        return Article(head: head, draft: stored.draft)
      }
    } catch StoreError.unreadableArticle {
      try db.cachedStatement(sql: "DELETE FROM analysis_queue WHERE article = ?")
        .execute(arguments: [id])
      return nil
    }
  }

  /// How many articles wait to be analysed.
  ///
  /// Costs their number.
  /// - Throws: `StoreError`.
  public func pendingAnalysisCount() async throws(StoreError) -> Int {
    try await reading { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM analysis_queue") ?? 0
    }
  }

  /// Keeps what the analysis found out, in one transaction.
  /// - Parameters:
  ///   - analyses: A batch; a hundred or so, so that a bookmark does not wait long.
  ///   - stories: Articles that belong to a story of several reports from now on.
  ///   - copies: Articles that have the same text as others, with the one that came first.
  /// - Throws: `StoreError`; then nothing of the batch is kept.
  public func saveAnalysis(
    _ analyses: [ArticleAnalysis], stories: [ArticleID: StoryID],
    copies: [ArticleID: ArticleID] = [:]
  ) async throws(StoreError) {
    let library = try library
    try await writing { db in
      let states = try LibraryStates(library)
      for analysis in analyses { try Self.save(analysis, states: states, in: db) }
      // Two articles of the batch may each be near to the other: all old links go before any comes.
      for analysis in analyses { try Self.unlink(analysis.id.rawValue, in: db) }
      for analysis in analyses { try Self.link(analysis, in: db) }
      let join = try db.cachedStatement(sql: "UPDATE article SET found_story = ? WHERE id = ?")
      for (id, story) in stories {
        try join.execute(arguments: [story.rawValue, id.rawValue])
      }
      let placed = Set(analyses.map(\.id)).union(stories.keys)
      try StoryPins.settle(placed.map(\.rawValue), in: db)
      try ArticleCopies.mark(copies, among: analyses.map(\.id), in: db)
      try db.noteChange()
    }
  }

  private static func save(
    _ analysis: ArticleAnalysis, states: LibraryStates?, in db: Database
  ) throws {
    let id = analysis.id.rawValue
    try db.cachedStatement(sql: "DELETE FROM analysis_queue WHERE article = ?")
      .execute(arguments: [id])
    let find = try db.cachedStatement(sql: "SELECT key FROM article WHERE id = ?")
    guard let key = try Int64.fetchOne(find, arguments: [id]) else { return }
    let topics = ArticleTopics.text(analysis.topics.map { ($0.name, $0.confidence) })
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO analysis VALUES (?, ?, ?, ?)")
      .execute(arguments: [id, analysisVersion, topics, Data(analysis.vector)])
    try ArticleTopics.refresh(id, choices: states?.state(of: key).topics ?? [:], in: db)
  }

  /// An article that was edited has other neighbours now: the old links go in both directions.
  private static func unlink(_ id: Int64, in db: Database) throws {
    try db.cachedStatement(
      sql: """
        DELETE FROM related WHERE other = ?1
          AND article IN (SELECT other FROM related WHERE article = ?1)
        """
    ).execute(arguments: [id])
    try db.cachedStatement(sql: "DELETE FROM related WHERE article = ?").execute(arguments: [id])
  }

  private static func link(_ analysis: ArticleAnalysis, in db: Database) throws {
    let id = analysis.id.rawValue
    let find = try db.cachedStatement(sql: "SELECT 1 FROM article WHERE id = ?")
    guard try Int.fetchOne(find, arguments: [id]) != nil else { return }
    let insert = try db.cachedStatement(sql: "INSERT OR REPLACE INTO related VALUES (?, ?, ?, ?)")
    for link in analysis.links {
      let relation = link.relation == .sameStory ? 1 : 0
      let other = link.id.rawValue
      try insert.execute(arguments: [id, other, link.score, relation])
      try insert.execute(arguments: [other, id, link.score, relation])
    }
  }

  /// Stored vectors in the order of the articles, to restore an index from.
  /// - `last`: The article after which to begin; `nil` for the oldest.
  /// - `limit`: Vectors, 1...10,000; clamped.
  /// - Throws: `StoreError`.
  public func vectors(
    after last: ArticleID?, limit: Int
  ) async throws(StoreError) -> [StoredVector] {
    let limit = min(max(limit, 1), 10_000)
    return try await reading { db in
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT n.article, a.published, a.story, n.vector, a.original, p.anchor FROM analysis n
            JOIN article a ON a.id = n.article LEFT JOIN story_pin p ON p.key = a.key AND p.anchor = a.key
            WHERE n.article > ? ORDER BY n.article LIMIT ?
            """), arguments: [last?.rawValue ?? .min, limit])
      var vectors: [StoredVector] = []
      while let row = try rows.next() {
        let (story, vector, original): (Int64?, Data, Int64?) = (row[2], row[3], row[4])
        vectors.append(
          StoredVector(
            id: ArticleID(rawValue: row[0]), published: ArticleRecord.date(row[1]),
            story: story.map(StoryID.init), isAlone: row[5] as Int64? != nil,
            original: original.map(ArticleID.init),
            vector: Array(vector)))
      }
      return vectors
    }
  }

  // MARK: - Asking

  /// What belongs beside an article: the same story first, then the nearest.
  ///
  /// One indexed read, and some rows of each of the nearest.
  /// - `limit`: Articles, 1...1,000; clamped.
  /// - Throws: `StoreError`.
  public func related(
    to id: ArticleID, limit: Int
  ) async throws(StoreError) -> [StoredRelation] {
    let limit = min(max(limit, 1), 1000)
    return try await reading { db in
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT \(ArticleRows.headColumns), r.score, a.story IS NOT NULL AND a.story IS o.story AS same, n.vector
            FROM related r CROSS JOIN article o ON o.id = r.article
            CROSS JOIN article a ON a.id = r.other CROSS JOIN source s ON s.id = a.source
            LEFT JOIN analysis n ON n.article = r.other
            WHERE r.article = ? AND a.muted = 0 AND \(UnrelatedArticles.isRelated)
            ORDER BY same DESC, r.score DESC LIMIT ?
            """), arguments: [id.rawValue, limit])
      var relations: [StoredRelation] = []
      while let row = try rows.next() {
        let first = ArticleRows.headCount
        let vector: Data? = row[first + 2]
        relations.append(
          StoredRelation(
            headline: ArticleRows.headline(row), score: row[first],
            relation: row[first + 1] == 1 ? .sameStory : .related,
            vector: vector.map(Array.init) ?? []))
      }
      return try NeighbourRank.order(
        relations, in: db, groups: { $0.relation == .sameStory ? 0 : 1 }
      ) { ($0.headline.id.rawValue, $0.score) }
    }
  }

  /// The articles near one, those that belong to it most first, without their heads.
  /// - `limit`: Articles, 1...1,000; clamped.
  /// - Throws: `StoreError`.
  public func links(
    of id: ArticleID, limit: Int
  ) async throws(StoreError) -> [ArticleAnalysis.Link] {
    let limit = min(max(limit, 1), 1000)
    return try await reading { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT r.other, r.score, r.relation FROM related r CROSS JOIN article a ON a.id = r.other
          WHERE r.article = ? AND \(UnrelatedArticles.isRelated) ORDER BY r.score DESC LIMIT ?
          """)
      let links = try Row.fetchAll(statement, arguments: [id.rawValue, limit]).map { row in
        ArticleAnalysis.Link(
          id: ArticleID(rawValue: row[0]), score: row[1],
          relation: row[2] == 1 ? .sameStory : .related)
      }
      return try NeighbourRank.order(links, in: db) { ($0.id.rawValue, $0.score) }
    }
  }

  /// How near some articles are to those nearest to them, the nearest first.
  /// - `limit`: Of each so many, 1...1,000; clamped.
  /// - Throws: `StoreError`.
  public func nearest(
    to ids: [ArticleID], limit: Int
  ) async throws(StoreError) -> [ArticleID: [Double]] {
    guard !ids.isEmpty else { return [:] }
    let limit = min(max(limit, 1), 1000)
    return try await reading { db in
      let statement = try db.cachedStatement(
        sql: "SELECT score FROM related WHERE article = ? ORDER BY score DESC LIMIT ?")
      var scores: [ArticleID: [Double]] = [:]
      for id in ids {
        scores[id] = try Double.fetchAll(statement, arguments: [id.rawValue, limit])
      }
      return scores
    }
  }

  /// The stories with a report that a query finds, the one with the newest report first.
  ///
  /// Looks at the newest 20,000 articles that the query finds.
  /// - Throws: `StoreError`.
  public func stories(
    matching query: ArticleQuery, now: Date
  ) async throws(StoreError) -> [Story] {
    try await reading { db in
      let plan = try QueryPlan(query, now: now, in: db)
      guard !plan.isEmpty else { return [] }
      let walk = plan.statement(
        selecting: "a.story", within: plan.range, isDescending: true, limit: 20_000)
      var seen: Set<Int64> = []
      let found = try Int64?.fetchAll(db, sql: walk.sql, arguments: walk.arguments)
      return try found.compactMap(\.self).filter { seen.insert($0).inserted }.compactMap {
        try Self.story($0, in: db)
      }
    }
  }

  private static func story(_ id: Int64, in db: Database) throws -> Story? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(ArticleRows.headColumns) FROM article a JOIN source s ON s.id = a.source
        WHERE a.story = ? AND a.muted = 0 ORDER BY a.id DESC
        """)
    let heads = try Row.fetchAll(statement, arguments: [id]).map(ArticleRows.headline)
    guard heads.count > 1, let newest = heads.first, let oldest = heads.last else { return nil }
    var counts: [String: Int] = [:]
    for topic in heads.flatMap(\.topics) { counts[topic, default: 0] += 1 }
    let shared = newest.topics.filter { counts[$0, default: 0] * 2 > heads.count }
    return Story(
      id: StoryID(rawValue: id), title: newest.title, articles: heads.map(\.id),
      first: oldest.published, last: newest.published, topics: shared)
  }
}
