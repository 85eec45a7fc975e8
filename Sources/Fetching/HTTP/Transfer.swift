import CCurl
import Glibc

/// One exchange with a server, while libcurl fills it.
///
/// A class, because libcurl keeps its address. It is made, used and dropped on the client's thread.
final class Transfer {
  let job: HTTPJob
  let easy: UnsafeMutableRawPointer
  private var lines: UnsafeMutablePointer<curl_slist>?
  private var headers: [String: String] = [:]
  private var lastHeader: String?
  private var headerBytes = 0
  private var decoder: BodyDecoder?
  private var unwantedBytes = 0
  /// Why the exchange was ended from this side.
  private var failure: HTTPError?
  /// Whether it was ended because nothing more is wanted.
  private var isEnough = false

  /// Bytes of a body that nobody reads, for which the connection is not given up.
  private static let unwantedLimit = 64 << 10

  /// `nil` when libcurl has no memory left.
  init?(_ job: HTTPJob) {
    guard let easy = ccurl_easy() else { return nil }
    self.job = job
    self.easy = easy
    setOptions()
  }

  deinit {
    ccurl_easy_free(easy)
    if let lines { ccurl_free(lines) }
  }

  private func setOptions() {
    let (request, address) = (job.request, job.address)
    ccurl_set_text(easy, CURLOPT_URL, address.text)
    // Redirects are followed by the client, which knows what is allowed.
    ccurl_set_long(easy, CURLOPT_FOLLOWLOCATION, 0)
    ccurl_set_long(easy, CURLOPT_PROTOCOLS, ccurl_protocols)
    ccurl_set_long(easy, CURLOPT_NOSIGNAL, 1)
    ccurl_set_long(easy, CURLOPT_NETRC, 0)
    ccurl_set_long(easy, CURLOPT_HTTP_VERSION, ccurl_http2)
    ccurl_set_long(easy, CURLOPT_CONNECTTIMEOUT_MS, min(request.connectTimeOut * 1000, job.rest))
    ccurl_set_long(easy, CURLOPT_TIMEOUT_MS, job.rest)
    ccurl_set_text(easy, CURLOPT_USERAGENT, Self.plain(request.userAgent))
    if let credentials = job.credentials {
      ccurl_set_text(easy, CURLOPT_USERNAME, credentials.user)
      ccurl_set_text(easy, CURLOPT_PASSWORD, credentials.password)
      ccurl_set_long(easy, CURLOPT_HTTPAUTH, ccurl_authentication)
    }
    append("Accept: \(Self.plain(request.accept))")
    append("Accept-Encoding: gzip, deflate\(cbrotli_is_there() != 0 ? ", br" : "")")
    if let etag = request.etag, Self.isPlain(etag) { append("If-None-Match: \(etag)") }
    if let date = request.lastModified, Self.isPlain(date) { append("If-Modified-Since: \(date)") }
    ccurl_set_pointer(easy, CURLOPT_HTTPHEADER, lines)
    ccurl_set_takers(
      easy,
      { bytes, size, count, context in
        Transfer.given(bytes, size, count, context) { (transfer, bytes) throws(HTTPError) in
          try transfer.takeHeader(bytes)
        }
      },
      { bytes, size, count, context in
        Transfer.given(bytes, size, count, context) { (transfer, bytes) throws(HTTPError) in
          try transfer.takeBody(bytes)
        }
      }, Unmanaged.passUnretained(self).toOpaque())
    if request.refusing != nil { guardConnections() }
  }

  /// Has every connection asked for before it is opened, so that a name cannot lead to an address
  /// that is refused; kept connections are not used.
  ///
  /// A proxy resolves names itself; then the client's look at the host has to do.
  private func guardConnections() {
    let proxies = ["http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]
    guard !proxies.contains(where: { getenv($0).map { $0.pointee != 0 } ?? false }) else { return }
    ccurl_set_long(easy, CURLOPT_FRESH_CONNECT, 1)
    ccurl_set_opener(
      easy,
      { context, _, address in
        guard let context, let address else { return -1 }
        return Transfer.of(context).opened(address.pointee)
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// A socket for an address; -1 when it is refused.
  private func opened(_ address: curl_sockaddr) -> Int32 {
    let network = withUnsafePointer(to: address.addr) { NetworkAddress($0) }
    guard let network, job.request.refusing?(network) != true else {
      failure = .privateAddress(job.address.host)
      return -1
    }
    return socket(
      address.family, address.socktype | Int32(SOCK_CLOEXEC.rawValue), address.protocol)
  }

  private func append(_ line: String) { lines = ccurl_append(lines, line) }

  /// Whether a value that a server gave may be sent back to it.
  private static func isPlain(_ value: String) -> Bool {
    !value.isEmpty && value.utf8.count <= 1_024
      && value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }

  private static func plain(_ value: String) -> String {
    String(decoding: value.utf8.filter { $0 >= 0x20 && $0 != 0x7F }.prefix(1_024), as: UTF8.self)
  }

  /// The transfer that libcurl means by a context.
  static func of(_ context: UnsafeMutableRawPointer) -> Transfer {
    Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
  }

  /// Hands bytes of libcurl's on; what it answers ends the exchange when it is not their number.
  private static func given(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
    _ context: UnsafeMutableRawPointer?,
    take: (Transfer, UnsafeBufferPointer<UInt8>) throws(HTTPError) -> Bool
  ) -> Int {
    let length = size * count
    guard let bytes, let context, length > 0 else { return length }
    let transfer = of(context)
    return bytes.withMemoryRebound(to: UInt8.self, capacity: length) { bytes in
      do throws(HTTPError) {
        if try take(transfer, UnsafeBufferPointer(start: bytes, count: length)) { return length }
        transfer.isEnough = true
      } catch {
        transfer.failure = error
      }
      return 0
    }
  }

  private var status: Int { ccurl_get_long(easy, CURLINFO_RESPONSE_CODE) }

  // MARK: Headers

  private func takeHeader(_ bytes: UnsafeBufferPointer<UInt8>) throws(HTTPError) -> Bool {
    headerBytes += bytes.count
    guard headerBytes <= job.request.headerLimit else {
      throw .headersTooLarge(limit: job.request.headerLimit)
    }
    if bytes.starts(with: "HTTP/".utf8) {
      headers = [:]
      lastHeader = nil
      return true
    }
    let line = Self.text(bytes[...])
    if bytes.first == 0x20 || bytes.first == 0x09 {
      if let lastHeader { headers[lastHeader]? += " " + line }
      return true
    }
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return true }
    let name = Self.text(bytes[..<colon]).lowercased()
    let value = Self.text(bytes[(colon + 1)...])
    lastHeader = nil
    // Cookies are not kept.
    guard name != "set-cookie" else { return true }
    if name == "content-encoding", let known = headers[name] {
      headers[name] = known + ", " + value
    } else if headers[name] == nil {
      headers[name] = value
      lastHeader = name
    }
    return true
  }

  /// Without control characters and outer spaces.
  private static func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    for byte in bytes where byte >= 0x20 && byte != 0x7F && (byte != 0x20 || !plain.isEmpty) {
      plain.append(byte)
    }
    while plain.last == 0x20 { plain.removeLast() }
    let text = String(decoding: plain, as: UTF8.self)
    guard plain.contains(0xC2) else { return text }
    // Controls of the second set stand behind this byte.
    return String(
      String.UnicodeScalarView(text.unicodeScalars.filter { !(0x80...0x9F ~= $0.value) }))
  }

  // MARK: Body

  private func takeBody(_ bytes: UnsafeBufferPointer<UInt8>) throws(HTTPError) -> Bool {
    guard (200...299).contains(status) else {
      unwantedBytes += bytes.count
      return unwantedBytes <= Self.unwantedLimit
    }
    if decoder == nil {
      decoder = BodyDecoder(try packing(), limit: job.request.bodyLimit)
    }
    try decoder?.take(bytes)
    return true
  }

  private func packing() throws(HTTPError) -> BodyDecoder.Packing {
    switch headers["content-encoding"]?.lowercased() {
    case nil, "", "identity", "none", "utf-8": return .none
    case "gzip", "x-gzip": return .gzip
    case "deflate": return .deflate
    case "br": return .brotli
    default: throw .badEncoding
    }
  }

  // MARK: The end

  /// What came of the exchange.
  func outcome(_ code: CURLcode) -> Result<HTTPAnswer, HTTPError> {
    if let failure { return .failure(failure) }
    guard code == CURLE_OK || isEnough else { return .failure(meaning(of: code)) }
    do throws(HTTPError) {
      try decoder?.finish()
    } catch {
      return .failure(error)
    }
    return .success(HTTPAnswer(status: status, headers: headers, body: decoder?.body ?? []))
  }

  private func meaning(of code: CURLcode) -> HTTPError {
    let words = String(String(cString: ccurl_words(code)).prefix(120))
    switch code {
    case CURLE_URL_MALFORMAT: return .badAddress
    case CURLE_COULDNT_RESOLVE_HOST: return .unknownHost(job.address.host)
    case CURLE_COULDNT_CONNECT: return .noConnection("connection refused")
    case CURLE_COULDNT_RESOLVE_PROXY: return .noConnection("unknown proxy")
    case CURLE_GOT_NOTHING: return .noConnection("it closed without an answer")
    case CURLE_SEND_ERROR: return .noConnection("connection lost")
    case CURLE_RECV_ERROR:
      return headerBytes > 0 ? .truncated : .noConnection("connection lost")
    case CURLE_OPERATION_TIMEDOUT: return .timeOut(seconds: job.request.timeOut)
    case CURLE_PARTIAL_FILE: return .truncated
    case CURLE_FILESIZE_EXCEEDED: return .tooLarge(limit: job.request.bodyLimit)
    case CURLE_OUT_OF_MEMORY where headerBytes > 0:
      return .headersTooLarge(limit: job.request.headerLimit)
    case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY: return .notHTTP
    case CURLE_BAD_CONTENT_ENCODING: return .badEncoding
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM,
      CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR,
      CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_SHUTDOWN_FAILED:
      return .notTrusted(words)
    default: return .failed(words)
    }
  }
}

/// One exchange that is asked for.
struct HTTPJob: Sendable {
  var id: UInt64
  var request: HTTPRequest
  var address: HTTPAddress
  var credentials: HTTPRequest.Credentials?
  /// Milliseconds until it must be over.
  var rest: Int
  var done: @Sendable (Result<HTTPAnswer, HTTPError>) -> Void
}

/// What one exchange brought.
struct HTTPAnswer: Sendable {
  var status: Int
  var headers: [String: String]
  var body: [UInt8]
}
