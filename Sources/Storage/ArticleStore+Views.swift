public import Articles
public import FoundationEssentials
import GRDB

extension ArticleStore {
  /// Keeps a query under a name; one of that name is replaced, and keeps its key when the new one has
  /// none.
  /// - Throws: `StoreError`.
  public func saveView(_ view: SavedView) async throws(StoreError) {
    try await deciding { db in
      try db.execute(
        sql: """
          INSERT INTO view (name, query, key) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE
            SET query = excluded.query, key = coalesce(excluded.key, key)
          """, arguments: [view.name, view.query, view.key.map(String.init)])
    }
  }

  /// Forgets a view; `false` when there is none of that name.
  /// - Throws: `StoreError`.
  public func removeView(_ name: String) async throws(StoreError) -> Bool {
    try await deciding { db in
      try db.execute(sql: "DELETE FROM view WHERE name = ?", arguments: [name])
      return db.changesCount > 0
    }
  }

  /// The saved views by their names.
  /// - Throws: `StoreError`.
  public func views() async throws(StoreError) -> [SavedView] {
    try await asking { db in
      try Row.fetchAll(db, sql: "SELECT name, query, key FROM view ORDER BY name").map {
        let key: String? = $0[2]
        return SavedView(name: $0[0], query: $0[1], key: key.flatMap(\.first))
      }
    }
  }

  /// Articles that each of some queries finds, and unread ones among them, counted up to a limit.
  ///
  /// Costs what `count` costs, twice for each query.
  /// - Throws: `StoreError`.
  public func counts(
    matching queries: [ArticleQuery], now: Date, limit: Int
  ) async throws(StoreError) -> [ViewCount] {
    var counts: [ViewCount] = []
    for query in queries {
      let articles = try await count(matching: query, now: now, limit: limit)
      let unread =
        articles == 0
        ? 0 : try await count(matching: query.and(.state(.unread)), now: now, limit: limit)
      counts.append(ViewCount(articles: articles, unread: unread))
    }
    return counts
  }
}
