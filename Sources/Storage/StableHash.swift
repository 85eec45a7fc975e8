/// A 64-bit hash that is the same in every run and every version: FNV-1a with a last mixing, so
/// that the low bits, which become part of an article's id, depend on every byte.
struct StableHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Adds the bytes and an end mark, so that "ab","c" differs from "a","bc".
  mutating func add(_ text: some StringProtocol) {
    for byte in text.utf8 { add(byte) }
    add(0xFF)
  }

  mutating func add(_ bytes: [UInt8]) {
    for byte in bytes { add(byte) }
    add(0xFF)
  }

  private mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  var value: Int64 {
    var mixed = state
    mixed = (mixed ^ mixed >> 33) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ mixed >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return Int64(bitPattern: mixed ^ mixed >> 33)
  }

  /// The hash of some texts in their order.
  static func of(_ texts: String...) -> Int64 {
    var hash = StableHash()
    for text in texts { hash.add(text) }
    return hash.value
  }
}
