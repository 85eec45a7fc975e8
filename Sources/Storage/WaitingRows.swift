import GRDB

/// Rows of new articles that nothing asks for before their batch ends, written many at a time:
/// running a statement costs more than the row that it writes.
struct WaitingRows {
  /// Identities that one article has at most.
  static let identitiesOfOne = 4
  /// Rows that one statement writes or asks for.
  private static let step = 32

  /// Articles by their identities.
  private var identities: [Int64: Int64] = [:]
  private var topics: [(topic: Int64, article: Int64, link: TopicLink)] = []
  private var queued: [Int64] = []
  private var forRules: [Int64] = []

  /// The first article that takes an identity has it.
  mutating func add(identity hash: Int64, of article: Int64) {
    if identities[hash] == nil { identities[hash] = article }
  }

  /// Links an article to the topic of a number.
  mutating func add(topic: Int64, of article: Int64, _ link: TopicLink) {
    topics.append((topic, article, link))
  }

  /// Puts an article in line for the index and the analysis.
  mutating func enqueue(_ article: Int64) { queued.append(article) }

  /// Puts a new article in line for the rules.
  mutating func enqueue(forRules article: Int64) { forRules.append(article) }

  /// Writes all rows; afterwards none waits.
  mutating func write(to db: Database) throws {
    // In the order of the tables: neighbours share a page.
    try Self.each(identities.sorted { $0.key < $1.key }, columns: 2) { rows, marks in
      try db.cachedStatement(
        sql: """
          INSERT INTO identity VALUES \(marks) ON CONFLICT (hash) DO UPDATE
            SET article = excluded.article
            WHERE NOT EXISTS (SELECT 1 FROM article WHERE id = identity.article)
          """
      ).execute(
        arguments: Self.arguments(
          rows.flatMap { [$0.key.databaseValue, $0.value.databaseValue] }))
    }
    let links = topics.sorted { ($0.topic, $0.article) < ($1.topic, $1.article) }
    try Self.each(links, columns: 4) { rows, marks in
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO article_topic VALUES \(marks)").execute(
        arguments: Self.arguments(
          rows.flatMap { row in
            [
              row.topic.databaseValue, row.article.databaseValue,
              row.link.origin.rawValue.databaseValue, row.link.confidence.databaseValue,
            ]
          }))
    }
    for (table, ids) in [
      ("index_queue", queued), ("analysis_queue", queued), ("rule_queue", forRules),
    ] {
      try Self.each(ids.sorted(), columns: 1) { rows, marks in
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO \(table) VALUES \(marks)")
          .execute(arguments: Self.arguments(rows.map { $0.databaseValue }))
      }
    }
    self = WaitingRows()
  }

  /// Those of some identities that an article has already.
  static func known(_ hashes: [Int64], in db: Database) throws -> Set<Int64> {
    var known: Set<Int64> = []
    try each(hashes.sorted(), columns: 0) { rows, _ in
      let marks = repeatElement("?", count: rows.count).joined(separator: ", ")
      let statement = try db.cachedStatement(
        sql: "SELECT hash FROM identity WHERE hash IN (\(marks))")
      let found = try Int64.fetchCursor(
        statement, arguments: arguments(rows.map { $0.databaseValue }))
      while let hash = try found.next() { known.insert(hash) }
    }
    return known
  }

  /// The values as arguments, by the initializer that does not look at their types one by one.
  static func arguments(_ values: [DatabaseValue]) -> StatementArguments {
    let arguments: StatementArguments = StatementArguments(values)
    return arguments
  }

  /// Calls `body` with up to `step` rows and the marks for their columns; the rest of the rows go
  /// one by one, so that there are only two statements of a kind.
  private static func each<Row>(
    _ rows: [Row], columns: Int, _ body: (ArraySlice<Row>, String) throws -> Void
  ) throws {
    guard !rows.isEmpty else { return }
    let mark = "(\(repeatElement("?", count: columns).joined(separator: ", ")))"
    let marks = repeatElement(mark, count: step).joined(separator: ", ")
    var start = 0
    while start + step <= rows.count {
      try body(rows[start..<start + step], marks)
      start += step
    }
    for index in start..<rows.count { try body(rows[index...index], mark) }
  }
}
