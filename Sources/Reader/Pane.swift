import Articles

/// A part of the screen that can have the focus.
public enum Pane: String, Sendable, Hashable, CaseIterable {
  case headlines, article, related
}

/// What a list is made of before any filter.
public enum NewsView: String, Sendable, Hashable, CaseIterable {
  case all, unread, bookmarks

  /// The name in the top line.
  var title: String {
    switch self {
    case .all: "All"
    case .unread: "Unread"
    case .bookmarks: "Bookmarks"
    }
  }

  /// The orders of its list, the one of its first time first.
  var orders: [ArticleQuery.Sort] {
    switch self {
    case .bookmarks: [.added, .due, .folder, .newest, .oldest]
    default: [.newest, .oldest, .relevance]
    }
  }
}
