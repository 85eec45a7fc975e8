import Articles

/// The subjects of news with the words that speak for them.
struct ThemeList: Sendable {
  struct Evidence: Sendable {
    var theme: Int
    var weight: Float
  }

  /// The tags of the themes.
  private(set) var names: [String] = []
  /// The themes for which each word or phrase speaks.
  private(set) var phrases = PhraseTable<[Evidence]>()

  /// The dozen desks of a newspaper, which compete for an article.
  ///
  /// Read once, on first use.
  static let desks = ThemeList(rows: TabbedList.rows(of: PackageResources.themes_tsv))
  /// Narrower subjects, each for itself: elections, space, cricket.
  ///
  /// Read once, on first use.
  static let subjects = ThemeList(rows: TabbedList.rows(of: PackageResources.subjects_tsv))

  private init(rows: [[Substring]]) {
    var numbers: [String: Int] = [:]
    for row in rows where row.count >= 3 {
      guard let name = TopicName.normalised(row[0]) else { continue }
      let theme = numbers[name] ?? names.count
      if theme == names.count {
        numbers[name] = theme
        names.append(name)
      }
      let weight: Float = row[1] == "3" ? 2.2 : row[1] == "2" ? 1 : 0.3
      for phrase in TabbedList.entries(row[2], ",") {
        let evidence = Evidence(theme: theme, weight: phrase.contains(" ") ? weight * 1.3 : weight)
        phrases.update(phrase) { value in
          if value?.contains(where: { $0.theme == theme }) != true {
            value = (value ?? []) + [evidence]
          }
        }
      }
    }
  }
}
