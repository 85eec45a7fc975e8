/// What a byte of markup or plain text means; letters are those of ASCII.
extension UInt8 {
  /// Space, tab, line feed, form feed, carriage return.
  var isHTMLSpace: Bool {
    self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D || self == 0x0C
  }
  var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
  var isASCIIDigit: Bool { self &- 0x30 < 10 }
  var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }
  var isASCIIUppercase: Bool { self &- 0x41 < 26 }
  var lowercasedASCII: UInt8 { isASCIIUppercase ? self | 0x20 : self }
  fileprivate var isTagMark: Bool { self == UInt8(ascii: ">") || self == UInt8(ascii: "/") }
  var endsTagName: Bool { isHTMLSpace || isTagMark }
  var endsAttributeName: Bool { isHTMLSpace || isTagMark || self == UInt8(ascii: "=") }
}

extension Range<Int> {
  /// The range without white space at its ends.
  func trimmed(in bytes: [UInt8]) -> Range<Int> {
    var start = lowerBound
    var end = upperBound
    while start < end, bytes[start].isHTMLSpace { start += 1 }
    while start < end, bytes[end - 1].isHTMLSpace { end -= 1 }
    return start..<end
  }
}

extension ArraySlice<UInt8> {
  /// Whether the bytes are words parted by single spaces, without markup, references, control
  /// characters or hard blanks: text that reads the same however it is read.
  var isPlainLine: Bool {
    withUnsafeBufferPointer { bytes in
      var wasSpace = true
      for byte in bytes {
        if byte == 0x20 {
          if wasSpace { return false }
          wasSpace = true
        } else {
          if byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == UInt8(ascii: "<")
            || byte == UInt8(ascii: "&")
          {
            return false
          }
          wasSpace = false
        }
      }
      return !wasSpace
    }
  }

  /// Whether the bytes are this lower-case word, in any case.
  func equalsLowercased(_ word: StaticString) -> Bool {
    count == word.utf8CodeUnitCount && hasLowercasedPrefix(word)
  }

  /// Whether the bytes begin with this lower-case word, in any case.
  func hasLowercasedPrefix(_ word: StaticString) -> Bool {
    guard count >= word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { expected in
      for offset in 0..<expected.count
      where self[startIndex + offset].lowercasedASCII != expected[offset] { return false }
      return true
    }
  }

  /// Whether this lower-case word stands somewhere in the bytes, in any case.
  func containsLowercased(_ word: StaticString) -> Bool { firstRange(ofLowercased: word) != nil }

  /// Where this lower-case word stands first, in any case.
  ///
  /// The library's `firstRange(of:)` is generic and took most of the time of reading a page.
  func firstRange(ofLowercased word: StaticString) -> Range<Int>? {
    let length = word.utf8CodeUnitCount
    guard length > 0, count >= length else { return nil }
    let first = word.utf8Start[0]
    return withUnsafeBufferPointer { bytes in
      for index in 0...(bytes.count - length) where bytes[index].lowercasedASCII == first {
        var offset = 1
        while offset < length, bytes[index + offset].lowercasedASCII == word.utf8Start[offset] {
          offset += 1
        }
        if offset == length { return startIndex + index..<startIndex + index + length }
      }
      return nil
    }
  }
}
