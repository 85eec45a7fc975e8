import Articles

/// Names that the news knows, each with other forms of it.
struct NameList: Sendable {
  /// The tags of the names.
  private(set) var names: [String] = []
  private(set) var phrases = PhraseTable<Int>()

  /// People whom the news calls by the last name alone.
  ///
  /// Read once, on first use.
  static let people = NameList(rows: TabbedList.rows(of: PackageResources.people_tsv))

  /// Regions and cities that readers follow for themselves.
  ///
  /// Read once, on first use.
  static let regions = NameList(rows: TabbedList.rows(of: PackageResources.regions_tsv))

  private init(rows: [[Substring]]) {
    for row in rows {
      guard let first = row.first, let name = TopicName.normalised(first) else { continue }
      phrases.insert(first, names.count)
      if row.count > 1 {
        for other in TabbedList.entries(row[1], "|") { phrases.insert(other, names.count) }
      }
      names.append(name)
    }
  }

  /// The name that begins and ends with capitalised words at a place, with the number of its words.
  func mention(in words: [Word], at start: Int) -> (index: Int, count: Int)? {
    guard words[start].isCapital, let match = phrases.longestMatch(in: words, at: start),
      words[start + match.count - 1].isCapital
    else { return nil }
    return (match.value, match.count)
  }
}
