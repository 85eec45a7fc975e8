import Articles

/// What is written on bookmarks, and the quotes kept from articles.
extension Model {
  /// What is said of a change on the shelf; `nil` when it was said before.
  static func shelfSentence(_ report: ChangeReport) -> String? {
    let isDone = report.direction == .done
    switch report.change {
    case .editBookmark: return isDone ? nil : "Bookmark of \(articles(report.affected)) changed"
    case .addQuote: return report.affected == 0 ? "The passage is kept already" : "Quote kept"
    case .removeQuote: return "Quote let go"
    default: return nil
    }
  }
}

extension LibraryChange {
  /// Whether a list must be loaded again to show what its undoing did.
  var changesRowsUnseen: Bool {
    switch self {
    case .markAllRead, .editBookmark, .addQuote, .removeQuote: true
    default: false
    }
  }
}
