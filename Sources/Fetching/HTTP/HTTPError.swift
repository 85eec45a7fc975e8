/// Why a server gave no answer that could be used.
public enum HTTPError: Error, Sendable, Hashable {
  /// No address of http or https; the scheme as it was written.
  case unsupportedScheme(String)
  /// Not to be read as an address.
  case badAddress
  /// No such host.
  case unknownHost(String)
  /// Nobody answers at the host, or the connection was lost before an answer.
  case noConnection(String)
  /// Nothing, or not all of it, came within so many seconds.
  case timeOut(seconds: Int)
  /// A longer body than may be read, unpacked.
  case tooLarge(limit: Int)
  /// Longer headers than may be read.
  case headersTooLarge(limit: Int)
  case tooManyRedirects(limit: Int)
  /// A redirect to something that is not fetched: the scheme.
  case redirectRefused(to: String)
  /// A redirect from https to http.
  case downgrade
  /// An address in a private network that may not be asked: the host.
  case privateAddress(String)
  /// The server's certificate is not trusted, or the connection could not be made safe.
  case notTrusted(String)
  /// The body ended before it was whole.
  case truncated
  /// The body is packed in a way that was not asked for, or the packing is damaged.
  case badEncoding
  /// What came is no HTTP.
  case notHTTP
  case cancelled
  /// libcurl is not on this machine.
  case noLibrary
  /// Anything else, in the library's words.
  case failed(String)
}

extension HTTPError {
  /// The reason in words for the list of feeds: one line, without the address.
  public var words: String {
    switch self {
    case .unsupportedScheme(let scheme): "\(scheme): addresses are not fetched; use http or https"
    case .badAddress: "this is no address of the web"
    case .unknownHost(let host): "there is no host \(host)"
    case .noConnection(let reason): "the server cannot be reached (\(reason))"
    case .timeOut(let seconds): "no answer within \(seconds) s"
    case .tooLarge(let limit): "the answer is longer than \(limit >> 20) MiB"
    case .headersTooLarge(let limit): "the answer's headers are longer than \(limit >> 10) KiB"
    case .tooManyRedirects(let limit): "redirected more than \(limit) times"
    case .redirectRefused(let scheme): "redirected to \(scheme):, which is not fetched"
    case .downgrade: "redirected from https to http; subscribe to the http address if you trust it"
    case .privateAddress(let host): "\(host) is an address of a private network and is not asked"
    case .notTrusted(let reason): "the connection is not safe (\(reason))"
    case .truncated: "the answer broke off before its end"
    case .badEncoding: "the answer is packed in a way that cannot be read"
    case .notHTTP: "the answer is no HTTP"
    case .cancelled: "interrupted"
    case .noLibrary: "libcurl is missing; install the package libcurl4"
    case .failed(let reason): reason
    }
  }
}
