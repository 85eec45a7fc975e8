/// Character references: `&amp;`, `&eacute`, `&#8217;`, `&#x27;`, as browsers read them.
enum HTMLReferences {
  /// Bytes of the longest name.
  private static let longestName = 31
  private static let longestWithoutSemicolon = 6

  /// One or two scalars for each name: the second in the upper half, 0 when there is none.
  private static let named: [UInt64: UInt64] = HTMLReferenceTable.names.withUTF8Buffer { text in
    var table: [UInt64: UInt64] = [:]
    table.reserveCapacity(2_200)
    for entry in text.split(whereSeparator: \.isHTMLSpace) {
      guard let colon = entry.firstIndex(of: UInt8(ascii: ":")) else { continue }
      var scalars: [UInt64] = [0]
      for byte in entry[(colon + 1)...] {
        if byte == UInt8(ascii: "+") {
          scalars.append(0)
        } else {
          let digit = byte.isASCIIDigit ? byte &- 0x30 : byte &- 0x37
          scalars[scalars.count - 1] = scalars[scalars.count - 1] << 4 | UInt64(digit)
        }
      }
      let second = scalars.count > 1 ? scalars[1] : 0
      table[Fingerprint.of(Array(entry[..<colon])[...])] = scalars[0] | second << 32
    }
    return table
  }

  private static let withoutSemicolon: Set<UInt64> =
    HTMLReferenceTable.withoutSemicolon.withUTF8Buffer { text in
      Set(text.split(whereSeparator: \.isHTMLSpace).map { Fingerprint.of(Array($0)[...]) })
    }

  /// Appends what the reference at `index` (an `&`) stands for; the index after it, or `nil` when
  /// it is only an `&`.
  static func append(
    to output: inout [UInt8], from bytes: ArraySlice<UInt8>, at index: Int, isAttribute: Bool
  ) -> Int? {
    let start = index + 1
    guard start < bytes.endIndex else { return nil }
    if bytes[start] == UInt8(ascii: "#") { return number(to: &output, from: bytes, at: start + 1) }
    var end = start
    while end < bytes.endIndex, end - start <= longestName, bytes[end].isASCIIAlphanumeric {
      end += 1
    }
    if end < bytes.endIndex, bytes[end] == UInt8(ascii: ";"),
      let scalars = named[Fingerprint.of(bytes[start..<end])]
    {
      append(scalars, to: &output)
      return end + 1
    }
    var length = min(end - start, longestWithoutSemicolon)
    while length >= 2 {
      let stop = start + length
      let name = Fingerprint.of(bytes[start..<stop])
      if withoutSemicolon.contains(name), let scalars = named[name] {
        let following = stop < bytes.endIndex ? bytes[stop] : 0
        let isPartOfAddress =
          isAttribute && (following == UInt8(ascii: "=") || following.isASCIIAlphanumeric)
        if isPartOfAddress { return nil }
        append(scalars, to: &output)
        return stop
      }
      length -= 1
    }
    return nil
  }

  private static func append(_ scalars: UInt64, to output: inout [UInt8]) {
    append(scalar: UInt32(truncatingIfNeeded: scalars), to: &output)
    let second = UInt32(truncatingIfNeeded: scalars >> 32)
    if second != 0 { append(scalar: second, to: &output) }
  }

  private static func number(
    to output: inout [UInt8], from bytes: ArraySlice<UInt8>, at start: Int
  ) -> Int? {
    var index = start
    let isHex = index < bytes.endIndex && bytes[index] | 0x20 == UInt8(ascii: "x")
    if isHex { index += 1 }
    let digits = index
    var value: UInt32 = 0
    while index < bytes.endIndex {
      let byte = bytes[index]
      let digit: UInt32
      if byte.isASCIIDigit {
        digit = UInt32(byte &- 0x30)
      } else if isHex, (byte | 0x20) &- 0x61 < 6 {
        digit = UInt32((byte | 0x20) &- 0x57)
      } else {
        break
      }
      value = min(value &* (isHex ? 16 : 10) &+ digit, 0x11_0000)
      index += 1
    }
    guard index > digits else { return nil }
    append(scalar: value, to: &output)
    return index < bytes.endIndex && bytes[index] == UInt8(ascii: ";") ? index + 1 : index
  }

  /// Numbers 128...159 mean the characters of windows-1252, as in browsers.
  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
    0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC,
    0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
  ]

  private static func append(scalar value: UInt32, to output: inout [UInt8]) {
    let mapped = (0x80...0x9F).contains(value) ? windows1252[Int(value - 0x80)] : value
    let scalar = mapped == 0 ? "\u{FFFD}" : Unicode.Scalar(mapped) ?? "\u{FFFD}"
    output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// The text with all references replaced.
  static func decoded(_ bytes: ArraySlice<UInt8>, isAttribute: Bool = false) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "&"),
        let next = append(to: &output, from: bytes, at: index, isAttribute: isAttribute)
      {
        index = next
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
