import Ingest
import Testing

@testable import Fetching

@Suite struct PictureFetcherTests {
  /// Patient: beside hundreds of other tests an answer may have to wait for its turn.
  private static var fetcher: PictureFetcher {
    var fetcher = PictureFetcher(client: HTTPClient(), userAgent: "Test/1")
    fetcher.patience = 300
    return fetcher
  }

  /// The first bytes of a GIF file, which are text.
  private static let gif = "GIF89a\u{20}\u{0}\u{20}\u{0}\u{0}\u{0}\u{0}"

  private func outcome(_ answer: LoopbackServer.Answer) async throws -> Result<Int, PictureError> {
    let server = try LoopbackServer { _ in answer }
    let fetcher = Self.fetcher
    do throws(PictureError) {
      let count = try await fetcher.fetch(server.url("/a"), fromFeed: server.url("/feed")).count
      let headers = Set(server.requests.flatMap { $0.headers.keys })
      #expect(headers == ["host", "user-agent", "accept", "accept-encoding"])
      return .success(count)
    } catch {
      return .failure(error)
    }
  }

  @Test func `a picture of ten megabytes is taken, a byte more is not`() async throws {
    let limit = PictureFetcher.limit
    let padding = String(repeating: "a", count: limit - Self.gif.utf8.count)
    #expect(try await outcome(.init(body: Self.gif + padding)) == .success(limit))
    #expect(
      try await outcome(.init(body: Self.gif + padding + "a"))
        == .failure(.http(.tooLarge(limit: limit))))
  }

  @Test func `what is no picture is refused, whatever the server calls it`() async throws {
    let type = ["Content-Type": "image/png"]
    for body in ["<svg/>", "<html><img src=x></html>", ""] {
      #expect(
        try await outcome(.init(headers: type, body: body)) == .failure(.refused(.unknownFormat)))
    }
    #expect(
      try await outcome(.init(body: "GIF89a\u{7F}\u{7F}\u{7F}\u{7F}"))
        == .failure(.refused(.tooLarge(width: 0x7F7F, height: 0x7F7F))))
    #expect(try await outcome(.init(status: 404, body: Self.gif)) == .failure(.status(404)))
  }

  @Test func `other schemes are not asked`() async {
    let fetcher = Self.fetcher
    await #expect(throws: PictureError.http(.unsupportedScheme("file"))) {
      try await fetcher.fetch("file:///etc/passwd", fromFeed: nil)
    }
  }

  @Test func `a feed of the web cannot have addresses of private networks asked`() async throws {
    let server = try LoopbackServer { _ in .init(body: Self.gif) }
    let fetcher = Self.fetcher
    let refused = [
      (server.url("/a"), "127.0.0.1"), ("http://localhost:\(server.port)/a", "localhost"),
      ("http://2130706433:\(server.port)/a", "2130706433"), ("http://[::1]:1/a", "[::1]"),
      ("http://169.254.169.254/latest/meta-data/a", "169.254.169.254"),
    ]
    for feed in [nil, "https://gazette.example/feed", "not an address"] as [String?] {
      for (address, host) in refused {
        await #expect(throws: PictureError.http(.privateAddress(host))) {
          try await fetcher.fetch(address, fromFeed: feed)
        }
      }
    }
    #expect(server.requests.isEmpty)
    for feed in ["http://127.0.0.1/feed", "http://nas.local/feed", "http://[fd00::2]/feed"] {
      #expect(try await fetcher.fetch(server.url("/a"), fromFeed: feed).isEmpty == false)
    }
  }

  @Test func `a redirect to an address that is refused is not followed`() async throws {
    let hidden = try LoopbackServer { _ in .init(body: Self.gif) }
    for host in ["127.0.0.2", "127.2", "2130706434"] {
      let address = "http://\(host):\(hidden.port)/a"
      let server = try LoopbackServer { _ in .init(status: 302, headers: ["Location": address]) }
      let fetcher = Self.fetcher
      await #expect(throws: PictureError.http(.privateAddress(host))) {
        try await fetcher.fetch(server.url("/a")) { $0 == NetworkAddress("127.0.0.2") }
      }
      #expect(server.paths == ["/a"])
    }
    #expect(hidden.requests.isEmpty)
  }
}
