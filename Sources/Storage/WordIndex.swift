import Articles
import GRDB

/// The full-text index: which words stand in which article. Its rows have the articles' ids, so
/// the newest hits of a frequent word come first without a sort.
enum WordIndex {
  static func remove(_ stored: ArticleRows.Stored, in db: Database) throws {}
}
