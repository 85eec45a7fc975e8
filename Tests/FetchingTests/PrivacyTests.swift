import Articles
import FoundationEssentials
import Storage
import Synchronization
import Testing

@testable import Fetching

@Suite struct PrivacyTests {
  /// Headers that a server may see; whoever adds one says here why.
  ///
  /// The address and the connection, what is understood, the program's name, and what the server
  /// itself said of its feed the last time.
  private static let known: Set<String> = [
    "host", "user-agent", "accept", "accept-encoding", "connection", "if-none-match",
    "if-modified-since",
  ]

  /// A feed that names many other addresses.
  private static func feed(_ own: String, _ other: String) -> String {
    """
    <?xml version="1.0"?><?xml-stylesheet href="\(other)/style.css" type="text/css"?>
    <!DOCTYPE rss SYSTEM "\(other)/feed.dtd" [<!ENTITY out SYSTEM "\(other)/entity">]>
    <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
    <channel><title>Post</title><link>\(other)/home</link>
    <atom:link rel="hub" href="\(other)/hub"/><atom:link rel="next" href="\(other)/next"/>
    <image><url>\(other)/logo.png</url></image>
    <cloud domain="127.0.0.1" port="80" path="/cloud" protocol="http-post"/>
    <item><title>Tram</title><guid>\(own)/1</guid><link>\(other)/article</link>
    <comments>\(other)/comments</comments>
    <enclosure url="\(other)/sound.mp3" type="audio/mpeg" length="9"/>
    <media:thumbnail url="\(other)/thumb.jpg"/>
    <description><![CDATA[<p>Words <img src="\(other)/pixel.gif"></p>
    <iframe src="\(other)/frame"></iframe><script src="\(other)/script.js"></script>
    <link rel="prefetch" href="\(other)/prefetch">]]></description></item></channel></rss>
    """
  }

  @Test func `a refresh asks the feed alone and tells its server nothing of the user`() async throws
  {
    let other = try LoopbackServer { _ in .init(body: "nothing") }
    let outside = other.url("")
    let server = try LoopbackServer { request in
      let own = "http://\(request.headers["host"] ?? "")"
      guard request.headers["if-none-match"] == nil else { return .init(status: 304) }
      return .init(
        headers: ["ETag": "\"1\"", "Set-Cookie": "visitor=7; Max-Age=9999; Path=/"],
        body: Self.feed(own, outside))
    }
    let store = try ArticleStore.inMemory()
    try await store.subscribe([Subscription(url: server.url("/feed"))], now: Date())
    for _ in 1...3 {
      // Each time a client of its own, as a new start of the program has.
      let refresher = Refresher(
        store: store, client: HTTPClient(), settings: FetchSettings(), userAgent: "Test/1")
      #expect(try await refresher.refresh(.all).failed == [])
    }
    #expect(try await store.counts().articles == 1)
    #expect(other.paths == [])
    #expect(server.paths == ["/feed", "/feed", "/feed"])
    for request in server.requests {
      #expect(Set(request.headers.keys).subtracting(Self.known) == [])
      #expect(request.headers["user-agent"] == "Test/1")
      #expect(!request.headers.values.contains { $0.contains("visitor") })
    }
  }

  @Test func `a redirection carries neither cookie nor referrer on`() async throws {
    let server = try LoopbackServer { request in
      guard request.path == "/old" else {
        return .init(body: "<rss version='2.0'><channel><title>Post</title></channel></rss>")
      }
      return .init(status: 302, headers: ["Location": "/new", "Set-Cookie": "visitor=7; Path=/"])
    }
    let store = try ArticleStore.inMemory()
    try await store.subscribe([Subscription(url: server.url("/old"))], now: Date())
    _ = try await Refresher(
      store: store, client: HTTPClient(), settings: FetchSettings(), userAgent: "Test/1"
    ).refresh(.all)
    #expect(server.paths == ["/old", "/new"])
    for request in server.requests {
      #expect(Set(request.headers.keys).subtracting(Self.known) == [])
    }
  }
}
