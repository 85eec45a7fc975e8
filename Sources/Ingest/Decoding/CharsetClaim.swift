/// Finds where a document or its server names the encoding.
enum CharsetClaim {
  /// Bytes at the start in which a declaration is looked for.
  private static let reach = 2048

  /// The charset of a media type: "text/xml; charset=koi8-r" gives "koi8-r".
  static func inContentType(_ contentType: String?) -> String? {
    guard let contentType else { return nil }
    return value(after: "charset=", in: Array(contentType.lowercased().utf8)[...])
  }

  /// What the XML declaration names, then what the first `<meta>` names.
  static func inDocument(_ bytes: [UInt8]) -> [String?] {
    let start = bytes.prefix(reach).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }[...]
    var claims: [String?] = []
    if let declaration = start.firstRange(ofLowercased: "<?xml"),
      let end = start[declaration.upperBound...].firstRange(ofLowercased: "?>")
    {
      claims.append(value(after: "encoding", in: start[declaration.upperBound..<end.lowerBound]))
    }
    var rest = start
    while let meta = rest.firstRange(ofLowercased: "<meta") {
      rest = rest[meta.upperBound...]
      let end = rest.firstIndex(of: UInt8(ascii: ">")) ?? rest.endIndex
      if let charset = value(after: "charset", in: rest[..<end]) {
        claims.append(charset)
        break
      }
    }
    return claims
  }

  /// The word behind `key`, an equals sign and perhaps a quotation mark.
  private static func value(after key: StaticString, in bytes: ArraySlice<UInt8>) -> String? {
    guard let found = bytes.firstRange(ofLowercased: key) else { return nil }
    let value = bytes[found.upperBound...]
      .drop { $0 <= 0x20 || $0 == UInt8(ascii: "=") || $0 == 0x22 || $0 == 0x27 }
      .prefix { $0 > 0x20 && $0 != 0x22 && $0 != 0x27 && $0 != UInt8(ascii: ";") && $0 != 0x2F }
    return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
  }
}
