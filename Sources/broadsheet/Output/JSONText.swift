import FoundationEssentials

/// A JSON document that is safe to print: besides what JSON asks for, every character that a
/// terminal might obey stands as an escape.
struct JSONText {
  let bytes: [UInt8]

  init(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
    bytes = Self.escaped([UInt8](try encoder.encode(value)))
  }

  /// DEL, C1 controls, line and paragraph separators, bidi controls and U+FEFF as `\uXXXX`.
  ///
  /// In JSON such characters stand only inside strings, where the escape means the same.
  static func escaped(_ json: [UInt8]) -> [UInt8] {
    guard
      json.contains(where: { $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 || $0 == 0xEF || $0 == 0xD8 })
    else { return json }
    var result: [UInt8] = []
    result.reserveCapacity(json.count + 64)
    for scalar in String(decoding: json, as: UTF8.self).unicodeScalars {
      if isUnsafe(scalar.value) {
        let digits = String(scalar.value, radix: 16)
        result += Array("\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
      } else {
        result += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return result
  }

  private static func isUnsafe(_ value: UInt32) -> Bool {
    switch value {
    case 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
