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
      let batch = run.compare(articles, links: Self.links)
      for id in run.copies.unknown(among: batch.earlier) {
        if let text = try await text(of: id) { run.copies.remember(id, text) }
      }
      let scores = try await store.nearest(
        to: run.stories.unknown(among: batch.earlier), limit: StoryClusters.crowd)
      for (id, scores) in scores { run.stories.remember(id, nearest: scores) }
      let analyses = run.analyse(batch, nearest: Self.nearest)
      try await store.saveAnalysis(
        analyses, stories: run.takeJoined(), copies: run.copies.takeChanged())
      done += articles.count
      progress(done)
    }
  }

  /// The text of an article that may be the same as another one's.
  private func text(of id: ArticleID) async throws(StoreError) -> ArticleText? {
    do throws(StoreError) {
      guard let article = try await store.article(id) else { return nil }
      return ArticleText(article)
    } catch {
      // A damaged text is no copy of any; whoever opens the article is told.
      guard case .unreadableArticle = error else { throw error }
      return nil
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

/// Articles that are analysed together, with what is near to each.
private struct ComparedBatch {
  var articles: [Article]
  var texts: [ArticleText]
  var vectors: [TermVector]
  var neighbours: [RelatedIndex.Neighbours]

  /// Of each the nearest articles that came before it.
  var earlier: [[RelatedLink]] { neighbours.map { $0.earlier } }
}

/// The index, the stories, the copies and the tagger of one run.
private struct AnalysisRun {
  private var index = RelatedIndex()
  var stories = StoryClusters()
  var copies = CopyGroups()
  private let tagger = TopicTagger()
  /// Articles whose story has other reports now, since the last batch.
  private var joined: [ArticleID: StoryID] = [:]

  mutating func restore(_ stored: StoredVector) {
    guard let vector = TermVector(encoded: stored.vector) else { return }
    index.insert(stored.id, vector, published: stored.published)
    // A story of one report bears the number of its article; one that was taken out may be the
    // first of the story that it left.
    let number = stored.isAlone ? -stored.id.rawValue : stored.id.rawValue
    let story = stored.story ?? StoryID(rawValue: number)
    stories.restore(
      stored.id, in: story, published: stored.published, isApart: stored.isAlone)
    if let original = stored.original { copies.restore(stored.id, original: original) }
  }

  /// A batch as a whole: how common a word is, is known from all of it before any is compared.
  mutating func compare(_ articles: [Article], links count: Int) -> ComparedBatch {
    let texts = articles.map { ArticleText($0) }
    let vectors = texts.map { TermVector($0) }
    for (number, article) in articles.enumerated() {
      index.insert(article.id, vectors[number], published: article.head.published)
      copies.insert(article.id, texts[number])
    }
    var neighbours: [RelatedIndex.Neighbours] = []
    for (number, article) in articles.enumerated() {
      neighbours.append(
        index.neighbours(
          of: article.id, vectors[number], published: article.head.published, limit: count))
    }
    return ComparedBatch(
      articles: articles, texts: texts, vectors: vectors, neighbours: neighbours)
  }

  mutating func analyse(_ batch: ComparedBatch, nearest: Double) -> [ArticleAnalysis] {
    // Stories and copies grow in the order of arrival: what comes later has no place yet.
    for (article, links) in zip(batch.articles, batch.earlier) {
      place(article, links)
      copies.place(article.id, links: links)
    }
    return batch.articles.indices.map { number in
      let id = batch.articles[number].id
      let topics = tagger.topics(of: batch.texts[number]).map {
        ArticleAnalysis.Topic(name: $0.name, confidence: $0.confidence)
      }
      let links = batch.neighbours[number].all.filter { $0.score >= nearest }
      return ArticleAnalysis(
        id: id, topics: topics, vector: batch.vectors[number].encoded,
        links: links.map { link($0, of: id) })
    }
  }

  private mutating func place(_ article: Article, _ links: [RelatedLink]) {
    let story = stories.place(
      article.id, links: links, published: article.head.published, among: index.count)
    let reports = stories.articles(of: story)
    if reports.count > 1 { for report in reports { joined[report] = story } }
  }

  private func link(_ link: RelatedLink, of id: ArticleID) -> ArticleAnalysis.Link {
    ArticleAnalysis.Link(
      id: link.id, score: link.score,
      relation: stories.story(of: link.id) == stories.story(of: id) ? .sameStory : .related)
  }

  mutating func takeJoined() -> [ArticleID: StoryID] {
    defer { joined = [:] }
    return joined
  }
}
