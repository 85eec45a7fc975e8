/// The words under a picture and the name of who made it.
enum CaptionCredit {
  /// Bytes of a credit; what is longer is a sentence in brackets.
  private static let limit = 100

  /// Words that part the caption from the credit after them, in lower case.
  private static let marks: [StaticString] = [
    "photo credit:", "photo by ", "photo:", "photograph:", "picture:", "image credit:", "image:",
    "credit:", "credits:", "source:",
  ]

  private static let pictureWords: Set<String> = [
    "image", "picture", "photo", "figure", "graphic", "chart", "video",
  ]

  /// Parts the words under a picture.
  ///
  /// "At the port. (AP/File)" is "At the port." by "AP/File".
  static func parted(_ words: String) -> (caption: String?, credit: String?) {
    let bytes = Array(words.utf8)
    let whole = (0..<bytes.count).trimmed(in: bytes)
    if let parts = bracketed(bytes, whole) ?? labelled(bytes, whole) { return parts }
    return (text(bytes, whole), nil)
  }

  private static func text(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
    let range = range.trimmed(in: bytes)
    return range.isEmpty ? nil : String(decoding: bytes[range], as: UTF8.self)
  }

  private static func bracketed(
    _ bytes: [UInt8], _ whole: Range<Int>
  ) -> (caption: String?, credit: String?)? {
    guard whole.count > 2, bytes[whole.upperBound - 1] == UInt8(ascii: ")") else { return nil }
    let lowest = max(whole.lowerBound, whole.upperBound - 2 - limit)
    var start = whole.upperBound - 2
    while start >= lowest, bytes[start] != UInt8(ascii: "(") {
      if bytes[start] == UInt8(ascii: ")") { return nil }
      start -= 1
    }
    guard start >= lowest else { return nil }
    let inner = start + 1..<whole.upperBound - 1
    guard let credit = text(bytes, inner), isName(bytes[inner]) else { return nil }
    return (text(bytes, whole.lowerBound..<start), credit)
  }

  /// Whether it names people or houses and is no remark: begins with a capital, or a mark like "©".
  private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, !first.isHTMLSpace else { return false }
    return !(first.isASCIILetter && !first.isASCIIUppercase) || bytes.contains(UInt8(ascii: "/"))
      || bytes.hasLowercasedPrefix("photo") || bytes.hasLowercasedPrefix("file")
  }

  private static func labelled(
    _ bytes: [UInt8], _ whole: Range<Int>
  ) -> (caption: String?, credit: String?)? {
    let lowest = max(whole.lowerBound, whole.upperBound - limit)
    for index in lowest..<whole.upperBound
    where index == whole.lowerBound || bytes[index - 1].isHTMLSpace {
      for mark in marks where bytes[index..<whole.upperBound].hasLowercasedPrefix(mark) {
        let rest = index + mark.utf8CodeUnitCount..<whole.upperBound
        guard let credit = text(bytes, rest) else { continue }
        let caption = text(bytes, whole.lowerBound..<index)
        // "Image source: …" is one sentence, and all there is.
        if let caption, pictureWords.contains(caption.lowercased()) { return nil }
        return (caption, credit)
      }
    }
    return nil
  }
}
