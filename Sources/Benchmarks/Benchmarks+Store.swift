import Articles
import Fetching
import FoundationEssentials
import Glibc
import Storage

extension Benchmarks {
  /// Merging, indexing, and the questions that a screen asks, in a store of a folder of its own.
  static func store(articles count: Int) async throws {
    let folder = FileManager.default.temporaryDirectory.path + "/broadsheet-benchmark-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try ArticleStore.open(folder: folder)
    var news = SampleNews(seed: 5)
    var merging = 0.0
    for start in stride(from: 0, to: count, by: 1_000) {
      let drafts = (start..<min(start + 1_000, count)).map { news.draft($0, now: now) }
      let before = Figures.Clock.processor.now
      try await store.merge(drafts, fetched: now)
      merging += Figures.Clock.processor.now - before
    }
    Figures.line("store an article", "ms", [merging / Double(count)])
    var before = Figures.Clock.processor.now
    while try await store.indexText(limit: 200) > 0 {}
    let seconds = (Figures.Clock.processor.now - before) / 1000
    Figures.line("index articles for search", "/s", [Double(count) / seconds])
    before = Figures.Clock.processor.now
    try await AnalysisQueue(store: store).catchUp()
    let each = (Figures.Clock.processor.now - before) / Double(count)
    Figures.line("analyse an article", "ms", [each])
    let texts = [
      "", "is:unread", "source:\"Wire 7\"", "bara", "bara plunou", "bara OR plunou",
      "bara plunou is:unread -zzz", "\"bara bara\"",
      "words:>400 -source:\"Wire 7\" age:<30d", "/bar(a|u)n?/",
    ]
    try await firstPages(of: texts, in: store)
    let heads = try await store.headlines(
      matching: ArticleQuery(), at: .start, limit: 50, now: now
    ).rows
    var place = 0
    try await Figures.measureWaiting("open an article and what is beside it", runs: 50) {
      place = (place + 1) % heads.count
      if let article = try await store.article(heads[place].id) {
        _ = try await RelatedArticles.beside(article, in: store, limit: 24)
      }
    }
    try await Figures.measureWaiting("topics with counts", runs: 20) {
      _ = try await store.topics(matching: ArticleQuery(), now: now, limit: 200)
    }
    try await views(in: store)
    try await rules(in: store, articles: count)
    try await firstPages(of: ["", "is:muted", "bara"], in: store)
    try store.close()
    var bytes = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
      bytes += attributes[.size] as? Int ?? 0
    }
    Figures.line("bytes on disk an article", "kB", [Double(bytes) / Double(count) / 1_000])
  }

  private static func firstPages(of texts: [String], in store: ArticleStore) async throws {
    for text in texts {
      let query = try ArticleQuery(parsing: text)
      try await Figures.measureWaiting("first 50 of “\(text)”", runs: 50) {
        _ = try await store.headlines(matching: query, at: .start, limit: 50, now: now)
      }
    }
  }

  /// The counts of the views' panel, and the names that Tab asks for.
  private static func views(in store: ArticleStore) async throws {
    let queries = try [
      "", "is:unread", "since:today", "is:bookmarked", "is:followed", "has:story", "minutes:>=8",
      "-has:topic", "is:muted",
    ].map { try ArticleQuery(parsing: $0) }
    try await Figures.measureWaiting("count nine views", runs: 20) {
      _ = try await store.counts(matching: queries, now: now, limit: 10_001)
    }
    for kind in QueryName.allCases {
      try await Figures.measureWaiting("names of \(kind)s", runs: 20) {
        _ = try await store.names(of: kind, beginning: "b", limit: 50)
      }
    }
  }

  /// Ten rules over every article; two of them hide, tag and mark.
  private static func rules(in store: ArticleStore, articles count: Int) async throws {
    let idle = try (0..<8).map {
      ArticleRule(
        name: "idle", query: try ArticleQuery(parsing: "zzz\($0) OR title:zzz"), actions: [.mute])
    }
    let busy = try [("/^a/", ArticleRule.Action.mute), ("words:>450", .highlight)].map {
      ArticleRule(name: "busy", query: try ArticleQuery(parsing: $0.0), actions: [$0.1])
    }
    let start = Figures.Clock.wall.now
    let outcome = try await store.apply(idle + busy, now: now)
    let each = (Figures.Clock.wall.now - start) / Double(count)
    Figures.line("ten rules, an article (\(outcome.changes) changes)", "ms", [each])
  }
}
