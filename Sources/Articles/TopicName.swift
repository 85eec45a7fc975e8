/// The one form in which a topic tag is kept, compared and typed.
public enum TopicName {
  /// Characters; longer names are cut.
  public static let limit = 64

  /// The normalised form of what a page, a feed or a person calls a topic.
  ///
  /// Lower case, no accents, one space between words, no `#`, the last word in the singular;
  /// `nil` when nothing is left.
  /// "#Élections" and "election" are one topic; names in scripts without case stay as they are.
  public static func normalised(_ name: some StringProtocol) -> String? {
    let words = name.prefix(4 * limit).folded
      .split { !($0.isLetter || $0.isNumber || $0 == "+" || $0 == "&" || $0 == "." || $0 == "'") }
      .map { $0.drop { "+&.'".contains($0) } }
      .map { word in
        var word = word
        while let last = word.last, ".'".contains(last) { word.removeLast() }
        return String(word)
      }
      .filter { !$0.isEmpty }
    guard var last = words.last else { return nil }
    last = singular(last)
    let text = (words.dropLast() + [last]).joined(separator: " ")
    return String(text.prefix(limit))
  }

  /// English plurals brought to the singular where that is safe without a dictionary.
  private static func singular(_ word: String) -> String {
    guard word.utf8.count > 3, word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }),
      !keptPlurals.contains(word)
    else { return word }
    if word.hasSuffix("ies"), word.utf8.count > 4 { return word.dropLast(3) + "y" }
    for ending in ["sses", "shes", "ches", "xes"] where word.hasSuffix(ending) {
      return String(word.dropLast(2))
    }
    for ending in ["ss", "us", "is", "ics", "as", "os"] where word.hasSuffix(ending) { return word }
    return word.hasSuffix("s") ? String(word.dropLast()) : word
  }

  /// Words that look like plurals and are names or have another meaning in the singular.
  private static let keptPlurals: Set<String> = [
    "united states", "states", "news", "series", "species", "lens", "philippines", "netherlands",
    "maldives", "seychelles", "emirates", "wales", "reuters", "games", "sports", "arts", "mars",
    "emissions", "women", "rights", "moses", "times", "nations",
  ]
}
