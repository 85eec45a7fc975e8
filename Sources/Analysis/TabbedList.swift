/// Reads the word lists that are built into the program: lines with fields parted by tabs.
enum TabbedList {
  /// The fields of every line that is not empty and no comment.
  static func rows(of bytes: [UInt8]) -> [[Substring]] {
    String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
  }

  /// The entries of a field, parted by `separator`.
  static func entries(_ field: Substring, _ separator: Character) -> [Substring] {
    field.split(separator: separator).map { $0.trimmed }
  }
}

extension Substring {
  /// The text without spaces at its ends.
  var trimmed: Substring {
    var text = self.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return text
  }
}
