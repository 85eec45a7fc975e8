public import Ingest

/// Fetches pictures, within the limits of what is decoded.
public struct PictureFetcher: Sendable {
  private let client: HTTPClient
  private let userAgent: String

  /// Bytes of the largest file.
  public static let limit = 10 << 20
  /// Seconds until it must be here.
  var patience = 20
  /// What can be decoded; servers that have newer formats, too, choose by it.
  private static let formats = "image/webp, image/png, image/jpeg, image/gif"

  /// A fetcher that introduces itself as `userAgent`.
  public init(client: HTTPClient, userAgent: String) {
    self.client = client
    self.userAgent = userAgent
  }

  /// The bytes of a picture, whose first ones say that it is one and not too large.
  ///
  /// A page of the web may not have the program ask this machine or devices in the house: addresses
  /// of private networks, redirects to them, and names that lead there are asked only for feeds that
  /// come from such a network themselves.
  /// - feed: Address of the feed that the picture came in; `nil` when it came in none.
  /// - Throws: `PictureError`.
  public func fetch(
    _ address: String, fromFeed feed: String?
  ) async throws(PictureError) -> [UInt8] {
    try await fetch(address, refusing: NetworkAddress.refused(toFeed: feed))
  }

  /// The same, without asking the addresses that are refused.
  func fetch(
    _ address: String, refusing: (@Sendable (NetworkAddress) -> Bool)?
  ) async throws(PictureError) -> [UInt8] {
    var request = HTTPRequest(url: address, userAgent: userAgent, accept: Self.formats)
    request.bodyLimit = Self.limit
    request.timeOut = patience
    request.refusing = refusing
    let response: HTTPResponse
    do throws(HTTPError) {
      response = try await client.response(to: request)
    } catch {
      throw error == .cancelled ? .cancelled : .http(error)
    }
    guard response.status == 200 else { throw .status(response.status) }
    do throws(PictureProblem) {
      _ = try PictureHeader(response.body)
    } catch {
      throw .refused(error)
    }
    return response.body
  }
}

/// Why a picture did not come.
public enum PictureError: Error, Sendable, Hashable {
  /// No answer.
  case http(HTTPError)
  /// The server's status, when it is not 200.
  case status(Int)
  /// What came is not decoded.
  case refused(PictureProblem)
  case cancelled

  /// The reason in words: one line, without the address.
  public var words: String {
    switch self {
    case .http(let error): error.words
    case .status(404), .status(410): "it is not on its server any more"
    case .status(let status): "its server answered \(status)"
    case .refused(let problem): problem.words
    case .cancelled: "interrupted"
    }
  }
}
