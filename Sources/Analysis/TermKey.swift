/// The number that stands for a term, so that no dictionary of words must be kept.
///
/// FNV-1a over 64 bits, folded to 32 by exclusive or. Two of a million terms share a key rarely
/// enough not to matter for ranking.
enum TermKey {
  private static let start: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  /// The key of a word's bytes, folded and stemmed.
  static func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var hash = start
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* prime }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }

  /// The key of the first `count` bytes of a buffer.
  @inline(__always)
  static func of(_ bytes: UnsafePointer<UInt8>, count: Int) -> UInt32 {
    var hash = start
    for index in 0..<count { hash = (hash ^ UInt64(bytes[index])) &* prime }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }

  /// The key of a phrase: `first`, followed by a word with the key `next`.
  @inline(__always)
  static func joined(_ first: UInt32, _ next: UInt32) -> UInt32 {
    var hash = UInt64(first) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(next)
    hash = (hash ^ hash >> 29) &* 0xBF58_476D_1CE4_E5B9
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
