import FoundationEssentials
import Glibc
import Testing

@testable import Fetching

/// The limits of an answer, each at the limit and one past it.
@Suite struct HTTPLimitTests {
  /// Beside hundreds of other tests an answer may have to wait for its turn.
  private func patient(_ url: String) -> HTTPRequest {
    var request = HTTPRequest(url: url, userAgent: "Test/1")
    request.timeOut = 300
    return request
  }

  private func error(_ request: HTTPRequest) async -> HTTPError? {
    do throws(HTTPError) {
      _ = try await HTTPClient().response(to: request)
      return nil
    } catch {
      return error
    }
  }

  /// A server on which `/3` leads by three redirects to an answer.
  private static func stairs() throws -> LoopbackServer {
    try LoopbackServer { request in
      let step = Int(request.path.dropFirst()) ?? 0
      return step > 0
        ? .init(status: 302, headers: ["Location": "/\(step - 1)"]) : .init(body: "here")
    }
  }

  @Test func `five redirects are followed, the sixth is not`() async throws {
    let server = try Self.stairs()
    #expect(await error(patient(server.url("/5"))) == nil)
    #expect(server.paths == ["/5", "/4", "/3", "/2", "/1", "/0"])
    #expect(
      await error(patient(server.url("/6")))
        == .tooManyRedirects(limit: 5))
  }

  @Test func `a body of 16 MiB is taken, a byte more is not`() async throws {
    let server = try LoopbackServer { request in
      .init(body: String(repeating: "a", count: Int(request.path.dropFirst()) ?? 0))
    }
    let limit = 16 << 20
    #expect(await error(patient(server.url("/\(limit)"))) == nil)
    #expect(
      await error(patient(server.url("/\(limit + 1)")))
        == .tooLarge(limit: limit))
  }

  @Test func `headers without end are given up`() async throws {
    let server = try LoopbackServer { _ in
      .init(headers: ["X-Long": String(repeating: "a", count: 300 << 10)])
    }
    #expect(await error(HTTPRequest(url: server.url("/"), userAgent: "Test/1")) != nil)
  }

  @Test func `a server that stays silent is given up when the time is over`() async throws {
    let server = try LoopbackServer { _ in
      sleep(3)
      return .init(body: "late")
    }
    var request = HTTPRequest(url: server.url("/"), userAgent: "Test/1")
    request.timeOut = 1
    #expect(await error(request) == .timeOut(seconds: 1))
  }

  @Test func `a password goes to no other server`() async throws {
    let other = try LoopbackServer { _ in .init(body: "here") }
    let target = other.url("/")
    let server = try LoopbackServer { _ in .init(status: 302, headers: ["Location": target]) }
    let request = HTTPRequest(
      url: server.url("/"), userAgent: "Test/1", credentials: .init(user: "ana", password: "secret")
    )
    #expect(await error(request) == nil)
    let asked = try #require(other.requests.first)
    #expect(asked.headers["authorization"] == nil && asked.headers["cookie"] == nil)
  }
}
