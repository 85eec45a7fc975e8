import Articles

/// Regions and cities that readers follow for themselves, with their other names.
struct RegionList: Sendable {
  /// The tags of the regions.
  private(set) var names: [String] = []
  private(set) var phrases = PhraseTable<Int>()

  /// Read once, on first use.
  static let shared = RegionList(rows: TabbedList.rows(of: PackageResources.regions_tsv))

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
}
