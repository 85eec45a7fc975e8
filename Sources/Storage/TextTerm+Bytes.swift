extension TextTerm {
  /// Whether the words may stand one after the other in texts as they are stored.
  ///
  /// Says no only when they do not for certain, without reading the texts out of their form: most
  /// articles that hold the words of a phrase hold them apart.
  /// - `bytes`: Texts in UTF-8 with lengths and marks between them.
  func mayStand(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !isDense, words.allSatisfy({ $0.utf8.allSatisfy { $0 < 0x80 } }) else { return true }
    let words = words.map { Array($0.utf8) }
    guard let head = words.first?.first else { return true }
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte >= 0x80 {
        guard let next = Self.afterSign(bytes, at: place) else { return true }
        place = next
        continue
      }
      if Self.lowered(byte) == head, Self.mayStand(words, in: bytes, at: place) { return true }
      place += 1
    }
    return false
  }

  /// Signs between two words after which the answer is not certain any more.
  private static let gapLimit = 12

  private static func mayStand(
    _ words: [[UInt8]], in bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Bool {
    var place = start
    for (index, word) in words.enumerated() {
      if index > 0 {
        let begin = place
        while place < bytes.count, !isLetter(bytes[place]) {
          let byte = bytes[place]
          // The end of a text: where the next one goes on is not looked for here.
          guard place - begin < gapLimit, byte >= 0x20 || byte == 0x0A || byte == 0x09 else {
            return true
          }
          guard byte >= 0x80 else {
            place += 1
            continue
          }
          guard let next = afterSign(bytes, at: place) else { return true }
          place = next
        }
        guard place > begin, place < bytes.count else { return false }
      }
      guard place + word.count <= bytes.count else { return false }
      for (offset, byte) in word.enumerated() where lowered(bytes[place + offset]) != byte {
        return false
      }
      place += word.count
    }
    return true
  }

  /// The place behind a sign that is no letter, such as a quotation mark; `nil` for what may be one.
  private static func afterSign(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int? {
    if bytes[place] == 0xC2 { return min(place + 2, bytes.count) }
    guard bytes[place] == 0xE2, place + 2 < bytes.count, bytes[place + 1] == 0x80 else {
      return nil
    }
    return place + 3
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(lowered(byte)) || (0x30...0x39).contains(byte)
  }
}
