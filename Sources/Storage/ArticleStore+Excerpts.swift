public import Articles
import FoundationEssentials
import GRDB

extension ArticleStore {
  /// For each article the line of its text in which most of the words stand.
  ///
  /// Reads the text of each; ask for those on a screen.
  /// - `length`: Characters, 16 or more.
  /// - Returns: Lines by articles; one that is gone, or whose text is damaged, has an empty one.
  /// - Throws: `StoreError`.
  public func excerpts(
    of ids: [ArticleID], showing words: SearchWords, length: Int
  ) async throws(StoreError) -> [ArticleID: String] {
    try await reading { db in
      let find = try db.cachedStatement(sql: "SELECT content FROM text WHERE id = ?")
      var excerpts: [ArticleID: String] = [:]
      for id in ids {
        let content = try Data.fetchOne(find, arguments: [id.rawValue]).map(Array.init) ?? []
        excerpts[id] = Excerpt.line(
          from: WordIndex.body(content), showing: words, length: length)
      }
      return excerpts
    }
  }
}
