public import Articles
import FoundationEssentials
import GRDB

extension ArticleStore {
  /// The forms that an article had, the present one first; only that one when it was never updated,
  /// none when it is gone.
  ///
  /// All are the feed's texts, also while the text of the article's page is shown. Reads at most
  /// eleven rows. An earlier form that is damaged is left out.
  /// - Throws: `StoreError`.
  public func revisions(of id: ArticleID) async throws(StoreError) -> [ArticleRevision] {
    try await reading { db in
      guard let stored = try ArticleRows.stored(id.rawValue, in: db) else { return [] }
      let present = try FullTextRow.feedText(instead: stored, in: db) ?? stored
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: "SELECT replaced, copy FROM revision WHERE article = ? ORDER BY id DESC"),
        arguments: [id.rawValue])
      var forms = [ArticleRevision(present.draft, replaced: nil)]
      for row in rows {
        let copy: Data = row[1]
        guard let original = try? ArticleRecord.original(of: Array(copy)) else { continue }
        forms.append(ArticleRevision(original.draft, replaced: ArticleRecord.date(row[0])))
      }
      return forms
    }
  }
}

extension ArticleRevision {
  fileprivate init(_ draft: ArticleDraft, replaced: Date?) {
    self.init(
      replaced: replaced, title: draft.title, highlights: draft.highlights, text: draft.text)
  }
}
