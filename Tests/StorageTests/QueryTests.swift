import Articles
import FoundationEssentials
import GRDB
import Testing

@testable import Storage

@Suite struct QueryTests {
  let folder: TemporaryStore

  init() throws { folder = try TemporaryStore() }

  /// Stores of random articles answer as a plain array does.
  @Test(arguments: 1...4) func `every page of every query is that of a plain list`(seed: Int)
    async throws
  {
    var random = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    func next(_ count: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % count
    }
    let store = try folder.open()
    let drafts = (0..<60).map { number in
      folder.draft(
        "Report \(number)", hour: next(300), topics: ["a", "b", "c"].filter { _ in next(2) == 0 },
        source: ["Post", "Wire"][next(2)])
    }
    let ids = try await store.merge(drafts, fetched: folder.now).new
    _ = try await store.perform(.setRead(true, ids.filter { _ in next(3) == 0 }), now: folder.now)
    _ = try await store.perform(
      .setBookmark(true, ids.filter { _ in next(4) == 0 }), now: folder.now)
    let all = try await store.headlines(
      matching: ArticleQuery(), at: .start, limit: 100, now: folder.now
    ).rows
    #expect(all.map(\.id) == all.map(\.id).sorted(by: >))
    let checks: [(String, (Headline) -> Bool)] = [
      ("", { _ in true }), ("is:unread", \.isUnread), ("is:bookmarked", \.isBookmarked),
      ("#a", { $0.topics.contains("a") }),
      ("#a -#b", { $0.topics.contains("a") && !$0.topics.contains("b") }),
      ("#a #b is:unread", { $0.topics.contains("a") && $0.topics.contains("b") && $0.isUnread }),
      ("#a OR #c", { $0.topics.contains("a") || $0.topics.contains("c") }),
      ("source:wire", { $0.source == "Wire" }),
      ("source:wire since:3d", { $0.source == "Wire" && $0.published >= folder.now - 259_200 }),
      ("report -is:read", \.isUnread),
      (
        "/report [1-3][05]$/",
        { ["10", "15", "20", "25", "30", "35"].contains($0.title.suffix(2)) }
      ),
      ("words:5 -minutes:>1", { $0.words == 5 }),
      ("words:<5 OR has:image OR has:revision", { $0.words < 5 }),
    ]
    for (text, isWanted) in checks {
      let query = try ArticleQuery(parsing: text)
      let wanted = all.filter(isWanted)
      try await compare(query, wanted, in: store, around: all.map(\.id))
      try await compare(
        ArticleQuery(query.condition, sort: .oldest), wanted.reversed(), in: store, around: [])
      let count = try await store.count(matching: query, now: folder.now, limit: 1000)
      #expect(count == wanted.count, "\(text)")
    }
  }

  private func compare(
    _ query: ArticleQuery, _ wanted: [Headline], in store: ArticleStore, around ids: [ArticleID]
  ) async throws {
    func page(_ anchor: PageAnchor) async throws -> HeadlinePage {
      try await store.headlines(matching: query, at: anchor, limit: 7, now: folder.now)
    }
    var found: [Headline] = []
    var next = try await page(.start)
    #expect(!next.hasBefore)
    found += next.rows
    while next.hasAfter, let last = next.rows.last {
      next = try await page(.after(last.id))
      found += next.rows
    }
    #expect(found == wanted)
    let end = try await page(.end)
    #expect(end.rows == Array(wanted.suffix(7)))
    #expect(end.hasBefore == (wanted.count > 7))
    for id in ids {
      let above = try await page(.before(id))
      #expect(above.rows == Array(wanted.filter { $0.id > id }.suffix(7)))
    }
  }

  @Test func `words are found before and after they are indexed`() async throws {
    let store = try folder.open()
    var other = folder.draft("Brücke über die Łódź-Straße", hour: 2)
    other.authors = ["Inês Prado"]
    try await store.merge([folder.draft("Tram line reopens"), other], fetched: folder.now)
    for isIndexed in [false, true] {
      #expect(try await folder.titles("tram", in: store) == ["Tram line reopens"])
      #expect(try await folder.titles("tra*", in: store) == ["Tram line reopens"])
      #expect(try await folder.titles("tra", in: store) == [])
      #expect(try await folder.titles("\"line reopens\"", in: store) == ["Tram line reopens"])
      #expect(try await folder.titles("\"reopens line\"", in: store) == [])
      #expect(try await folder.titles("brucke strasse lodz", in: store).count == 1)
      #expect(try await folder.titles("title:tram text", in: store) == ["Tram line reopens"])
      #expect(try await folder.titles("title:text", in: store) == [])
      #expect(try await folder.titles("author:ines", in: store).count == 1)
      #expect(try await folder.titles("today -tram", in: store).count == 1)
      #expect(try await folder.titles("tram line title:reopens today", in: store).count == 1)
      #expect(try await folder.titles("tram brucke", in: store) == [])
      #expect(try await folder.titles("tram \"text of\" title:line", in: store).count == 1)
      #expect(try await folder.titles("tram \"of text\"", in: store) == [])
      #expect(try await folder.titles("brucke OR title:tram", in: store).count == 2)
      #expect(
        try await folder.titles("(brucke OR zzz) (lodz OR author:ines)", in: store).count == 1)
      #expect(try await folder.titles("zzz OR title:text", in: store) == [])
      let many = Array(repeating: "today", count: 60).joined(separator: " ")
      #expect(try await folder.titles(many + " tram", in: store) == ["Tram line reopens"])
      if !isIndexed { while try await store.indexText(limit: 1) > 0 {} }
    }
  }

  @Test func `scripts without spaces are found by any part of a text`() async throws {
    let store = try folder.open()
    let titles = ["東京都知事が新橋を開く", "สวัสดีกรุงเทพมหานคร", "서울시 전차", "Tram 電車2号"]
    try await store.merge(titles.map { folder.draft($0) }, fetched: folder.now)
    let wanted = [
      "東京": 0, "京都知": 0, "橋": 0, "\"新橋を開く\"": 0, "กรุงเทพ": 1, "สวัส": 1, "전차": 2, "서울": 2,
      "電車": 3, "電車2号": 3, "title:電": 3,
    ]
    for isIndexed in [false, true] {
      for (query, place) in wanted {
        #expect(try await folder.titles(query, in: store) == [titles[place]], "\(query)")
      }
      #expect(try await folder.titles("都東", in: store) == [])
      #expect(try await folder.titles("東京を開く", in: store) == [])
      if !isIndexed { while try await store.indexText(limit: 1) > 0 {} }
    }
  }

  @Test(arguments: [
    "\"\"\"", "*", "^tram", "tram:", "NEAR(tram)", "a\u{0}b", "'; DROP TABLE article; --",
    "(\"*^\")",
    "AND", "{title}", "-", "\u{1F468}\u{200D}\u{1F469}", "title:\"*\"",
  ]) func `no text of a query becomes syntax`(text: String) async throws {
    let store = try folder.open()
    try await store.merge([folder.draft("Tram")], fetched: folder.now)
    for isIndexed in [false, true] {
      for condition: ArticleQuery.Condition in [
        .word(text, isPrefix: true), .phrase(text), .title(text), .author(text), .source(text),
        .topic(text), .language(text),
      ] {
        _ = try await store.headlines(
          matching: ArticleQuery(condition), at: .start, limit: 5, now: folder.now)
        _ = try await store.topics(matching: ArticleQuery(condition), now: folder.now, limit: 5)
      }
      if !isIndexed { while try await store.indexText(limit: 100) > 0 {} }
    }
    #expect(try await store.counts().articles == 1)
  }

  @Test func `topics are counted under a filter`() async throws {
    let store = try folder.open()
    try await store.merge(
      [
        folder.draft("One", topics: ["a", "b"]), folder.draft("Two", hour: 2, topics: ["a"]),
        folder.draft("Three", hour: 3, topics: ["b"]),
      ], fetched: folder.now)
    func topics(_ text: String) async throws -> [TopicCount] {
      try await store.topics(
        matching: ArticleQuery(parsing: text), now: folder.now, limit: 10)
    }
    #expect(
      try await topics("") == [
        TopicCount(topic: "a", articles: 2, unread: 2),
        TopicCount(topic: "b", articles: 2, unread: 2),
      ])
    #expect(try await topics("#a -#b") == [TopicCount(topic: "a", articles: 1, unread: 1)])
  }

  @Test func `labels are the topics that were given by hand`() async throws {
    let store = try folder.open()
    let ids = try await store.merge(
      [
        folder.draft("One", topics: ["a"]), folder.draft("Two", hour: 2),
        folder.draft("Three", hour: 30),
      ],
      fetched: folder.now
    ).new
    _ = try await store.perform(.setTopic("a", true, [ids[1]]), now: folder.now)
    #expect(try await folder.titles("#a", in: store) == ["One", "Two"])
    #expect(try await folder.titles("label:a", in: store) == ["Two"])
    #expect(try await folder.titles("-label:a", in: store) == ["One", "Three"])
    #expect(try await folder.titles("label:none", in: store) == [])
    #expect(try await folder.titles("-has:topic", in: store) == ["Three"])
    #expect(try await folder.titles("has:topic since:today", in: store) == ["One", "Two"])
    #expect(try await folder.titles("has:story", in: store) == [])
  }

  @Test func `names are listed by how they begin, the commonest first`() async throws {
    let store = try folder.open()
    var drafts = (0..<6).map { number in
      folder.draft(
        "R\(number)", hour: number, topics: number < 4 ? ["police", "city"] : ["politics"],
        source: number < 2 ? "Örtliche Post" : "Ort und Welt")
    }
    drafts[0].authors = ["Inês Prado", "Ivo"]
    drafts[1].authors = ["Ines Prado"]
    drafts[2].authors = ["Inês Prado"]
    let ids = try await store.merge(drafts, fetched: folder.now).new
    var edit = BookmarkEdit()
    edit.folder = "Trams/City"
    _ = try await store.perform(.editBookmark(edit, [ids[0]]), now: folder.now)
    func names(_ kind: QueryName, _ text: String) async throws -> [String] {
      try await store.names(of: kind, beginning: text, limit: 9)
    }
    #expect(try await names(.topic, "Pol").first == "police")
    #expect(try await names(.topic, "pol").count == 2)
    #expect(try await names(.source, "ort") == ["Ort und Welt", "Örtliche Post"])
    #expect(try await names(.author, "ines") == ["Inês Prado", "Ines Prado"])
    #expect(try await names(.folder, "tr") == ["Trams/City"])
    #expect(try await names(.source, "%") == [])
  }

  @Test func `an edited article keeps its id, its marks and the earlier text`() async throws {
    let store = try folder.open()
    var draft = folder.draft("Tram")
    draft.guid = "tag:1"
    draft.feed = "https://example.org/feed"
    draft.link = "https://www.example.org/tram?utm_source=x"
    let id = try await store.merge([draft], fetched: folder.now).new[0]
    _ = try await store.perform(.setBookmark(true, [id]), now: folder.now)
    draft.body = Body(paragraphs: ["Another text."])
    #expect(try await store.merge([draft], fetched: folder.now).changed == [id])
    // Another guid, http for https, no www: the link still tells who it is.
    draft.guid = "tag:2"
    draft.link = "http://example.org/tram"
    #expect(try await store.merge([draft], fetched: folder.now).new == [])
    let article = try #require(try await store.article(id))
    #expect(article.body.plainText == "Another text.")
    #expect(article.head.isBookmarked)
    let revisions = try await store.articles.read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM revision")
    }
    #expect(revisions == 1)
  }

  @Test func `marking all read is one step`() async throws {
    let store = try folder.open()
    let drafts = (0..<30).map { folder.draft("R\($0)", hour: $0, topics: [$0 < 10 ? "a" : "b"]) }
    try await store.merge(drafts, fetched: folder.now)
    let report = try await store.perform(
      .markAllRead(ArticleQuery(.topic("a"))), now: folder.now)
    #expect(report.affected == 10)
    #expect(try await store.counts().unread == 20)
    _ = try await store.undo()
    #expect(try await store.counts().unread == 30)
    _ = try await store.redo()
    #expect(try await store.counts().unread == 20)
  }
}
