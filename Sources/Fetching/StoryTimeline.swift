import Analysis
public import Articles
public import Storage

/// A story as a time line: its reports, and what each added.
public enum StoryTimeline {
  /// The reports of an article's story, the oldest first; only itself when there is no other.
  ///
  /// Reads the newest `limit` reports whole.
  /// - Throws: `StoreError` when the store cannot be read.
  public static func reports(
    of id: ArticleID, in store: ArticleStore, limit: Int
  ) async throws(StoreError) -> [StoryReport] {
    var additions = StoryAdditions()
    return try await store.reports(of: id, limit: limit).map { article in
      StoryReport(
        headline: article.head, added: additions.take(ArticleText(article), limit: sentences))
    }
  }

  /// Sentences that are shown of a report.
  private static let sentences = 2
}
