public import FoundationEssentials

/// What a feed says about itself.
public struct FeedHead: Sendable, Hashable {
  /// Its name, in one line.
  public var title: String?
  /// Address of the page that the feed belongs to.
  public var link: String?
  /// BCP 47, as the feed gives it.
  public var language: String?
  /// What it is about, in one line.
  public var description: String?
  /// When it last changed.
  public var updated: Date?
  /// Address of its picture.
  public var icon: String?
  /// The feed's own id, where its format has one.
  public var id: String?
  /// Who writes it, as the feed names them.
  public var authors: [String] = []
  /// What it calls its subjects.
  public var topics: [String] = []

  /// A feed of which nothing is known yet.
  public init() {}
}
