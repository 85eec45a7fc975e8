/// Keeps dashes and quotation marks from standing alone at the end or start of a line.
enum Binding {
  /// The text with no-break spaces before dashes, inside guillemets, and before French high signs.
  ///
  /// Dashes end a line rather than begin one. A text without such places is returned as it is.
  static func bound(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      guard let first = next(in: bytes, from: 0) else { return nil }
      var bound: [UInt8] = []
      bound.reserveCapacity(bytes.count + 8)
      var (copied, place) = (0, Optional(first))
      while let space = place {
        bound.append(contentsOf: bytes[copied..<space])
        bound.append(contentsOf: [0xC2, 0xA0])
        copied = space + 1
        place = next(in: bytes, from: copied)
      }
      bound.append(contentsOf: bytes[copied...])
      return String(decoding: bound, as: UTF8.self)
    } ?? text
  }

  /// The next space that must not end a line.
  private static func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] == 0x20, isBound(bytes, space: index) { return index }
      index += 1
    }
    return nil
  }

  private static func isBound(_ bytes: UnsafeBufferPointer<UInt8>, space: Int) -> Bool {
    if space >= 2, bytes[space - 2] == 0xC2, bytes[space - 1] == 0xAB { return true }  // «
    if space == 3, isDash(bytes, at: 0) { return true }  // a dash that opens direct speech
    guard space > 0, space + 1 < bytes.count else { return false }
    switch bytes[space + 1] {
    case 0x21, 0x3A, 0x3B, 0x3F:  // ! : ; ?
      return space + 2 >= bytes.count || bytes[space + 2] == 0x20
    case 0xC2: return space + 2 < bytes.count && bytes[space + 2] == 0xBB  // »
    case 0xE2:
      let end = space + 4
      return isDash(bytes, at: space + 1) && (end >= bytes.count || bytes[end] == 0x20)
    default: return false
    }
  }

  /// Whether an en dash or an em dash stands at `index`.
  private static func isDash(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0xE2 && bytes[index + 1] == 0x80
      && (bytes[index + 2] == 0x93 || bytes[index + 2] == 0x94)
  }
}
