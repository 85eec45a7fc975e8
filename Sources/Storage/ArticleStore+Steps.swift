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
    return logged.map { mark, step in
      LoggedStep(
        report: ChangeReport(
          change: step.change([]), direction: mark == 1 ? .undone : .done,
          affected: step.keys.count),
        title: step.keys.count == 1 ? titles[step.keys[0]] : nil, isByRule: mark > 1)
    }
  }

  private func logged(
    limit: Int
  ) async throws(StoreError) -> [(mark: Int, step: LibraryStep)] {
    do {
      return try await library.readHere { db in
        let rows = try Row.fetchAll(
          db, sql: "SELECT undone, payload FROM step ORDER BY id DESC LIMIT ?", arguments: [limit])
        return rows.compactMap { row in
          let payload: Data = row[1]
          return (try? LibraryStep(Array(payload))).map { (row[0], $0) }
        }
      }
    } catch {
      throw StoreError(error, file: libraryPath)
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
