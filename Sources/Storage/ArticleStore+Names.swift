public import Articles
import GRDB

extension ArticleStore {
  /// Articles whose bylines are looked through for authors.
  private static let bylines = 20_000

  /// Names that begin with some letters, without regard to case and accents, the commonest first.
  ///
  /// Topics, publications and folders cost what there are of them; authors the newest 20,000
  /// articles.
  /// - `limit`: Names, 1...1,000; clamped.
  /// - Throws: `StoreError`.
  public func names(
    of kind: QueryName, beginning: String, limit: Int
  ) async throws(StoreError) -> [String] {
    let limit = min(max(limit, 1), 1_000)
    let wanted = beginning.folded
    return try await reading { db in
      let sql: String
      switch kind {
      case .topic:
        sql = """
          SELECT name FROM topic WHERE articles > 0 AND substr(name, 1, length(?1)) = ?1
          ORDER BY articles DESC, name LIMIT ?2
          """
      case .source:
        sql = """
          SELECT name FROM source WHERE articles > 0 AND substr(folded, 1, length(?1)) = ?1
          ORDER BY articles DESC, name LIMIT ?2
          """
      case .folder:
        let folders = try String.fetchAll(
          db,
          sql: """
            SELECT folder FROM shelf WHERE folder <> '' GROUP BY folder
            ORDER BY count(*) DESC, folder
            """)
        return Array(folders.filter { $0.folded.hasPrefix(wanted) }.prefix(limit))
      case .author: return try Self.authors(wanted, limit: limit, in: db)
      }
      return try String.fetchAll(db, sql: sql, arguments: [wanted, limit])
    }
  }

  private static func authors(
    _ wanted: String, limit: Int, in db: Database
  ) throws -> [String] {
    var counts: [String: Int] = [:]
    let rows = try String.fetchCursor(
      db, sql: "SELECT authors FROM article ORDER BY id DESC LIMIT \(bylines)")
    while let row = try rows.next() {
      for name in ArticleRows.list(row) { counts[name, default: 0] += 1 }
    }
    let found = counts.filter { $0.key.folded.hasPrefix(wanted) }
    return found.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit).map(\.key)
  }
}
