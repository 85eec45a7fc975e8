import Analysis
import Articles
import FoundationEssentials
public import Storage

/// Gives articles that are new or changed their topics, their relations and their stories.
///
/// Works through what the store holds as pending, in batches, the oldest first; after a kill the
/// next run goes on where this one was. An actor, because the index of one run must not be shared.
public actor AnalysisQueue {
  private let store: ArticleStore

  /// Articles of one batch: what one transaction takes, so that a bookmark does not wait long.
  private static let batch = 100
  /// Links that are kept of one article.
  private static let links = 24
  /// Articles less near than this have nothing to do with each other.
  ///
  /// Low, because in a small store far articles are the nearest ones; what is shown needs words
  /// that tie, too.
  private static let nearest = 0.005
  /// From so many waiting articles on, an import leaves them to the next command that needs them.
  public static let inlineLimit = 2000

  /// A queue over what waits in a store.
  public init(store: ArticleStore) { self.store = store }

  /// Analyses everything that waits, unless more than `limit` articles do.
  ///
  /// The index lives only while there is work. Costs about half a millisecond an article.
  /// - Parameters:
  ///   - limit: With more articles waiting nothing is done.
  ///   - progress: Called after each batch with the articles done so far.
  /// - Returns: The number of articles analysed.
  /// - Throws: `StoreError`, `CancellationError`; finished batches stay.
  @discardableResult
  public func catchUp(
    upTo limit: Int = .max, progress: @Sendable (Int) -> Void = { _ in }
  ) async throws -> Int {
    let waiting = try await store.pendingAnalysisCount()
    guard waiting > 0, waiting <= limit else { return 0 }
    var run = AnalysisRun()
    try await restore(&run)
    var done = 0
    while true {
      try Task.checkCancellation()
      let articles = try await store.pendingAnalysis(limit: Self.batch)
      guard !articles.isEmpty else { return done }
      let analyses = articles.map { run.analyse($0, links: Self.links, nearest: Self.nearest) }
      try await store.saveAnalysis(analyses, stories: run.takeJoined())
      done += articles.count
      progress(done)
    }
  }

  private func restore(_ run: inout AnalysisRun) async throws {
    var last: ArticleID?
    while true {
      let vectors = try await store.vectors(after: last, limit: 2000)
      for stored in vectors { run.restore(stored) }
      guard let id = vectors.last?.id else { return }
      last = id
    }
  }
}

/// The index, the stories and the tagger of one run.
private struct AnalysisRun {
  private var index = RelatedIndex()
  private var stories = StoryClusters()
  private let tagger = TopicTagger()
  /// Articles whose story has other reports now, since the last batch.
  private var joined: [ArticleID: StoryID] = [:]

  mutating func restore(_ stored: StoredVector) {
    guard let vector = TermVector(encoded: stored.vector) else { return }
    index.insert(stored.id, vector, published: stored.published)
    // A story of one report bears the number of its article.
    let story = stored.story ?? StoryID(rawValue: stored.id.rawValue)
    stories.restore(stored.id, in: story, published: stored.published)
  }

  mutating func analyse(_ article: Article, links count: Int, nearest: Double) -> ArticleAnalysis {
    let text = ArticleText(article)
    let vector = TermVector(text)
    let published = article.head.published
    let found = index.nearest(
      to: vector, published: published, limit: count, excluding: article.id)
    index.insert(article.id, vector, published: published)
    let story = stories.place(article.id, links: found, published: published)
    let reports = stories.articles(of: story)
    if reports.count > 1 { for report in reports { joined[report] = story } }
    let links = found.filter { $0.score >= nearest }.map { link in
      ArticleAnalysis.Link(
        id: link.id, score: link.score,
        relation: stories.story(of: link.id) == story ? .sameStory : .related)
    }
    let topics = tagger.topics(of: text).map {
      ArticleAnalysis.Topic(name: $0.name, confidence: $0.confidence)
    }
    return ArticleAnalysis(id: article.id, topics: topics, vector: vector.encoded, links: links)
  }

  mutating func takeJoined() -> [ArticleID: StoryID] {
    defer { joined = [:] }
    return joined
  }
}
