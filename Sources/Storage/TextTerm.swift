import Articles
import FoundationEssentials
import GRDB

/// Words to look for in the text of articles, as the index and the scan behind it understand them.
struct TextTerm {
  static let function = DatabaseFunction("text_holds", argumentCount: 1, pure: true) { _ in false }
}
