import Articles
import FoundationEssentials
import Testing

@testable import Storage

@Suite struct FeedTests {
  private let now = Date(timeIntervalSince1970: 1_790_000_000)
  private let url = "https://harbour.example/feed.xml"

  private func draft(_ title: String, guid: String, link: String? = nil, days: Double = 0)
    -> ArticleDraft
  {
    var draft = ArticleDraft(
      title: title, source: "Harbour Post", body: Body(paragraphs: ["Text of \(title)."]))
    draft.feed = url
    draft.guid = guid
    draft.link = link
    draft.published = now - 3600 - days * 86_400
    return draft
  }

  private func fetched(_ drafts: [ArticleDraft], etag: String = "\"1\"") -> FetchedFeed {
    var health = FeedHealth()
    health.title = "Harbour Post"
    health.etag = etag
    health.checked = now
    health.succeeded = now
    return FetchedFeed(url: url, health: health, drafts: drafts)
  }

  @discardableResult
  private func take(_ drafts: [ArticleDraft], into store: ArticleStore, at now: Date) async throws
    -> MergeOutcome
  {
    try #require(try await store.store([fetched(drafts)], at: now).first)
  }

  private func subscribed(tags: [String] = []) async throws -> ArticleStore {
    let store = try ArticleStore.inMemory()
    var subscription = Subscription(url: url)
    subscription.tags = tags
    subscription.attributes = ["frss:priority": "", "type": "rss"]
    subscription.folder = ["News", "Harbour"]
    try await store.subscribe([subscription], now: now)
    return store
  }

  private func titles(_ query: String, in store: ArticleStore) async throws -> [String] {
    try await store.headlines(
      matching: ArticleQuery(parsing: query), at: .start, limit: 100, now: now
    ).rows.map(\.title)
  }

  @Test func `a subscription comes back as it was, with its feed's health and counts`() async throws
  {
    let store = try await subscribed(tags: ["news", "news/harbour"])
    let again = Subscription(url: url)
    #expect(try await store.subscribe([again], now: now) == Subscribing(added: [], known: [url]))
    try await take(
      [draft("Tram line reopens", guid: "1"), draft("Old", guid: "2", days: 60)], into: store,
      at: now)
    let feed = try #require(try await store.feeds(now: now).first)
    #expect(feed.subscription.tags == ["news", "news/harbour"])
    #expect(feed.subscription.folder == ["News", "Harbour"])
    #expect(feed.subscription.attributes == ["frss:priority": "", "type": "rss"])
    #expect(feed.health.etag == "\"1\"" && feed.health.succeeded == now)
    #expect(feed.articles == 2 && feed.unread == 2 && feed.perWeek == 0.25)
    #expect(feed.newest == now - 3600)
    #expect(feed.name == "Harbour Post")
    #expect(try await titles("feed:\(url)", in: store) == ["Tram line reopens", "Old"])
    #expect(try await titles("-feed:\(url)", in: store) == [])
    #expect(try await titles("feed:\(url)x", in: store) == [])
  }

  @Test func `articles carry their feed's tags, also those that it gets later`() async throws {
    let store = try await subscribed(tags: ["local"])
    try await take([draft("Tram line reopens", guid: "1")], into: store, at: now)
    #expect(try await titles("#local", in: store) == ["Tram line reopens"])
    var subscription = try #require(try await store.subscriptions().first)
    subscription.tags = ["town"]
    subscription.title = "The Post"
    try await store.edit(subscription)
    #expect(try await titles("#local", in: store) == [])
    #expect(try await titles("#town source:post", in: store) == ["Tram line reopens"])
    let page = try await store.headlines(
      matching: ArticleQuery(), at: .start, limit: 1, now: now)
    #expect(page.rows.first?.source == "The Post")
    #expect(page.rows.first?.updated == nil)
  }

  @Test func `a feed that makes up new guids and addresses does not bring its articles again`()
    async throws
  {
    let store = try await subscribed()
    for round in 1...5 {
      let outcome = try await take(
        [
          draft("Tram", guid: "t\(round)", link: "https://harbour.example/?s=\(round)1"),
          draft("Bridge", guid: "b\(round)", link: "https://harbour.example/?s=\(round)2", days: 1),
        ], into: store, at: now + Double(round * 60))
      #expect(outcome.new.count == (round == 1 ? 2 : 0))
    }
    #expect(try await store.counts().articles == 2)
  }

  @Test func `two articles of one headline and one moment stay two`() async throws {
    let store = try await subscribed()
    let drafts = [
      draft("Live", guid: "1", link: "https://harbour.example/1"),
      draft("Live", guid: "2", link: "https://harbour.example/2"),
    ]
    #expect(try await take(drafts, into: store, at: now).new.count == 2)
    #expect(try await take(drafts, into: store, at: now + 60).unchanged.count == 2)
  }

  @Test func `ending a subscription takes its articles but not the bookmarked one`() async throws {
    let store = try await subscribed()
    let drafts = [draft("Tram", guid: "1"), draft("Bridge", guid: "2", days: 1)]
    let ids = try await take(drafts, into: store, at: now).new
    _ = try await store.indexText(limit: 100)
    try await store.perform(.setBookmark(true, [ids[1]]), now: now)
    #expect(try await store.unsubscribe(url) == 1)
    #expect(try await store.unsubscribe(url) == nil)
    #expect(try await store.feeds(now: now).isEmpty)
    #expect(try await titles("", in: store) == ["Bridge"])
    #expect(try await titles("text", in: store) == ["Bridge"])
    #expect(try await store.counts() == StoreCounts(articles: 1, unread: 1, bookmarks: 1))
    // A late fetch of it is dropped; a new subscription brings everything again.
    #expect(try await take(drafts, into: store, at: now).new.isEmpty)
    try await store.subscribe([Subscription(url: url)], now: now)
    #expect(try await take(drafts, into: store, at: now).new.count == 1)
    #expect(try await titles("text", in: store) == ["Tram", "Bridge"])
  }

  @Test func `what ran out goes and stays away, but not what the user keeps`() async throws {
    let store = try await subscribed()
    let drafts = (0..<6).map { draft("Day \($0)", guid: "\($0)", days: Double($0 * 10)) }
    let ids = try await take(drafts, into: store, at: now).new
    try await store.perform(.setBookmark(true, [ids[5]]), now: now)
    try await store.perform(.setRead(true, [ids[4]]), now: now)
    try await store.perform(.setRead(false, [ids[4]]), now: now)
    let rule = Retention(url: url, days: 25)
    #expect(try await store.removeExpired([rule], now: now) == 1)
    #expect(try await titles("", in: store) == ["Day 0", "Day 1", "Day 2", "Day 4", "Day 5"])
    let again = try await take(drafts, into: store, at: now + 60)
    #expect(again.new.isEmpty)
    #expect(try await store.removeExpired([Retention(url: url, limit: 1)], now: now) == 2)
    #expect(try await titles("", in: store) == ["Day 0", "Day 4", "Day 5"])
  }

  @Test func `health of many feeds is noted at once, and only of known ones`() async throws {
    let store = try await subscribed()
    var health = FeedHealth()
    health.failures = 3
    health.problem = "no answer within 30 s"
    health.isGone = true
    health.due = now + 900
    try await store.note([url: health, "https://other.example/": health])
    #expect(try await store.feeds(now: now).map(\.health) == [health])
  }

  @Test func `views are kept under their names`() async throws {
    let store = try ArticleStore.inMemory()
    try await store.saveView(SavedView(name: "Trams", query: "#tram"))
    try await store.saveView(SavedView(name: "Trams", query: "#tram is:unread"))
    #expect(try await store.views() == [SavedView(name: "Trams", query: "#tram is:unread")])
    try await store.saveView(SavedView(name: "Trams", query: "#tram", key: "w"))
    try await store.saveView(SavedView(name: "Trams", query: "#bus"))
    #expect(try await store.views() == [SavedView(name: "Trams", query: "#bus", key: "w")])
    #expect(try await store.removeView("Trams"))
    #expect(try await !store.removeView("Trams"))
  }
}
