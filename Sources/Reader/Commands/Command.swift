/// Something that a user can ask for by key, on the command line or with the mouse.
///
/// The raw value is the name typed after `:`; what else there is to say stands in `table`.
public enum Command: String, Sendable, Hashable, CaseIterable {
  // Moving
  case down, up, first, last
  case scrollDown = "scroll-down"
  case scrollUp = "scroll-up"
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case pageDown = "page-down"
  case pageUp = "page-up"
  case readOn = "read-on"
  case open, back, close
  case otherPaneDown = "other-down"
  case otherPaneUp = "other-up"
  case next, previous
  case nextUnread = "next-unread"
  case previousUnread = "previous-unread"
  case nextBookmark = "next-bookmark"
  case previousBookmark = "previous-bookmark"
  case nextDay = "next-day"
  case previousDay = "previous-day"
  case olderPlace = "older-place"
  case newerPlace = "newer-place"
  case toggleFold = "fold"
  case foldAll = "fold-all"
  case unfoldAll = "unfold-all"
  case nextStory = "next-story"
  case previousStory = "previous-story"
  case nextTopic = "next-topic"
  case previousTopic = "previous-topic"
  case setMark = "mark"
  case goToMark = "go-to-mark"
  case cursorToTop = "cursor-to-top"
  case cursorToMiddle = "cursor-to-middle"
  case cursorToBottom = "cursor-to-bottom"

  // Deciding
  case toggleRead = "toggle-read"
  case markAllRead = "mark-all-read"
  case readAbove = "read-above"
  case readBelow = "read-below"
  case toggleBookmark = "toggle-bookmark"
  case editBookmark = "bookmark"
  case toggleFollowed = "follow"
  case notRelated = "not-related"
  case selectText = "select-text"
  case chooseRow = "select"
  case chooseRange = "select-range"
  case chooseAll = "select-all"
  case addTag = "tag"
  case removeTag = "untag"
  case toggleMute = "mute"
  case hideMore = "hide"
  case undo, redo
  case steps = "history"
  case `repeat`

  // Looking for
  case search, find, filter, query
  case topics
  case clearTopics = "clear-topics"
  case viewAll = "all"
  case viewUnread = "unread"
  case viewToday = "today"
  case viewBookmarks = "bookmarks"
  case viewFollowed = "followed"
  case viewStories = "stories"
  case viewLongReads = "long-reads"
  case viewWithoutTopic = "without-topic"
  case viewMuted = "muted"
  case views
  case story, quotes, statistics
  case readings
  case sort, reverse

  // Taking along
  case openInBrowser = "browse"
  case openInBrowserAndMarkRead = "browse-and-mark-read"
  case linkHints = "link-hints"
  case links
  case copyAddress = "copy-address"
  case copyTitle = "copy-title"
  case copyQuote = "copy-quote"
  case copyMarkdown = "copy-markdown"
  case handOn = "hand-on"
  case writeFile = "write"
  case pipe, shell, media

  // Other texts of the article
  case fullText = "full-text"
  case changes, copies, markup

  // The screen
  case nextPane = "next-pane"
  case previousPane = "previous-pane"
  case paneLeft = "pane-left"
  case paneRight = "pane-right"
  case paneDown = "pane-down"
  case paneUp = "pane-up"
  case zoom, zen
  case nextLayout = "next-layout"
  case previousLayout = "previous-layout"
  case toggleRelated = "related"
  case widen, narrow
  case toggleDensity = "dense"
  case togglePictures = "images"
  case themes
  case redraw

  // The program
  case refresh
  case stopRefresh = "stop"
  case sources = "feeds"
  case addFeed = "add"
  case starterFeeds = "starter"
  case removeFeed = "remove"
  case importPaths = "import"
  case commandLine = "command-line"
  case palette
  case help
  case editConfig = "edit-config"
  case suspend, quit
  case rule
  case why
  case topic, source, view, theme, set, noSearch = "nosearch"
}
