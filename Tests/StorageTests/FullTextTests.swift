import Articles
import FoundationEssentials
import Testing

@testable import Storage

@Suite struct FullTextTests {
  private let place: TemporaryStore
  private let store: ArticleStore
  private let url = "https://a.example/feed"

  init() async throws {
    place = try TemporaryStore()
    store = try place.open()
    try await store.subscribe([Subscription(url: url)], now: place.now)
  }

  private func bring(_ words: String, wantsFullText: Bool = false) async throws -> ArticleID {
    var draft = place.draft("Ferry sails")
    draft.feed = url
    draft.guid = "1"
    draft.link = "https://a.example/ferry"
    draft.body = Body(paragraphs: [words])
    let feed = FetchedFeed(
      url: url, health: FeedHealth(), drafts: [draft], wantsFullText: wantsFullText)
    let outcome = try await store.store([feed], at: place.now)[0]
    return try #require((outcome.new + outcome.changed + outcome.unchanged).first)
  }

  private func fetched(_ words: String) -> FetchedText {
    FetchedText(
      body: Body(paragraphs: [words]), picture: Picture(url: "https://a.example/p.jpg"),
      authors: ["Ana Reporter"])
  }

  private func text(_ id: ArticleID) async throws -> String {
    try #require(await store.article(id)).body.plainText
  }

  private func index() async throws { while try await store.indexText(limit: 100) > 0 {} }

  @Test func `the page's text takes the place of the feed's in view, search and count`()
    async throws
  {
    let id = try await bring("A short summary.")
    try await index()
    #expect(
      try await store.saveFullText(fetched("The whole long report of it."), of: id, now: place.now))
    let article = try #require(await store.article(id))
    #expect(article.body.plainText == "The whole long report of it.")
    #expect(article.fullText == .shown && article.head.words == 6)
    #expect(article.head.authors == ["Ana Reporter"] && article.picture?.url != nil)
    for isIndexed in [false, true] {
      if isIndexed { try await index() }
      #expect(try await place.titles("whole", in: store) == ["Ferry sails"])
      #expect(try await place.titles("summary", in: store) == [])
    }
  }

  @Test func `both texts are kept and shown by turns`() async throws {
    let id = try await bring("A short summary.")
    try await store.saveFullText(fetched("The whole report."), of: id, now: place.now)
    try await index()
    #expect(try await store.showFullText(false, of: id))
    #expect(try await text(id) == "A short summary.")
    #expect(try await store.article(id)?.fullText == .hidden)
    #expect(try await place.titles("report", in: store) == [])
    try store.close()
    let again = try place.open()
    #expect(try await again.showFullText(true, of: id))
    #expect(try await again.article(id)?.body.plainText == "The whole report.")
    #expect(try await again.showFullText(true, of: id))
    #expect(try await again.article(id)?.fullText == .shown)
    #expect(try await again.showFullText(true, of: ArticleID(rawValue: 7)) == false)
  }

  @Test func `the feed's next answer changes nothing, a changed one is a revision`() async throws {
    let id = try await bring("A short summary.")
    try await store.saveFullText(fetched("The whole report."), of: id, now: place.now)
    #expect(try await bring("A short summary.") == id)
    #expect(try await text(id) == "The whole report.")

    #expect(try await bring("A new summary.") == id)
    #expect(try await text(id) == "A new summary.")
    #expect(try await store.article(id)?.fullText == .outdated)
    let forms = try await store.revisions(of: id)
    #expect(forms.map(\.text.plainText) == ["A new summary.", "A short summary."])
    #expect(forms.map(\.replaced) == [nil, place.now])

    try await store.showFullText(true, of: id)
    #expect(try await text(id) == "The whole report.")
    #expect(try await store.revisions(of: id).first?.text.plainText == "A new summary.")
    try await store.saveFullText(fetched("The new whole report."), of: id, now: place.now)
    #expect(try await text(id) == "The new whole report.")
    try await store.showFullText(false, of: id)
    #expect(try await text(id) == "A new summary.")
  }

  @Test func `a bookmark's copy has the page's text`() async throws {
    let id = try await bring("A short summary.")
    try await store.perform(.setBookmark(true, [id]), now: place.now)
    try await store.saveFullText(fetched("The whole report."), of: id, now: place.now)
    try store.close()
    try FileManager.default.removeItem(atPath: place.articles)
    let again = try place.open()
    #expect(try await again.article(id)?.body.plainText == "The whole report.")
  }

  @Test func `pages that are wanted wait in line until they are kept or given up`() async throws {
    let id = try await bring("A short summary.", wantsFullText: true)
    let now = place.now
    let job = try #require(try await store.fullTextJobs(limit: 10, now: now).first)
    #expect(job.id == id && job.link == "https://a.example/ferry" && job.feed == url)
    try await store.postponeFullText(of: id, until: now + 60)
    #expect(try await store.fullTextJobs(limit: 10, now: now) == [])
    #expect(try await store.fullTextJobs(limit: 10, now: now + 60).first?.attempts == 1)
    try await store.saveFullText(fetched("The whole report."), of: id, now: now)
    #expect(try await store.fullTextJobs(limit: 10, now: now + 60) == [])
    _ = try await bring("A new summary.", wantsFullText: true)
    #expect(try await store.fullTextJobs(limit: 10, now: now).first?.attempts == 0)
    try await store.leaveFullText(of: id)
    #expect(try await store.fullTextJobs(limit: 10, now: now) == [])
  }
}
