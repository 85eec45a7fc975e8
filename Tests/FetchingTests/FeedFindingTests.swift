import Articles
import FoundationEssentials
import Ingest
import Storage
import Testing

@testable import Fetching

@Suite struct FeedFindingTests {
  private static let feed = LoopbackServer.Answer(
    body: "<rss version='2.0'><channel><title>Post</title><item><title>One</title></item>"
      + "</channel></rss>")

  private func refresher() throws -> Refresher {
    Refresher(
      store: try ArticleStore.inMemory(), client: HTTPClient(), settings: FetchSettings(),
      userAgent: "Test/1")
  }

  private static func page(_ links: String...) -> LoopbackServer.Answer {
    let links = links.map {
      "<link rel='alternate' type='application/rss+xml' title='Feed \($0)' href='\($0)'>"
    }
    return .init(
      headers: ["Content-Type": "text/html"],
      body: "<!DOCTYPE html><html><head>\(links.joined())</head><body><p>Hello</body></html>")
  }

  @Test func `a feed's own address is taken, and its articles come with it`() async throws {
    let server = try LoopbackServer { _ in Self.feed }
    guard case .feed(let subscription, let feed) = try await refresher().find(server.url("/feed"))
    else {
      Issue.record("several")
      return
    }
    #expect(subscription.url == server.url("/feed"))
    #expect(feed.health.title == "Post" && feed.drafts.map(\.title) == ["One"])
    #expect(feed.drafts.first?.feed == subscription.url)
  }

  @Test func `a page leads to the one feed that it names`() async throws {
    let server = try LoopbackServer { $0.path == "/" ? Self.page("/news.xml") : Self.feed }
    guard case .feed(let subscription, _) = try await refresher().find(server.url("/")) else {
      Issue.record("several")
      return
    }
    #expect(subscription.url == server.url("/news.xml"))
  }

  @Test func `several feeds of a page are given to choose from`() async throws {
    let server = try LoopbackServer { _ in Self.page("/a.xml", "/b.xml") }
    guard case .several(let found) = try await refresher().find(server.url("/")) else {
      Issue.record("one")
      return
    }
    #expect(found.map(\.url) == [server.url("/a.xml"), server.url("/b.xml")])
    #expect(found.map(\.title) == ["Feed /a.xml", "Feed /b.xml"])
    #expect(server.paths == ["/"])
  }

  @Test func `a bare host is tried with and without encryption, then at usual addresses`()
    async throws
  {
    let server = try LoopbackServer { request in
      switch request.path {
      case "/": Self.page()
      case "/feed": Self.feed
      default: .init(status: 404)
      }
    }
    guard case .feed(let subscription, _) = try await refresher().find("127.0.0.1:\(server.port)")
    else {
      Issue.record("several")
      return
    }
    #expect(subscription.url == server.url("/feed"))
  }

  @Test func `where there is nothing, little is asked`() async throws {
    let server = try LoopbackServer { $0.path == "/" ? Self.page() : .init(status: 404) }
    let refresher = try refresher()
    await #expect(throws: FeedFindingError.noFeed) { try await refresher.find(server.url("/")) }
    #expect(server.paths.count <= 9)
    await #expect(throws: FeedFindingError.unreadable("there is no such page (404)")) {
      try await refresher.find(server.url("/nowhere"))
    }
  }

  @Test func `a damaged feed is named as one, and nothing else is asked`() async throws {
    let server = try LoopbackServer { _ in
      .init(body: #"{"version":"https://jsonfeed.org/version/1.1","title":NaN}"#)
    }
    let refresher = try refresher()
    await #expect(throws: FeedFindingError.unreadable("the feed is damaged")) {
      try await refresher.find(server.url("/"))
    }
    #expect(server.paths.count == 1)
  }

  @Test(arguments: ["ftp://a.example/feed", "javascript:alert(1)", "mailto:a@b.example", "", " "])
  func `what is no address of the web is refused`(address: String) async throws {
    let refresher = try refresher()
    await #expect(throws: FeedFindingError.self) { try await refresher.find(address) }
  }

  @Test func `a page that names itself as its feed ends`() async throws {
    let server = try LoopbackServer { _ in Self.page("/") }
    let refresher = try refresher()
    await #expect(throws: FeedFindingError.noFeed) { try await refresher.find(server.url("/")) }
    #expect(server.paths.count <= 3)
  }
}
