/// The store's own name for an article: short, stable over re-imports, and in reading order.
///
/// The upper bits hold the second at which the article takes its place in the list, the lower
/// ones a hash of its identity. Greater means newer, so the order of ids is the reading order.
public struct ArticleID: Sendable, Hashable, Comparable, RawRepresentable {
  /// The number that the store keeps; 52 bits, so that JSON readers keep it exact.
  public let rawValue: Int64

  /// Takes the number as it stands in the store.
  public init(rawValue: Int64) { self.rawValue = rawValue }

  /// Bits that tell apart the articles of one second.
  public static let hashBits = 19

  /// The first id that the identity `hash` would get at `second`; a taken id moves up by one.
  /// - Parameters:
  ///   - second: Seconds since 1970; clamped to the years 1900 to 2172.
  ///   - hash: Hash of the article's identity; its lower bits are used.
  public init(second: Int64, hash: UInt64) {
    let since1900 = min(max(second, -2_208_988_800), 6_380_945_791) + 2_208_988_800
    rawValue = since1900 << Int64(Self.hashBits) | Int64(hash & (1 << UInt64(Self.hashBits) - 1))
  }

  /// The second, since 1970, that gives the article its place in the list.
  public var second: Int64 { rawValue >> Int64(Self.hashBits) - 2_208_988_800 }

  /// Whether `a` stands further down in the list, being older.
  public static func < (a: ArticleID, b: ArticleID) -> Bool { a.rawValue < b.rawValue }
}

extension ArticleID: LosslessStringConvertible {
  /// Digits of Crockford's base 32: no letter that can be taken for a digit.
  private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// Eleven characters or fewer, as people type and scripts pass it.
  public var description: String {
    var rest = UInt64(bitPattern: rawValue)
    var text: [UInt8] = []
    repeat {
      text.append(Self.digits[Int(rest & 31)])
      rest >>= 5
    } while rest > 0
    return String(decoding: text.reversed(), as: UTF8.self)
  }

  /// Reads what `description` writes, in either case; `nil` when it is no id.
  public init?(_ description: String) {
    let typed = Array(description.utf8)
    guard (1...11).contains(typed.count) else { return nil }
    var value: UInt64 = 0
    for byte in typed {
      let lower = (65...90).contains(byte) ? byte + 32 : byte
      guard let digit = Self.digits.firstIndex(of: lower) else { return nil }
      value = value << 5 | UInt64(digit)
    }
    rawValue = Int64(bitPattern: value)
  }
}
