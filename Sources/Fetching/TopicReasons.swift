import Analysis
public import Articles
public import Storage

/// Why articles have their topics.
public enum TopicReasons {
  /// Where a topic of an article is from, with the words of the text that led to it.
  /// - Throws: `StoreError` when the store cannot be read.
  public static func reason(
    for topic: String, in id: ArticleID, of store: ArticleStore
  ) async throws(StoreError) -> TopicReason {
    switch try await store.topicOrigin(of: topic, in: id) {
    case .hand(let isSet): return .hand(isSet: isSet)
    case .page(let word): return .page(word)
    case .feed: return .feed
    case nil: return .none
    case .text(let names, let confidence):
      guard let article = try await store.article(id) else { return .none }
      let found = TopicTagger().topics(of: ArticleText(article, givenTopics: []))
      let words = found.filter { names.contains($0.name) }.flatMap(\.why)
      return .text(words, confidence: confidence)
    }
  }
}
