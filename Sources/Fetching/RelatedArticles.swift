import Analysis
public import Articles
public import Storage

/// What belongs beside an article, with the words that tie them.
public enum RelatedArticles {
  /// Makes the tables ready that the first answer needs, in less than a millisecond.
  public static func prepare() { SharedTerms.prepare() }

  /// The stored links of an article, the same story first, each with its reason.
  ///
  /// One indexed read of at most `limit` rows; the words are found in the open article's text.
  /// - Throws: `StoreError` when the store cannot be read.
  public static func beside(
    _ article: Article, in store: ArticleStore, limit: Int
  ) async throws(StoreError) -> [RelatedArticle] {
    let relations = try await store.related(to: article.id, limit: limit)
    guard !relations.isEmpty else { return [] }
    let terms = SharedTerms(open: ArticleText(article))
    return relations.compactMap { relation in
      let shared =
        TermVector(encoded: relation.vector).map { terms.with($0, limit: 6) } ?? []
      // What lies far and has no telling word in common does not belong here.
      guard relation.score >= near || !shared.isEmpty else { return nil }
      return RelatedArticle(
        headline: relation.headline, score: relation.score, relation: relation.relation,
        shared: shared)
    }
  }

  /// Closeness from which an article belongs here even when no single word says why.
  private static let near = 0.05
}
