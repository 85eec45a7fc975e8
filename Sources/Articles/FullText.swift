/// Whether the text of an article's own page was fetched, and which text is shown.
public enum FullText: String, Sendable, Hashable {
  /// It was not: the feed's text is all there is.
  case none
  /// The page's text is shown.
  case shown
  /// The page's text was fetched, the feed's is shown.
  case hidden
  /// As `hidden`, but the feed changed its text since.
  case outdated
}
