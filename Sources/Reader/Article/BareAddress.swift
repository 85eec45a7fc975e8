import Articles

/// Addresses of the web that stand in a text without being links there.
enum BareAddress {
  /// Bytes of the longest one.
  private static let limit = 2_048

  /// The spans with their addresses as links; code stays as it is.
  ///
  /// Looks at a third of the bytes. Without an address the spans are given back as they are.
  static func linked(_ spans: [Span]) -> [Span] {
    var linked: [Span]?
    for (index, span) in spans.enumerated() {
      let parts = span.link == nil && !span.style.contains(.code) ? parts(of: span) : []
      if !parts.isEmpty, linked == nil { linked = Array(spans[..<index]) }
      if parts.isEmpty { linked?.append(span) } else { linked? += parts }
    }
    return linked ?? spans
  }

  /// A span cut at its addresses; none when it has none.
  private static func parts(of span: Span) -> [Span] {
    var text = span.text
    let places = text.withUTF8 { bytes in
      var places: [Range<Int>] = []
      var index = 4
      while index < bytes.count {
        if let colon = colon(in: bytes, near: index), let place = address(in: bytes, at: colon) {
          places.append(place)
          index = place.upperBound
        }
        // One byte of three that stand together is enough to see them.
        index += 3
      }
      return places
    }
    var (parts, next) = ([Span](), 0)
    func part(_ range: Range<Int>) -> Substring {
      let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
      return text[start..<text.utf8.index(start, offsetBy: range.count)]
    }
    for place in places {
      if place.lowerBound > next {
        parts.append(Span(String(part(next..<place.lowerBound)), style: span.style))
      }
      let address = String(part(place))
      parts.append(Span(address, style: span.style, link: address))
      next = place.upperBound
    }
    if !places.isEmpty, next < text.utf8.count {
      parts.append(Span(String(part(next..<text.utf8.count)), style: span.style))
    }
    return parts
  }

  /// The colon of the `://` that a byte may be part of.
  private static func colon(in bytes: UnsafeBufferPointer<UInt8>, near index: Int) -> Int? {
    switch bytes[index] {
    case 0x3A: index
    case 0x2F where bytes[index - 1] == 0x3A: index - 1
    case 0x2F where bytes[index - 2] == 0x3A: index - 2
    default: nil
    }
  }

  /// The bytes of the address around a colon; `nil` when it is not that of one.
  private static func address(
    in bytes: UnsafeBufferPointer<UInt8>, at colon: Int
  ) -> Range<Int>? {
    guard colon + 3 < bytes.count, bytes[colon + 1] == 0x2F, bytes[colon + 2] == 0x2F,
      isLetterOrDigit(bytes[colon + 3])
    else { return nil }
    var start = colon
    while start > 0, isLetterOrDigit(bytes[start - 1]), colon - start < 6 { start -= 1 }
    let scheme = bytes[start..<colon].map { $0 | 0x20 }
    guard scheme == Array("https".utf8) || scheme == Array("http".utf8) else { return nil }
    var end = colon + 3
    var open = 0
    while end < bytes.count, end - start < limit, isPart(bytes[end]) {
      // A bracket that was not opened within the address belongs to the text.
      if bytes[end] == 0x28 { open += 1 }
      if bytes[end] == 0x29 {
        guard open > 0 else { break }
        open -= 1
      }
      end += 1
    }
    while end > colon + 4, ".,;:!?'*_~]".utf8.contains(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !"<>\"`{}|\\^".utf8.contains(byte)
  }
}
