import Articles

/// One name for topics that are called by several: "us", "america" and "united states".
public enum TopicAliases {
  /// The name under which a topic is kept, from one that is normalised already.
  public static func canonical(_ name: String) -> String { table[name] ?? name }

  /// Read once, on first use.
  private static let table: [String: String] = {
    var table: [String: String] = [:]
    for row in TabbedList.rows(of: PackageResources.aliases_tsv) where row.count > 1 {
      guard let name = TopicName.normalised(row[0]) else { continue }
      for other in TabbedList.entries(row[1], "|") {
        guard let other = TopicName.normalised(other), other != name else { continue }
        table[other] = name
      }
    }
    return table
  }()
}
