/// The five parts of an address after RFC 3986.
struct AddressParts {
  var scheme: Substring?
  var authority: Substring?
  var path: String
  var query: Substring?
  var fragment: Substring?

  init(_ address: String) {
    var rest = address[...]
    if let hash = rest.utf8.firstIndex(of: UInt8(ascii: "#")) {
      fragment = rest[rest.utf8.index(after: hash)...]
      rest = rest[..<hash]
    }
    if let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")) {
      query = rest[rest.utf8.index(after: mark)...]
      rest = rest[..<mark]
    }
    if let colon = rest.utf8.firstIndex(of: UInt8(ascii: ":")),
      Self.isScheme(rest[..<colon])
    {
      scheme = rest[..<colon]
      rest = rest[rest.utf8.index(after: colon)...]
    }
    if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
      let end = rest.utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      authority = rest[..<end]
      rest = rest[end...]
    }
    path = String(rest)
  }

  /// A letter, then letters, digits, `+`, `-`, `.`.
  private static func isScheme(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, first | 0x20 &- 97 < 26 else { return false }
    return text.utf8.allSatisfy {
      $0 | 0x20 &- 97 < 26 || $0 &- 48 < 10 || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E
    }
  }

  /// Query and fragment with their marks.
  var tail: String {
    (query.map { "?" + $0 } ?? "") + (fragment.map { "#" + $0 } ?? "")
  }

  /// The parts put together again.
  var text: String {
    (scheme.map { $0 + ":" } ?? "") + (authority.map { "//" + $0 } ?? "") + path + tail
  }

  /// Whether a web address can have this host: "http://" and "http://two words/" lead nowhere.
  ///
  /// Other addresses need none.
  var hasPossibleHost: Bool {
    guard let scheme, scheme.lowercased().hasPrefix("http") else { return true }
    guard let authority, !authority.isEmpty else { return false }
    let host = authority.utf8.split(separator: UInt8(ascii: "@")).last ?? []
    if host.first == UInt8(ascii: "[") {
      return host.dropFirst().prefix { $0 != UInt8(ascii: "]") }
        .allSatisfy { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
    }
    return !host.isEmpty && !host.contains { $0 <= 0x20 || "<>\"[]{}|^`".utf8.contains($0) }
      && !Array(host)[...].containsLowercased("%20")
  }

  /// RFC 3986 section 5.2.2.
  func resolved(against base: AddressParts) -> AddressParts {
    var result = self
    result.scheme = base.scheme
    if authority != nil {
      result.removeDotSegments()
      return result
    }
    result.authority = base.authority
    if path.isEmpty {
      result.path = base.path
      if query == nil { result.query = base.query }
    } else if !path.hasPrefix("/") {
      let folder = base.path.lastIndex(of: "/").map { base.path[...$0] } ?? "/"
      result.path = folder + path
    }
    result.removeDotSegments()
    return result
  }

  /// Takes `.` and `..` out of the path; one that climbs above the root stays at the root.
  mutating func removeDotSegments() {
    guard path.utf8.contains(UInt8(ascii: ".")), path.hasPrefix("/") else { return }
    var kept: [Substring] = []
    let segments = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    for (index, segment) in segments.enumerated() {
      let isDot = segment == "." || segment == ".."
      if segment == "..", !kept.isEmpty { kept.removeLast() }
      if !isDot { kept.append(segment) }
      if isDot, index == segments.count - 1 { kept.append("") }
    }
    path = "/" + kept.joined(separator: "/")
  }
}
