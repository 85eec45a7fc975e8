import TextLayout

/// A sentence of the status line made to fit: a long address in it is cut in its middle, so that
/// what is wrong and what to do stay readable.
enum FittedStatus {
  /// Columns that are left of an address at least.
  private static let least = 16

  /// The sentence in so many columns.
  static func text(_ sentence: String, columns: Int) -> CleanText {
    let whole = CleanText(sentence)
    let excess = whole.columns - columns
    guard excess > 0, let address = longestWord(of: whole.string) else {
      return whole.truncated(to: columns)
    }
    let words = CleanText(String(address))
    let room = max(least, words.columns - excess)
    guard room < words.columns else { return whole.truncated(to: columns) }
    // The host at the front and the file's name at the end tell most.
    let head = (room - 1) / 2 + (room - 1) % 2
    let tail = room - 1 - head
    let first = words.split(at: head).0
    let last = words.split(at: words.columns - tail).1
    let fitted = joined(
      whole.string, replacing: address.startIndex..<address.endIndex, with: first, last)
    return fitted.truncated(to: columns)
  }

  private static func joined(
    _ text: String, replacing range: Range<String.Index>, with head: CleanText, _ tail: CleanText
  ) -> CleanText {
    CleanText(String(text[..<range.lowerBound])) + head + CleanText("…") + tail
      + CleanText(String(text[range.upperBound...]))
  }

  /// The longest word that reads as an address or a path; the colon behind it is no part of it.
  private static func longestWord(of text: String) -> Substring? {
    text.split(separator: " ").map { $0.last == ":" ? $0.dropLast() : $0 }
      .filter { $0.utf8.contains(UInt8(ascii: "/")) && $0.count > least }
      .max { $0.count < $1.count }
  }
}
