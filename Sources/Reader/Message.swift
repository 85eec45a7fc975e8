public import Articles
public import FoundationEssentials
public import Screen

/// Which question an answer belongs to.
///
/// Questions of one kind are numbered; only the answer to the newest one counts.
public struct Request: Sendable, Hashable {
  /// What is asked.
  ///
  /// The runner may cancel the older question of the same kind.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The list anew: its rows take the place of those shown.
    case headlines
    /// Rows that continue the list downwards, upwards.
    case rowsAfter, rowsBefore
    /// Rows that came since the list was loaded.
    case arrivals
    /// The next article of some kind beyond the rows at hand.
    case jump
    case article, related, topics, counts
    /// A change of the library, its undoing, its redoing.
    case change
    /// Import, subscription or refresh.
    case intake
    /// A wake-up that shows how a key sequence goes on.
    case keys
    /// A wake-up that shows the article on which the cursor came to rest.
    case preview
  }

  /// What is asked.
  public var kind: Kind
  /// Greater for later questions of the kind.
  public var number: Int

  /// Takes both as they are.
  public init(kind: Kind, number: Int) {
    self.kind = kind
    self.number = number
  }
}

/// Something that happened outside and that the reader takes in.
public enum Message: Sendable, Hashable {
  /// The program runs and the screen has a size; sent once, first.
  case started(now: Date)
  /// A key, a paste, the mouse, a new size, a signal.
  case input(InputEvent, now: Date)
  /// Answer to `Effect.loadHeadlines`.
  case headlinesLoaded(HeadlinePage, Request)
  /// Answer to `Effect.loadArticle`; `nil` when the store has it no more.
  case articleLoaded(Article?, Request)
  /// Answer to `Effect.loadRelated`.
  case relatedLoaded([RelatedArticle], Request)
  /// Answer to `Effect.loadTopics`.
  case topicsLoaded([TopicCount], Request)
  /// Answer to `Effect.loadCounts`.
  case countsLoaded(StoreCounts, Request)
  /// Answer to `perform`, `undo` and `redo`; `nil` when there was nothing to undo or redo.
  case changed(ChangeReport?, Request)
  /// Something else wrote to the store: an import, a refresh, another program.
  case storeChanged(now: Date)
  /// How an import, a subscription or a refresh goes, as one sentence; `isOver` ends it.
  case intakeReported(String, isOver: Bool, Request)
  /// The time asked for by `Effect.wake` is over.
  case woke(Request)
  /// What was asked could not be done; a sentence of the form "subject: what is wrong".
  case failed(String, Request?)
}
