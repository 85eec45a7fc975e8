import Ingest
import Testing

@testable import Fetching

@Suite struct PictureFetcherTests {
  /// The first bytes of a GIF file, which are text.
  private static let gif = "GIF89a\u{20}\u{0}\u{20}\u{0}\u{0}\u{0}\u{0}"

  private func outcome(_ answer: LoopbackServer.Answer) async throws -> Result<Int, PictureError> {
    let server = try LoopbackServer { _ in answer }
    let fetcher = PictureFetcher(client: HTTPClient(), userAgent: "Test/1")
    do throws(PictureError) {
      let count = try await fetcher.fetch(server.url("/a")).count
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
    let fetcher = PictureFetcher(client: HTTPClient(), userAgent: "Test/1")
    await #expect(throws: PictureError.http(.unsupportedScheme("file"))) {
      try await fetcher.fetch("file:///etc/passwd")
    }
  }
}
