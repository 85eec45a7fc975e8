import Articles

/// Text as it is compared in a search: without accents, without case unless it is asked for,
/// with plain quotation marks, dashes and spaces.
///
/// Each byte knows where it came from.
struct FoldedText: Sendable {
  private(set) var bytes: [UInt8] = []
  /// For each byte where its character begins in the source.
  private(set) var sources: [Int] = []
  /// For each byte where its character, with the accents that follow it, ends in the source.
  private var ends: [Int] = []
  private let keepsCase: Bool
  private let keepsSources: Bool

  /// An empty text.
  init(keepsCase: Bool, keepsSources: Bool = false) {
    self.keepsCase = keepsCase
    self.keepsSources = keepsSources
  }

  /// A text in its compared form.
  init(_ text: String, keepsCase: Bool) {
    self.init(keepsCase: keepsCase)
    append(text, source: 0)
  }

  /// Forgets the text, keeping its memory for the next one.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    sources.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Adds text that begins at byte `source` of the whole.
  mutating func append(_ text: String, source: Int) {
    var text = text
    text.withUTF8 { utf8 in
      bytes.reserveCapacity(bytes.count + utf8.count)
      var index = 0
      while index < utf8.count {
        let byte = utf8[index]
        if byte < 0x80 {
          let isUpper = byte >= 0x41 && byte <= 0x5A && !keepsCase
          bytes.append(byte < 0x20 ? 0x20 : isUpper ? byte | 0x20 : byte)
          if keepsSources { note(0..<1, at: source + index, length: 1) }
          index += 1
        } else {
          let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
          let end = min(utf8.count, index + length)
          let before = bytes.count
          appendScalar(UnsafeBufferPointer(rebasing: utf8[index..<end]))
          if keepsSources { note(before..<bytes.count, at: source + index, length: end - index) }
          index = end
        }
      }
    }
  }

  /// Remembers where bytes came from; what left none behind belongs to the byte before.
  private mutating func note(_ added: Range<Int>, at source: Int, length: Int) {
    if added.isEmpty, let last = ends.last, last == source { ends[ends.count - 1] += length }
    for _ in added {
      sources.append(source)
      ends.append(source + length)
    }
  }

  private mutating func appendScalar(_ utf8: UnsafeBufferPointer<UInt8>) {
    guard let scalar = String(decoding: utf8, as: UTF8.self).unicodeScalars.first else { return }
    switch scalar.value {
    case 0x2018, 0x2019, 0x201A, 0x2032: bytes.append(0x27)
    case 0x201C, 0x201D, 0x201E, 0xAB, 0xBB: bytes.append(0x22)
    case 0x2010...0x2015, 0x2212: bytes.append(0x2D)
    case 0xA0, 0x2000...0x200A, 0x202F, 0x3000: bytes.append(0x20)
    case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: break
    default:
      let letters = String(Character(scalar)).folded
      let isUpper = keepsCase && scalar.properties.isUppercase
      bytes.append(contentsOf: (isUpper ? letters.uppercased() : letters).utf8)
    }
  }

  /// Where `needle` begins, from `start` on; `nil` when it does not occur.
  func first(_ needle: [UInt8], from start: Int = 0) -> Int? {
    guard let head = needle.first, bytes.count >= needle.count else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      var index = start
      let last = bytes.count - needle.count
      while index <= last {
        if bytes[index] == head, matches(needle, in: bytes, at: index) { return index }
        index += 1
      }
      return nil
    }
  }

  private func matches(
    _ needle: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Bool {
    for offset in 1..<max(1, needle.count) where bytes[index + offset] != needle[offset] {
      return false
    }
    return true
  }

  /// Every place of `needle` as bytes of the source.
  func ranges(of needle: [UInt8], limit: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while ranges.count < limit, let found = first(needle, from: start) {
      start = found + needle.count
      ranges.append(sources[found]..<max(sources[found] + 1, ends[start - 1]))
    }
    return ranges
  }
}
