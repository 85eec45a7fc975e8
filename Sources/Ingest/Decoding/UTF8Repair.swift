/// Tells valid UTF-8 from other bytes, and mends it.
enum UTF8Repair {
  /// Whether all bytes are well-formed UTF-8.
  static func isValid(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        while index + 8 <= buffer.count {
          let word = UnsafeRawPointer(buffer.baseAddress.unsafelyUnwrapped + index)
            .loadUnaligned(as: UInt64.self)
          if word & 0x8080_8080_8080_8080 != 0 { break }
          index += 8
        }
        guard index < buffer.count else { break }
        let length = sequence(in: buffer, at: index)
        guard length > 0 else { return false }
        index += length
      }
      return true
    }
  }

  /// Whether it is damaged UTF-8 rather than a smaller encoding.
  ///
  /// That is so with at least `share` well-formed letters beyond ASCII for each stray byte.
  static func isDamaged(_ bytes: [UInt8], share: Double) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      var (good, bad, index) = (0, 0, 0)
      while index < buffer.count {
        let length = sequence(in: buffer, at: index)
        if length > 1 { good += 1 }
        if length == 0 { bad += 1 }
        index += max(length, 1)
      }
      return Double(good) >= Double(bad) * share
    }
  }

  /// The bytes with every stray one read as windows-1252, and every cut-off letter as U+FFFD.
  static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { buffer in
      var text: [UInt8] = []
      text.reserveCapacity(buffer.count + 64)
      var index = 0
      while index < buffer.count {
        let length = sequence(in: buffer, at: index)
        if length > 0 {
          text.append(contentsOf: buffer[index..<(index + length)])
          index += length
          continue
        }
        // A lead byte with some of its followers is a letter that was cut, not windows-1252.
        var end = index + 1
        if buffer[index] >= 0xE0 {
          while end < buffer.count, end < index + 3, buffer[end] & 0xC0 == 0x80 { end += 1 }
        }
        if end > index + 1 {
          text.append(contentsOf: [0xEF, 0xBF, 0xBD])
        } else {
          text.append(contentsOf: Windows1252.scalar(buffer[index]).utf8)
        }
        index = end
      }
      return text
    }
  }

  /// Length of the well-formed sequence at `index`, 0 when there is none.
  ///
  /// Unicode 15, table 3-7.
  @inline(__always)
  private static func sequence(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    guard lead >= 0xC2, lead <= 0xF4 else { return 0 }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + length <= bytes.count else { return 0 }
    let second = bytes[index + 1]
    let lowest: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
    let highest: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
    guard second >= lowest, second <= highest else { return 0 }
    for offset in 2..<max(length, 2) where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }
}

/// The encoding of Western Windows, which most "Latin-1" really is.
enum Windows1252 {
  private static let upper: [Unicode.Scalar] = Array(
    ("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ").unicodeScalars)

  /// The character of one byte.
  static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    0x80 <= byte && byte < 0xA0 ? upper[Int(byte) - 0x80] : Unicode.Scalar(byte)
  }

  /// All bytes as UTF-8.
  static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 { text.append(byte) } else { text.append(contentsOf: scalar(byte).utf8) }
    }
    return text
  }
}
