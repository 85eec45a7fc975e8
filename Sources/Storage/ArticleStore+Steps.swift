public import Articles
import FoundationEssentials
import GRDB

extension ArticleStore {
  /// The steps that can be undone or done again, the newest first.
  ///
  /// The reports name no articles. A step that cannot be read is left out.
  /// - Parameter limit: How many at most.
  /// - Returns: What stands and what was undone.
  /// - Throws: `StoreError`.
  public func steps(limit: Int) async throws(StoreError) -> [LoggedStep] {
    let logged = try await logged(limit: limit)
    let keys = logged.compactMap { $0.step.keys.count == 1 ? $0.step.keys[0] : nil }
    let titles = try await titles(of: keys)
    return logged.map { entry in
      let step = entry.step
      return LoggedStep(
        number: entry.id,
        report: ChangeReport(
          change: step.change([]), direction: entry.standing.isUndone ? .undone : .done,
          affected: step.affected),
        title: step.keys.count == 1 ? titles[step.keys[0]] : nil,
        isByRule: entry.standing.isByRule)
    }
  }

  private func logged(limit: Int) async throws(StoreError) -> [LibraryLog.Entry] {
    try await asking { db in
      let ids = try Int64.fetchAll(
        db, sql: "SELECT id FROM step ORDER BY id DESC LIMIT ?", arguments: [limit])
      return ids.compactMap { id in try? LibraryLog.entry(id, in: db) }
    }
  }

  private func titles(of keys: [Int64]) async throws(StoreError) -> [Int64: String] {
    try await reading { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT article.title FROM identity JOIN article ON article.id = identity.article
          WHERE identity.hash = ?
          """)
      var titles: [Int64: String] = [:]
      for key in keys where titles[key] == nil {
        titles[key] = try String.fetchOne(statement, arguments: [key])
      }
      return titles
    }
  }
}
