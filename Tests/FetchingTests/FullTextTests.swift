import Articles
import FoundationEssentials
import Storage
import Synchronization
import Testing

@testable import Fetching

@Suite struct FullTextTests {
  private let store: ArticleStore
  private let now = Date()

  init() throws { store = try ArticleStore.inMemory() }

  private func page(_ words: String) -> String {
    let sentence = "It was the third time this year, and nobody had expected it, she said. "
    let text = (0..<4).map { "<p>\(words) \($0). \(String(repeating: sentence, count: 3))</p>" }
    return "<html><body><nav><a href='/'>Home</a></nav><article>\(text.joined())</article></body>"
  }

  private func queue(_ settings: FetchSettings = FetchSettings()) -> FullTextQueue {
    FullTextQueue(fetcher(settings))
  }

  private func fetcher(_ settings: FetchSettings = FetchSettings()) -> FullTextFetcher {
    FullTextFetcher(
      store: store, client: HTTPClient(), settings: settings, userAgent: "Test/1")
  }

  /// Brings articles with these addresses in a feed that is read in full.
  private func bring(_ links: [String], feed: String = "http://127.0.0.1/feed") async throws
    -> [ArticleID]
  {
    try await store.subscribe([Subscription(url: feed)], now: now)
    let drafts = links.enumerated().map { number, link in
      var draft = ArticleDraft(
        title: "Report \(number)", source: "Post", body: Body(paragraphs: ["In short."]))
      draft.guid = "\(number)"
      draft.feed = feed
      draft.link = link
      draft.published = now - Double(number)
      return draft
    }
    let fetched = FetchedFeed(
      url: feed, health: FeedHealth(), drafts: drafts, wantsFullText: true)
    return try await store.store([fetched], at: now)[0].new
  }

  private func text(_ id: ArticleID) async throws -> String {
    try #require(await store.article(id)).body.plainText
  }

  @Test func `pages are fetched one after the other, without what follows readers`() async throws {
    let body = page("The ferry sails")
    let open = Mutex((now: 0, most: 0))
    let server = try LoopbackServer { _ in
      open.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
      defer { open.withLock { $0.now -= 1 } }
      return .init(headers: ["Content-Type": "text/html"], body: body)
    }
    let ids = try await bring((0..<3).map { server.url("/\($0)?id=1&utm_source=rss") })
    let seen = Mutex(0)
    let progress = try await queue().catchUp { progress in seen.withLock { $0 = progress.done } }
    #expect(progress.fetched == 3 && progress.total == 3 && seen.withLock { $0 } == 3)
    #expect(server.paths == ["/0?id=1", "/1?id=1", "/2?id=1"])
    #expect(open.withLock { $0.most } == 1)
    for id in ids { #expect(try await text(id).hasPrefix("The ferry sails 0. It was")) }
    #expect(try await queue().catchUp().total == 0)
  }

  @Test func `a server that asks to wait is left alone, a missing page is given up`() async throws {
    let busy = try LoopbackServer { _ in .init(status: 429, headers: ["Retry-After": "7200"]) }
    let empty = try LoopbackServer { _ in .init(status: 404) }
    _ = try await bring([busy.url("/0"), busy.url("/1")])
    let feed = "http://127.0.0.2/feed"
    _ = try await bring([empty.url("/2")], feed: feed)
    // Both servers have one host name: one is asked after the other.
    let progress = try await queue().catchUp()
    #expect(progress.fetched == 0)
    #expect(busy.paths.count <= 1)
    #expect(try await store.fullTextJobs(limit: 9, now: now).isEmpty)
    let later = try await store.fullTextJobs(limit: 9, now: now + 7_300)
    #expect(later.allSatisfy { $0.attempts == 1 } && later.count >= 2)
  }

  @Test func `a page gives nothing when it holds no more than the feed`() async throws {
    let server = try LoopbackServer { request in
      .init(body: request.path == "/short" ? "<p>Too short.</p>" : "%PDF-1.7 \u{0}")
    }
    let ids = try await bring([server.url("/short"), server.url("/paper.pdf")])
    for id in ids {
      await #expect(throws: FullTextError.noArticle) { try await fetcher().fetch(id) }
      #expect(try await store.article(id)?.fullText == FullText.none)
    }
  }

  @Test func `never means never, also when someone asks`() async throws {
    let server = try LoopbackServer { _ in .init(body: "") }
    let id = try await bring([server.url("/0")])[0]
    var settings = FetchSettings()
    settings.byFeed["http://127.0.0.1/feed"] = FeedSettings()
    settings.byFeed["http://127.0.0.1/feed"]?.fullText = .never
    await #expect(throws: FullTextError.switchedOff) { try await fetcher(settings).fetch(id) }
    #expect(server.paths == [])
  }

  @Test func `a feed of the web cannot have pages of private networks read`() async throws {
    let body = page("The router's settings")
    let server = try LoopbackServer { _ in .init(body: body) }
    let id = try await bring([server.url("/0")], feed: "https://a.example/feed")[0]
    await #expect(throws: FullTextError.http(.privateAddress("127.0.0.1"))) {
      try await fetcher().fetch(id)
    }
    #expect(server.paths == [])
  }
}
