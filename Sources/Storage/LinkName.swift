/// What two addresses of one page have in common.
enum LinkName {
  /// An address without what does not change the page: scheme, `www.` or `m.`, fragment, tracking
  /// parameters, a slash at the end.
  ///
  /// `nil` when nothing is left.
  static func of(_ link: String) -> String? {
    var link = link
    return link.withUTF8 { bytes in
      var name: [UInt8] = []
      name.reserveCapacity(bytes.count)
      guard write(bytes[...], to: &name) else { return nil }
      return String(decoding: name, as: UTF8.self)
    }
  }

  private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  private static func write(_ link: Bytes, to name: inout [UInt8]) -> Bool {
    var rest = link.prefix { $0 != UInt8(ascii: "#") }
    rest = rest.drop { $0 <= 0x20 }
    while let last = rest.last, last <= 0x20 { rest.removeLast() }
    rest = withoutScheme(rest)
    let query = rest.firstIndex(of: UInt8(ascii: "?"))
    let page = rest[..<(query ?? rest.endIndex)]
    guard !page.isEmpty else { return false }
    let slash = page.firstIndex(of: UInt8(ascii: "/")) ?? page.endIndex
    writeHost(page[..<slash], to: &name)
    var path = page[slash...]
    while path.last == UInt8(ascii: "/") { path.removeLast() }
    name += path
    if let query { writeParameters(rest[rest.index(after: query)...], to: &name) }
    return true
  }

  private static func withoutScheme(_ link: Bytes) -> Bytes {
    let slash = UInt8(ascii: "/")
    if link.starts(with: [slash, slash]) { return link.dropFirst(2) }
    guard let colon = link.firstIndex(of: UInt8(ascii: ":")), colon != link.startIndex,
      link[colon...].dropFirst().starts(with: [slash, slash])
    else { return link }
    return link[colon...].dropFirst(3)
  }

  private static func writeHost(_ host: Bytes, to name: inout [UInt8]) {
    let start = name.count
    for byte in host { name.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
    for prefix in prefixes where name[start...].starts(with: prefix) {
      name.removeSubrange(start..<(start + prefix.count))
      break
    }
    for port in ports where name.count - start >= port.count && name.suffix(port.count) == port[...]
    {
      name.removeLast(port.count)
    }
  }

  private static let prefixes = ["www.", "m.", "amp."].map { Array($0.utf8) }
  private static let ports = [":80", ":443"].map { Array($0.utf8) }

  private static func writeParameters(_ query: Bytes, to name: inout [UInt8]) {
    var separator = UInt8(ascii: "?")
    for parameter in query.split(whereSeparator: {
      $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: ";")
    }) where !isTracking(parameter) {
      name.append(separator)
      name += parameter
      separator = UInt8(ascii: "&")
    }
  }

  private static func isTracking(_ parameter: Bytes) -> Bool {
    let key = parameter.prefix { $0 != UInt8(ascii: "=") }
    guard key.count <= 16 || key.first.map({ $0 | 0x20 }) == UInt8(ascii: "u") else { return false }
    let name = String(decoding: key, as: UTF8.self).lowercased()
    return name.hasPrefix("utm_") || name.hasPrefix("at_") || tracking.contains(name)
  }

  private static let tracking: Set<String> = [
    "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "cmpid", "cmp",
    "ocid", "ncid", "ns_mchannel", "ns_campaign", "ns_source", "smid", "wt.mc_id", "xtor",
    "ref_src", "guccounter", "partner", "rss", "spm", "_ga", "_gl", "sref", "outputtype",
  ]
}
