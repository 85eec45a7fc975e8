/// What is asked of a server: one GET, with the limits of its answer.
public struct HTTPRequest: Sendable {
  /// The address; a user and a password in it are used and not shown.
  public var url: String
  /// The mark of the version that is known (`If-None-Match`).
  public var etag: String?
  /// The date of the version that is known, as the server wrote it (`If-Modified-Since`).
  public var lastModified: String?
  /// How the program introduces itself.
  public var userAgent: String
  /// The media types that are wanted.
  public var accept: String
  /// Name and password for the host of `url` alone, by Basic or Digest.
  public var credentials: Credentials?
  /// Bytes that the body may have, unpacked.
  public var bodyLimit = 16 << 20
  /// Bytes that the headers of one answer may have.
  public var headerLimit = 256 << 10
  /// Redirects that are followed.
  public var redirectLimit = 5
  /// Seconds until the connection must stand.
  public var connectTimeOut = 10
  /// Seconds until everything must be here, redirects included.
  public var timeOut = 30
  /// Network addresses that are not asked, whatever name or redirect leads there; none when `nil`.
  var refusing: (@Sendable (NetworkAddress) -> Bool)?

  /// What a server may want to know of the user.
  public struct Credentials: Sendable, Hashable {
    /// The user's name there.
    public var user: String
    /// The password there.
    public var password: String

    /// Takes both as they are.
    public init(user: String, password: String) {
      self.user = user
      self.password = password
    }
  }

  /// Media types of feeds, and of the pages that name them.
  public static let feeds =
    "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, "
    + "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.7, */*;q=0.5"

  /// Media types of pages.
  public static let pages = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1"

  /// A request with the usual limits.
  public init(
    url: String, userAgent: String, accept: String = feeds, etag: String? = nil,
    lastModified: String? = nil, credentials: Credentials? = nil
  ) {
    self.url = url
    self.userAgent = userAgent
    self.accept = accept
    self.etag = etag
    self.lastModified = lastModified
    self.credentials = credentials
  }
}

/// A server's answer.
public struct HTTPResponse: Sendable {
  /// 100...599.
  public var status: Int
  /// The header lines of the last answer, names in lower case, without control characters.
  public var headers: [String: String]
  /// The body, unpacked and whole; empty unless the status is 2xx.
  public var body: [UInt8]
  /// Where the answer came from, after all redirects.
  public var url: String
  /// Where the server says that this is for good: the last address that only permanent redirects
  /// led to; `nil` when the first answer was no permanent redirect.
  public var permanentURL: String?
}
