import Ingest

/// An address of the web, in the parts that fetching needs.
struct HTTPAddress: Sendable, Hashable {
  /// "http" or "https".
  var scheme: String
  /// In lower case, without brackets taken off.
  var host: String
  var port: Int
  /// Path and query, beginning with a slash, percent-encoded.
  var target: String
  var credentials: HTTPRequest.Credentials?

  /// Reads an absolute address.
  /// - Throws: `HTTPError.unsupportedScheme` and `.badAddress`.
  init(_ address: String) throws(HTTPError) {
    guard address.utf8.count <= 8_192, let colon = address.firstIndex(of: ":") else {
      throw .badAddress
    }
    scheme = address[..<colon].lowercased()
    guard scheme == "http" || scheme == "https" else {
      throw .unsupportedScheme(Self.shown(scheme))
    }
    var rest = address[address.index(after: colon)...]
    guard rest.hasPrefix("//") else { throw .badAddress }
    rest = rest.dropFirst(2).prefix { $0 != "#" }
    let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
    var authority = rest[..<end]
    if let at = authority.lastIndex(of: "@") {
      credentials = Self.credentials(authority[..<at])
      authority = authority[authority.index(after: at)...]
    }
    (host, port) = try Self.split(authority, scheme: scheme)
    let tail = Self.encoded(rest[end...])
    target = tail.hasPrefix("/") ? tail : "/" + tail
  }

  /// Without user and password.
  var text: String {
    let standard = scheme == "https" ? 443 : 80
    return "\(scheme)://\(host)\(port == standard ? "" : ":\(port)")\(target)"
  }

  /// Whether user and password given to the one may be given to the other.
  func isSameOrigin(as other: HTTPAddress) -> Bool {
    scheme == other.scheme && host == other.host && port == other.port
  }

  /// Where a `Location` leads.
  func redirected(to location: String) throws(HTTPError) -> HTTPAddress {
    guard !location.isEmpty else { throw .failed("redirected to nowhere") }
    if let colon = location.firstIndex(of: ":") {
      let scheme = location[..<colon]
      let isScheme =
        scheme.first?.isLetter == true
        && scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
      if isScheme, !["http", "https"].contains(scheme.lowercased()) {
        throw .redirectRefused(to: Self.shown(scheme.lowercased()))
      }
    }
    guard let absolute = WebAddress.resolve(location, base: text) else { throw .badAddress }
    let next = try HTTPAddress(absolute)
    guard scheme == "http" || next.scheme == "https" else { throw .downgrade }
    return next
  }

  private static func shown(_ scheme: String) -> String {
    String(scheme.prefix(16).filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
  }

  private static func credentials(_ text: Substring) -> HTTPRequest.Credentials? {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      .map { decoded(String($0)) }
    guard let user = parts.first, !user.isEmpty else { return nil }
    return HTTPRequest.Credentials(user: user, password: parts.count > 1 ? parts[1] : "")
  }

  private static func split(_ authority: Substring, scheme: String) throws(HTTPError) -> (
    host: String, port: Int
  ) {
    var host = authority
    var port = scheme == "https" ? 443 : 80
    let isLiteral = authority.hasPrefix("[")
    let search =
      isLiteral ? authority.firstIndex(of: "]") ?? authority.endIndex : authority.startIndex
    guard !isLiteral || search != authority.endIndex else { throw .badAddress }
    if let colon = authority[search...].lastIndex(of: ":") {
      host = authority[..<colon]
      let digits = authority[authority.index(after: colon)...]
      if !digits.isEmpty {
        guard let number = Int(digits), (1...65_535).contains(number) else { throw .badAddress }
        port = number
      }
    }
    let isPlain = host.unicodeScalars.allSatisfy {
      $0.value > 0x20 && $0.value != 0x7F && !"/\\?#@%\"<>^`{|}".unicodeScalars.contains($0)
    }
    guard !host.isEmpty, host.utf8.count <= 255, isPlain else { throw .badAddress }
    return (host.lowercased(), port)
  }

  /// Bytes that may not stand in a request line, percent-encoded.
  private static func encoded(_ text: Substring) -> String {
    guard text.utf8.contains(where: { $0 <= 0x20 || $0 >= 0x7F || "\"<>\\^`{|}".utf8.contains($0) })
    else { return String(text) }
    var encoded: [UInt8] = []
    for byte in text.utf8 {
      guard byte <= 0x20 || byte >= 0x7F || "\"<>\\^`{|}".utf8.contains(byte) else {
        encoded.append(byte)
        continue
      }
      let digits = Array("0123456789ABCDEF".utf8)
      encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  /// Percent-encoded bytes as what they stand for, without control characters.
  static func decoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        rest = rest.dropFirst(2)
        bytes.append(value)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes.filter { $0 >= 0x20 && $0 != 0x7F }, as: UTF8.self)
  }
}
