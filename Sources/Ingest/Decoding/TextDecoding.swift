/// Turns the bytes of a document into UTF-8, whatever encoding they are in.
enum TextDecoding {
  /// The document as valid UTF-8 without a byte order mark.
  ///
  /// Evidence in this order: a byte order mark, the pattern of UTF-16 and UTF-32, the charset of
  /// the server, the XML declaration, a `<meta>`. What claims to be Latin-1 or ASCII is read as
  /// windows-1252, or as UTF-8 when it is valid UTF-8. A claim that the bytes contradict is passed
  /// over. Bytes that are invalid in UTF-8 are read as windows-1252 one by one. `contentType` is what
  /// the server said: "text/xml; charset=koi8-r".
  static func utf8(_ bytes: [UInt8], contentType: String? = nil) -> [UInt8] {
    if let marked = withByteOrderMark(bytes) { return marked }
    if let wide = ByteOrder.guess(from: bytes) { return wide.utf8(bytes[...]) }
    let isUTF8 = UTF8Repair.isValid(bytes)
    let claims = [CharsetClaim.inContentType(contentType)] + CharsetClaim.inDocument(bytes)
    for case let claim? in claims {
      switch Charset(name: claim) {
      case .utf8 where isUTF8: return bytes
      case .utf8, nil: continue
      case .western:
        if isUTF8 { return bytes }
        return UTF8Repair.isDamaged(bytes, share: 4)
          ? UTF8Repair.repaired(bytes) : Windows1252.utf8(bytes)
      case .wide(let order):
        // A declaration that could be read as ASCII is in no wide encoding.
        if bytes.prefix(64).contains(0) { return order.utf8(bytes[...]) }
      case .other(let name):
        if let text = Conversion.utf8(bytes, from: name) { return text }
      }
    }
    if isUTF8 { return bytes }
    return UTF8Repair.isDamaged(bytes, share: 0.5)
      ? UTF8Repair.repaired(bytes) : Windows1252.utf8(bytes)
  }

  /// The document as text; see `utf8(_:contentType:)`.
  static func string(_ bytes: [UInt8], contentType: String? = nil) -> String {
    String(decoding: utf8(bytes, contentType: contentType), as: UTF8.self)
  }

  /// `bytes` without the control characters that XML forbids: C0 except tab and line ends.
  static func withoutControls(_ bytes: [UInt8]) -> [UInt8] {
    func isForbidden(_ byte: UInt8) -> Bool {
      byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
    }
    let hasSome = bytes.withUnsafeBytes { buffer in
      var index = 0
      while index < buffer.count {
        if index + 8 <= buffer.count {
          // A byte below 0x20 borrows from the top bit that it does not have itself.
          let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          if (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080 == 0 {
            index += 8
            continue
          }
        }
        let end = min(index + 8, buffer.count)
        if buffer[index..<end].contains(where: isForbidden) { return true }
        index = end
      }
      return false
    }
    return hasSome ? bytes.filter { !isForbidden($0) } : bytes
  }

  private static func withByteOrderMark(_ bytes: [UInt8]) -> [UInt8]? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      let text = Array(bytes[3...])
      return UTF8Repair.isValid(text) ? text : UTF8Repair.repaired(text)
    }
    for (mark, order) in ByteOrder.marks where bytes.starts(with: mark) {
      return order.utf8(bytes[mark.count...])
    }
    return nil
  }
}

/// How a named encoding is read.
private enum Charset {
  case utf8
  case western
  case wide(ByteOrder)
  /// By the name under which `iconv` knows it.
  case other(String)

  /// `nil` when the name cannot be one.
  init?(name: String) {
    let name = name.lowercased()
    guard (2...40).contains(name.utf8.count),
      name.utf8.allSatisfy({ $0 | 0x20 &- 97 < 26 || $0 &- 48 < 10 || "-_.:()".utf8.contains($0) })
    else { return nil }
    switch name {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8": self = .utf8
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "us-ascii", "ascii",
      "windows-1252", "cp1252", "cp-1252", "x-cp1252", "ansi_x3.4-1968", "iso-ir-100", "cp819",
      "windows_1252", "ansi":
      self = .western
    case "utf-16", "utf16", "utf-16le", "ucs-2", "unicode", "iso-10646-ucs-2":
      self = .wide(ByteOrder(width: 2, isBig: false))
    case "utf-16be": self = .wide(ByteOrder(width: 2, isBig: true))
    case "utf-32", "utf32", "utf-32le", "ucs-4": self = .wide(ByteOrder(width: 4, isBig: false))
    case "utf-32be": self = .wide(ByteOrder(width: 4, isBig: true))
    default: self = .other(Self.supersets[name] ?? name.uppercased())
    }
  }

  /// Encodings that the web serves under the name of a smaller one.
  private static let supersets = [
    "gb2312": "GB18030", "gb_2312-80": "GB18030", "gbk": "GB18030", "x-gbk": "GB18030",
    "shift_jis": "CP932", "shift-jis": "CP932", "sjis": "CP932", "x-sjis": "CP932",
    "euc-kr": "CP949", "ks_c_5601-1987": "CP949", "ksc5601": "CP949", "korean": "CP949",
    "big5": "BIG5-HKSCS", "iso-8859-9": "CP1254", "latin5": "CP1254", "tis-620": "CP874",
    "iso-8859-11": "CP874", "x-mac-roman": "MACINTOSH", "macintosh": "MACINTOSH",
    "x-mac-cyrillic": "MAC-CYRILLIC", "ebcdic-cp-us": "CP037", "iso-8859-8-i": "ISO-8859-8",
  ]
}
