/// Works with addresses as feeds and pages write them.
enum Address {
  /// Bytes of an address; longer ones are refused.
  ///
  /// Signed addresses of pictures reach 2,000.
  static let length = 8192

  /// Schemes that may be shown and opened.
  ///
  /// Anything that runs code, reads local files or carries its own content (`javascript`, `file`,
  /// `data`, `blob`) is left out.
  static let schemes: Set<String> = [
    "http", "https", "ftp", "ftps", "sftp", "gemini", "gopher", "mailto", "news", "nntp", "irc",
    "ircs", "at", "magnet", "tel", "sms", "sip", "sips", "xmpp", "geo", "webcal", "rtsp", "mms",
    "feed",
    "git", "svn", "ssh", "telnet", "callto", "skype", "aim", "itms", "matrix", "rsync", "urn",
    "prospero", "wais", "imap", "hdl", "snews", "shttp", "rtspu", "svn+ssh", "cvs", "facetime",
  ]

  /// The absolute address that `link` means in a document from `base`.
  ///
  /// Follows RFC 3986 section 5.2; spaces around are dropped, those within are encoded, `\` counts
  /// as `/` in web addresses, as browsers do it. Without a usable base a relative link comes back
  /// as it is. `nil` for an empty link, one over `length` bytes, or one with an unsafe scheme.
  static func resolve(_ link: String, base: String?) -> String? {
    guard let link = cleaned(link), !link.isEmpty else { return nil }
    if isPlainWebAddress(link) { return link }
    var parts = AddressParts(link)
    if let scheme = parts.scheme {
      guard schemes.contains(scheme.lowercased()) else { return nil }
      guard scheme.lowercased().hasPrefix("http") else { return link }
      // "http:/host" and "http:host" are slips of the pen for "http://host".
      if parts.authority ?? "" == "", parts.path.contains(where: { $0 != "/" }) {
        parts = AddressParts("\(scheme)://\(parts.path.drop { $0 == "/" })\(parts.tail)")
      }
      parts.removeDotSegments()
      return parts.text
    }
    guard let base, let cleanBase = cleaned(base) else { return link }
    let origin = AddressParts(cleanBase)
    guard let scheme = origin.scheme, schemes.contains(scheme.lowercased()),
      origin.authority != nil
    else { return link }
    return parts.resolved(against: origin).text
  }

  /// Whether it needs no work: `http(s)://` and only ordinary characters, no dot segments.
  private static func isPlainWebAddress(_ link: String) -> Bool {
    var link = link
    return link.withUTF8 { bytes in
      guard bytes.count > 10, bytes.starts(with: "http".utf8) else { return false }
      let start = bytes[4] == UInt8(ascii: "s") ? 5 : 4
      guard bytes[start] == UInt8(ascii: ":"), bytes[start + 1] == UInt8(ascii: "/"),
        bytes[start + 2] == UInt8(ascii: "/"), bytes[start + 3] != UInt8(ascii: "/")
      else { return false }
      var last: UInt8 = 0
      for byte in bytes[(start + 3)...] {
        if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { break }
        if byte == UInt8(ascii: "."), last == UInt8(ascii: "/") { return false }
        last = byte
      }
      return true
    }
  }

  /// Without control characters and outer spaces, inner ones encoded; `nil` when it is too long.
  private static func cleaned(_ link: String) -> String? {
    var link = link
    return link.withUTF8 { bytes -> String? in
      guard bytes.count <= length else { return nil }
      if bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") && $0 < 0x80 }) {
        return String(decoding: bytes, as: UTF8.self)
      }
      var clean: [UInt8] = []
      clean.reserveCapacity(bytes.count + 8)
      var isBehindPath = false
      for byte in bytes.trimmedOfSpaces {
        switch byte {
        case 0x20: clean += Array("%20".utf8)
        case 0..<0x20, 0x7F: break
        case UInt8(ascii: "\\") where !isBehindPath: clean.append(UInt8(ascii: "/"))
        default:
          if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { isBehindPath = true }
          clean.append(byte)
        }
      }
      return String(decoding: clean, as: UTF8.self)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Without white space and control characters at both ends.
  fileprivate var trimmedOfSpaces: Slice<Self> {
    var slice = self[...]
    while let first = slice.first, first <= 0x20 { slice.removeFirst() }
    while let last = slice.last, last <= 0x20 { slice.removeLast() }
    return slice
  }
}

extension Address {
  /// The host of a web address without "www."; `nil` when it has none.
  static func host(of address: String?) -> String? {
    guard let authority = address.flatMap({ AddressParts($0).authority }) else { return nil }
    let host = authority.split(separator: "@").last ?? authority
    return host.isEmpty ? nil : String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
  }
}
