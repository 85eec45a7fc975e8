import Articles
import GRDB
import Synchronization

/// `title_matches(pattern, title)`: whether a headline holds a pattern.
enum TitleMatch {
  /// The pattern that was compiled last: a query asks with the same one for every row.
  private static let last = Mutex<TitlePattern?>(nil)

  static let function = DatabaseFunction("title_matches", argumentCount: 2, pure: true) { values in
    guard let source = String.fromDatabaseValue(values[0]),
      let title = String.fromDatabaseValue(values[1])
    else { return false }
    return pattern(source)?.matches(title) ?? false
  }

  private static func pattern(_ source: String) -> TitlePattern? {
    last.withLock { last in
      if let last, last.source == source { return last }
      last = try? TitlePattern(source)
      return last
    }
  }
}
