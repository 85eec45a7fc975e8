import Articles

/// A part of the screen that can have the focus.
public enum Pane: String, Sendable, Hashable, CaseIterable {
  case headlines, article, related
}

/// What a list is made of before any filter.
public enum NewsView: String, Sendable, Hashable, CaseIterable {
  case all, unread, today, bookmarks, followed, stories
  case longReads = "long-reads"
  case withoutTopic = "without-topic"
  case muted

  /// What its articles have in common; midnight is that of `zone`.
  func condition(zone: LocalZone) -> ArticleQuery.Condition {
    switch self {
    case .all: .everything
    case .unread: .state(.unread)
    case .today: .since(.midnight(daysAgo: 0, zone))
    case .bookmarks: .state(.bookmarked)
    case .followed: .state(.followed)
    case .stories: .has(.story)
    case .longReads: .minutes(.atLeast, 8)
    case .withoutTopic: .not(.has(.topic))
    case .muted: .state(.muted)
    }
  }

  /// The command that shows it.
  var command: Command {
    switch self {
    case .all: .viewAll
    case .unread: .viewUnread
    case .today: .viewToday
    case .bookmarks: .viewBookmarks
    case .followed: .viewFollowed
    case .stories: .viewStories
    case .longReads: .viewLongReads
    case .withoutTopic: .viewWithoutTopic
    case .muted: .viewMuted
    }
  }

  /// Whether its list begins with one row for each story.
  var foldsStories: Bool { self == .stories }

  /// The name in the top line.
  var title: Phrase {
    switch self {
    case .all: "All"
    case .unread: "Unread"
    case .today: "Today"
    case .bookmarks: "Bookmarks"
    case .followed: "Followed"
    case .stories: "Stories"
    case .longReads: "Long reads"
    case .withoutTopic: "Without topic"
    case .muted: "Muted"
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
