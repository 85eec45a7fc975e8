import Articles
import Dispatch
import FoundationEssentials
import Storage
import Synchronization
import Testing

@testable import Fetching

@Suite struct RefresherTests {
  let store: ArticleStore

  init() throws { store = try ArticleStore.inMemory() }

  private func refresher(_ settings: FetchSettings = FetchSettings()) -> Refresher {
    Refresher(store: store, client: HTTPClient(), settings: settings, userAgent: "Test/1")
  }

  private func subscribe(_ urls: String...) async throws {
    try await store.subscribe(urls.map { Subscription(url: $0) }, now: Date())
  }

  private func titles() async throws -> [String] {
    try await store.headlines(
      matching: ArticleQuery(), at: .start, limit: 100, now: Date()
    ).rows.map(\.title)
  }

  private func health(_ url: String) async throws -> FeedHealth {
    try #require(
      await store.feeds(now: Date()).first { $0.subscription.url == url }?.health)
  }

  /// A feed whose articles lie an hour apart.
  private static func feed(_ titles: String...) -> LoopbackServer.Answer {
    let items = titles.enumerated().map { number, title in
      let date = CivilTime.rfc3339(Date(timeIntervalSinceNow: Double(-3_600 * (number + 1))))
      return "<item><title>\(title)</title><guid>\(title)</guid><pubDate>\(date)</pubDate></item>"
    }
    return LoopbackServer.Answer(
      body: "<rss version='2.0'><channel><title>Post</title>\(items.joined())</channel></rss>")
  }

  @Test func `a feed is read once, then asked whether it changed`() async throws {
    let server = try LoopbackServer { request in
      guard request.headers["if-none-match"] == nil else { return .init(status: 304) }
      var answer = Self.feed("Tram line reopens", "Bridge closed")
      answer.headers = ["ETag": "\"1\"", "Last-Modified": "Mon, 21 Sep 2026 14:00:00 GMT"]
      return answer
    }
    let url = server.url("/feed")
    try await subscribe(url)
    let first = try await refresher().refresh(.due)
    #expect(first.feeds == 1 && first.new == 2 && first.failed == [] && first.unchanged == 0)
    #expect(try await titles() == ["Tram line reopens", "Bridge closed"])
    #expect(try await health(url).title == "Post")

    #expect(try await refresher().refresh(.due).feeds == 0)
    let second = try await refresher().refresh(.all)
    #expect(second.feeds == 1 && second.unchanged == 1 && second.new == 0)
    let asked = try #require(server.requests.last)
    #expect(asked.headers["if-none-match"] == "\"1\"")
    #expect(asked.headers["if-modified-since"] == "Mon, 21 Sep 2026 14:00:00 GMT")
    #expect(asked.headers["user-agent"] == "Test/1" && asked.headers["cookie"] == nil)
  }

  @Test(arguments: [
    (404, "", "there is no such page"), (500, "", "answered 500"), (403, "", "refuses"),
    (401, "", "password"), (200, "", "empty"), (200, "<html><p>Hello", "a page, not a feed"),
    (200, "{\"a\": 1}", "no JSON Feed"), (302, "", "redirected"),
  ])
  func `an error stands on the feed in words, and nothing stored changes`(
    status: Int, body: String, words: String
  ) async throws {
    let isBroken = Mutex(false)
    let server = try LoopbackServer { _ in
      isBroken.withLock { $0 } ? .init(status: status, body: body) : Self.feed("Tram line reopens")
    }
    let url = server.url("/feed")
    try await subscribe(url)
    _ = try await refresher().refresh(.due)
    isBroken.withLock { $0 = true }
    for failures in 1...2 {
      let summary = try await refresher().refresh(.all)
      let failure = try #require(summary.failed.first)
      #expect(failure.url == url && failure.reason.contains(words), "\(failure.reason)")
      let health = try await health(url)
      #expect(health.failures == failures && health.problem == failure.reason)
      #expect(health.due ?? .distantPast > Date(timeIntervalSinceNow: 600))
    }
    #expect(try await titles() == ["Tram line reopens"])
    isBroken.withLock { $0 = false }
    #expect(try await refresher().refresh(.all).failed == [])
    let mended = try await health(url)
    #expect(mended.failures == 0 && mended.problem == nil)
  }

  @Test func `a feed that is gone is asked for again only when someone wants it`() async throws {
    let server = try LoopbackServer { _ in .init(status: 410) }
    let url = server.url("/feed")
    try await subscribe(url)
    #expect(try await refresher().refresh(.due).failed.count == 1)
    #expect(try await health(url).isGone)
    var health = try await health(url)
    health.due = .distantPast
    try await store.note([url: health])
    #expect(try await refresher().refresh(.due).feeds == 0)
    #expect(try await refresher().refresh(.feeds([url])).feeds == 1)
    #expect(server.paths.count == 2)
  }

  @Test func `a server that asks to wait is not asked for its other feeds`() async throws {
    let server = try LoopbackServer { _ in
      .init(status: 429, headers: ["Retry-After": "7200"])
    }
    let other = try LoopbackServer { _ in Self.feed("Bridge closed") }
    let urls = (0..<6).map { server.url("/\($0)") } + [other.url("/feed")]
    try await store.subscribe(urls.map { Subscription(url: $0) }, now: Date())
    let summary = try await refresher().refresh(.due)
    #expect(summary.new == 1)
    #expect((1...2).contains(server.paths.count))
    for url in urls.dropLast() {
      #expect(try await health(url).due ?? .distantPast > Date(timeIntervalSinceNow: 7_000))
    }
    #expect(try await refresher().refresh(.due).feeds == 0)
  }

  @Test func `a feed that moved for good is asked where it was read`() async throws {
    let isThere = Mutex(true)
    let server = try LoopbackServer { request in
      switch request.path {
      case "/old": .init(status: 301, headers: ["Location": "/new"])
      case "/new" where isThere.withLock { $0 }: Self.feed("Tram line reopens")
      default: .init(status: 404)
      }
    }
    let url = server.url("/old")
    try await subscribe(url)
    _ = try await refresher().refresh(.due)
    #expect(try await health(url).movedTo == server.url("/new"))
    _ = try await refresher().refresh(.all)
    #expect(server.paths == ["/old", "/new", "/new"])
    // When nothing is there any more, the address that the user gave counts again.
    isThere.withLock { $0 = false }
    _ = try await refresher().refresh(.all)
    #expect(try await health(url).movedTo == nil)
    _ = try await refresher().refresh(.all)
    #expect(server.paths.suffix(2) == ["/old", "/new"])
  }

  @Test func `a page at the new place is not remembered as the feed's`() async throws {
    let server = try LoopbackServer { request in
      request.path == "/old"
        ? .init(status: 308, headers: ["Location": "/parked"])
        : .init(body: "<html><body><p>This domain is for sale.")
    }
    try await subscribe(server.url("/old"))
    #expect(try await refresher().refresh(.due).failed.count == 1)
    #expect(try await health(server.url("/old")).movedTo == nil)
  }

  /// The stalled server answers only after all others are done: were one of them kept waiting, the
  /// refresh would end with a time-out.
  @Test func `a server that stalls keeps no other feed waiting`() async throws {
    let others = DispatchSemaphore(value: 0)
    let stalled = try LoopbackServer { request in
      others.wait()
      return Self.feed("Late \(request.path)")
    }
    let quick = try (0..<4).map { number in
      try LoopbackServer { Self.feed("News \(number)\($0.path)") }
    }
    var urls = (0..<2).map { stalled.url("/\($0)") }
    urls += quick.flatMap { server in (0..<10).map { server.url("/\($0)") } }
    try await store.subscribe(urls.map { Subscription(url: $0) }, now: Date())
    var settings = FetchSettings()
    settings.connections = 4
    let summary = try await refresher(settings).refresh(.due) { progress in
      if progress.done == 40 { for _ in 0..<2 { others.signal() } }
    }
    #expect(summary.failed == [] && summary.feeds == 42 && summary.new == 42)
  }

  @Test func `an interrupted refresh ends at once and keeps what came`() async throws {
    let never = DispatchSemaphore(value: 0)
    let server = try LoopbackServer { request in
      if request.path == "/error" { return .init(status: 500) }
      guard request.path == "/feed" else {
        never.wait()
        return .init(status: 404)
      }
      return Self.feed("Tram line reopens")
    }
    defer { for _ in 0..<4 { never.signal() } }
    try await subscribe(server.url("/feed"), server.url("/error"), server.url("/stalled"))
    let refresher = refresher()
    let (steps, step) = AsyncStream.makeStream(of: Int.self)
    let task = Task {
      try await refresher.refresh(.due) { progress in
        if progress.done == 2 { step.finish() }
      }
    }
    for await _ in steps {}
    task.cancel()
    let summary = try await task.value
    #expect(summary.isInterrupted && summary.feeds == 2 && summary.new == 1)
    #expect(summary.failed.count == 1)
    #expect(try await titles() == ["Tram line reopens"])
    #expect(try await health(server.url("/error")).failures == 1)
    #expect(try await health(server.url("/stalled")).checked == nil)
  }

  @Test func `no feed is fetched twice at a time`() async throws {
    let server = try LoopbackServer { Self.feed("News \($0.path)") }
    let urls = (0..<20).map { server.url("/\($0)") }
    try await store.subscribe(urls.map { Subscription(url: $0) }, now: Date())
    let refresher = refresher()
    async let one = refresher.refresh(.due)
    async let two = refresher.refresh(.due)
    let feeds = try await one.feeds + two.feeds
    #expect(feeds == 20 && Set(server.paths).count == 20 && server.paths.count == 20)
  }

  @Test func `settings name the source and bound the articles`() async throws {
    let server = try LoopbackServer { _ in Self.feed("One", "Two", "Three") }
    var settings = FetchSettings()
    settings.all.limit = 2
    settings.all.title = "The Post"
    settings.all.userAgent = "Other/2"
    try await subscribe(server.url("/feed"))
    _ = try await refresher(settings).refresh(.due)
    let rows = try await store.headlines(
      matching: ArticleQuery(), at: .start, limit: 10, now: Date()
    ).rows
    #expect(rows.map(\.title) == ["One", "Two"])
    #expect(rows.allSatisfy { $0.source == "The Post" })
    #expect(server.requests.last?.headers["user-agent"] == "Other/2")
  }

  @Test func `a feed is left alone for as long as it asks, unless the user knows better`()
    async throws
  {
    let server = try LoopbackServer { _ in
      let answer = Self.feed("One", "Two", "Three")
      let hints = "<channel><ttl>600</ttl>"
      return .init(body: answer.body.replacing("<channel>", with: hints))
    }
    try await subscribe(server.url("/a"), server.url("/b"))
    var settings = FetchSettings()
    settings.byFeed[server.url("/b")] = FeedSettings()
    settings.byFeed[server.url("/b")]?.interval = 1_800
    let begin = Date()
    _ = try await refresher(settings).refresh(.due)
    let (asked, known) = try await (health(server.url("/a")).due, health(server.url("/b")).due)
    let pauses = try [#require(asked), #require(known)].map { $0.timeIntervalSince(begin) }
    #expect((35_990...40_000).contains(pauses[0]) && (1_790...2_000).contains(pauses[1]))
  }

  @Test func `a file of this machine is read like a feed`() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.feed("Tram line reopens").body, to: "a feed.xml")
    let url = "file://" + path.replacing(" ", with: "%20")
    try await subscribe(url, "file:///dev/zero", "file:///nowhere")
    let summary = try await refresher().refresh(.due)
    #expect(summary.feeds == 3 && summary.new == 1)
    #expect(Set(summary.failed.map(\.url)) == ["file:///dev/zero", "file:///nowhere"])
  }
}
