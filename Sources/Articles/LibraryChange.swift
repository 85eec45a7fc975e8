/// Something that the reader's user decided about articles: one step that can be undone.
public enum LibraryChange: Sendable, Hashable {
  case setRead(Bool, [ArticleID])
  /// Marks articles as read with all that have the same text, those of some sources left out.
  case readWithCopies([ArticleID], apart: [String])
  /// Marks everything that a query finds as read.
  case markAllRead(ArticleQuery)
  case setBookmark(Bool, [ArticleID])
  /// Adds or takes away a topic tag by hand; that outranks every derived one.
  case setTopic(String, Bool, [ArticleID])
  /// Puts the stories of articles into that of the first one.
  case joinStory([ArticleID])
  /// Takes articles out of their stories; each stands alone.
  case leaveStory([ArticleID])
  /// Calls a topic by another name, in all articles; one that is there already takes it in.
  case renameTopic(String, to: String)
  /// Hides articles, for a reason that is shown with them, or shows them again.
  case setMuted(Bool, reason: String, [ArticleID])
  /// Marks articles as worth a look, or no more.
  case setHighlighted(Bool, [ArticleID])
  /// Follows the stories of articles, or no more.
  case setFollowed(Bool, [ArticleID])
  /// Keeps two articles from standing beside each other, or lets them again.
  case setUnrelated(Bool, [ArticleID])
  /// Writes on bookmarks; articles without one get it.
  case editBookmark(BookmarkEdit, [ArticleID])
  /// Keeps a passage of an article, which is bookmarked with it.
  case addQuote(QuotedPassage, ArticleID)
  /// Lets a kept passage go; the bookmark stays.
  case removeQuote(Quote.ID)
  /// Hides everything that a muting finds, what comes later too, or shows it again.
  case setMuting(Muting, Bool)
  /// Subscriptions that came, went or changed; only reported, for these have their own way in.
  case changeFeeds(FeedChanges)
  /// Articles that an import brought; only reported. Undone, they are hidden.
  case importArticles([ArticleID])
}

/// What came of a change, of its undoing, or of its redoing.
public struct ChangeReport: Sendable, Hashable {
  /// Which way the step went.
  public enum Direction: Sendable, Hashable { case done, undone, redone }

  /// The step.
  public var change: LibraryChange
  /// Which way it went.
  public var direction: Direction
  /// Articles whose state is another one now; 0 when everything was so already.
  public var affected: Int

  /// Takes each fact as it is.
  public init(change: LibraryChange, direction: Direction, affected: Int) {
    self.change = change
    self.direction = direction
    self.affected = affected
  }
}
