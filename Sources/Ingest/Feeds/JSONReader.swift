/// A value of JSON.
enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  /// Digits as they were written.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// A text, or a number or truth value in the spelling of one.
  var text: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .bool(let isTrue): isTrue ? "true" : "false"
    default: nil
    }
  }

  /// The elements of a list; a value that should be one counts as a list of itself.
  var list: [JSONValue] {
    switch self {
    case .array(let values): values
    case .null: []
    default: [self]
    }
  }

  subscript(_ key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }
}

/// Reads JSON as far as it goes: what stands before a mistake or the end is kept.
///
/// Depth is bounded by `IngestLimits.jsonDepth`; deeper values are passed over without recursion.
struct JSONReader {
  private let bytes: [UInt8]
  private var next = 0
  /// Where the first mistake stands: a word that JSON does not have, an end too early, a value that
  /// lies too deep.
  private var mistake: Int?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value at the front; `nil` when none begins there.
  mutating func value() -> JSONValue? { value(depth: 0) }

  /// The line of the first mistake, from 1; `nil` while there was none.
  var damagedLine: Int? {
    mistake.map { place in 1 + bytes.prefix(place).count { $0 == 0x0A } }
  }

  private mutating func note(mistakeAt place: Int) { mistake = mistake ?? place }

  /// Passes over all the rest.
  private mutating func giveUp() {
    note(mistakeAt: next)
    next = bytes.count
  }

  private var byte: UInt8 { next < bytes.count ? bytes[next] : 0 }

  private mutating func skipSpaces() {
    while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
  }

  private mutating func value(depth: Int) -> JSONValue? {
    skipSpaces()
    guard next < bytes.count else { return nil }
    switch byte {
    case UInt8(ascii: "{"):
      return depth < IngestLimits.jsonDepth ? object(depth: depth) : skipDeep()
    case UInt8(ascii: "["): return depth < IngestLimits.jsonDepth ? array(depth: depth) : skipDeep()
    case 0x22: return string().map(JSONValue.string)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      let start = next
      while byte.isASCIIAlphanumeric || "+-.".utf8.contains(byte) { next += 1 }
      return .number(String(decoding: bytes[start..<next].prefix(64), as: UTF8.self))
    default:
      let start = next
      while byte.isASCIILetter { next += 1 }
      switch String(decoding: bytes[start..<next].prefix(8), as: UTF8.self) {
      case "true": return .bool(true)
      case "false": return .bool(false)
      case "null": return .null
      default:
        note(mistakeAt: start)
        return nil
      }
    }
  }

  private mutating func object(depth: Int) -> JSONValue? {
    next += 1
    var members: [String: JSONValue] = [:]
    while true {
      skipSpaces()
      if byte == UInt8(ascii: ",") {
        next += 1
        continue
      }
      guard byte == 0x22, let key = string() else { break }
      skipSpaces()
      guard byte == UInt8(ascii: ":") else { break }
      next += 1
      guard let value = value(depth: depth + 1) else { break }
      members[key] = value
    }
    if byte == UInt8(ascii: "}") {
      next += 1
      return .object(members)
    }
    let isCut = next >= bytes.count
    giveUp()
    // What lies in a list and was cut did not come whole.
    return isCut && depth > 1 ? nil : .object(members)
  }

  private mutating func array(depth: Int) -> JSONValue? {
    next += 1
    var values: [JSONValue] = []
    while true {
      skipSpaces()
      if byte == UInt8(ascii: ",") {
        next += 1
        continue
      }
      guard byte != UInt8(ascii: "]"), let value = value(depth: depth + 1) else { break }
      values.append(value)
    }
    if byte == UInt8(ascii: "]") { next += 1 } else { giveUp() }
    return .array(values)
  }

  /// Passes over a value that lies too deep.
  private mutating func skipDeep() -> JSONValue {
    note(mistakeAt: next)
    var depth = 0
    while next < bytes.count {
      switch byte {
      case 0x22:
        if string() == nil { giveUp() }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
      next += 1
      if depth == 0 { break }
    }
    return .null
  }

  /// The string at the front; `nil` when the document ends within it.
  private mutating func string() -> String? {
    next += 1
    var text: [UInt8] = []
    while next < bytes.count {
      let start = next
      while next < bytes.count, bytes[next] != 0x22, bytes[next] != 0x5C { next += 1 }
      text.append(contentsOf: bytes[start..<next])
      guard next < bytes.count else { return nil }
      if bytes[next] == 0x22 {
        next += 1
        return String(decoding: text, as: UTF8.self)
      }
      next += 1
      escape(into: &text)
    }
    return nil
  }

  /// What stands behind a backslash.
  private mutating func escape(into text: inout [UInt8]) {
    let letter = byte
    next += 1
    switch letter {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(0x20)
    case UInt8(ascii: "u"):
      var unit = hexUnit() ?? 0xFFFD
      if unit & 0xFC00 == 0xD800, byte == 0x5C, next + 1 < bytes.count,
        bytes[next + 1] == UInt8(ascii: "u")
      {
        let behind = next
        next += 2
        if let low = hexUnit(), low & 0xFC00 == 0xDC00 {
          unit = 0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF)
        } else {
          next = behind
        }
      }
      text.append(contentsOf: (Unicode.Scalar(unit) ?? "\u{FFFD}").utf8)
    default: text.append(letter)
    }
  }

  private mutating func hexUnit() -> UInt32? {
    guard next + 4 <= bytes.count,
      let unit = UInt32(String(decoding: bytes[next..<(next + 4)], as: UTF8.self), radix: 16)
    else { return nil }
    next += 4
    return unit
  }
}
