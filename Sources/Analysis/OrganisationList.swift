import Articles

/// Well-known organisations with their other names, as phrases.
struct OrganisationList: Sendable {
  struct Mention: Sendable {
    var organisation: Int
    /// Whether only the spelling in capitals is meant: "WHO".
    var needsCapitals: Bool
  }

  /// The tags of the organisations.
  private(set) var names: [String] = []
  private(set) var phrases = PhraseTable<Mention>()

  /// Read once, on first use.
  static let shared = OrganisationList(
    rows: TabbedList.rows(of: PackageResources.organisations_tsv))

  private init(rows: [[Substring]]) {
    for row in rows {
      guard let first = row.first, let name = TopicName.normalised(first) else { continue }
      let number = names.count
      names.append(name)
      phrases.insert(first, Mention(organisation: number, needsCapitals: false))
      guard row.count > 1 else { continue }
      for other in TabbedList.entries(row[1], "|") {
        let letters = other.unicodeScalars.filter { $0.properties.isAlphabetic }
        let needsCapitals = letters.count <= 4 && letters.allSatisfy(\.properties.isUppercase)
        phrases.insert(
          other, Mention(organisation: number, needsCapitals: needsCapitals && !other.contains("."))
        )
      }
    }
  }

  /// The organisation whose name begins at a capitalised word, with the number of its words.
  func mention(in words: [Word], at start: Int) -> (organisation: Int, count: Int)? {
    guard words[start].isCapital, let match = phrases.longestMatch(in: words, at: start) else {
      return nil
    }
    if match.value.needsCapitals, !words[start].look.contains(.allCapitals) { return nil }
    if match.count > 1, !words[start + match.count - 1].isCapital { return nil }
    return (match.value.organisation, match.count)
  }
}
