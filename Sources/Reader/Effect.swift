public import Articles

/// Something that the reader wants done outside itself.
public enum Effect: Sendable, Hashable {
  /// Answered by `headlinesLoaded`.
  case loadHeadlines(ArticleQuery, at: PageAnchor, limit: Int, Request)
  /// Answered by `articleLoaded`.
  case loadArticle(ArticleID, Request)
  /// Answered by `relatedLoaded`.
  case loadRelated(ArticleID, limit: Int, Request)
  /// The topics of all articles that match, the most frequent first. Answered by `topicsLoaded`.
  case loadTopics(ArticleQuery, limit: Int, Request)
  /// Answered by `countsLoaded`.
  case loadCounts(Request)
  /// One step that can be undone. Answered by `changed`.
  case perform(LibraryChange, Request)
  /// Answered by `changed`.
  case undo(Request)
  /// Answered by `changed`.
  case redo(Request)
  /// Opens an address in the browser.
  case open(String)
  /// Puts text on the clipboard.
  case copy(String)
  /// Files and folders to import, as typed. Answered by `intakeReported`.
  case importPaths([String], Request)
  /// Subscribes to a feed or to the feed of a page. Answered by `intakeReported`.
  case subscribe(String, Request)
  /// Fetches what is due. Answered by `intakeReported`.
  case refresh(Request)
  /// Draws in another theme from now on.
  case useTheme(String)
  /// Keeps where the reader is for the next start.
  case saveSession(Session)
  /// Answered by `woke` after this many milliseconds.
  case wake(after: Int, Request)
  /// Gives the terminal back to the shell until it is resumed.
  case suspend
  /// Paints every cell again.
  case redraw
  case quit

  /// Whether a message comes back that changes what the screen shows, soon enough to wait for it
  /// before painting.
  public var answersSoon: Bool {
    switch self {
    case .loadHeadlines, .loadArticle, .loadRelated, .loadTopics, .loadCounts, .perform, .undo,
      .redo:
      true
    case .open, .copy, .importPaths, .subscribe, .refresh, .useTheme, .saveSession, .wake,
      .suspend, .redraw, .quit:
      false
    }
  }
}
