/// Well-known public feeds to begin with, none of which is subscribed to by itself.
public enum StarterList {
  /// One of them.
  public struct Feed: Sendable {
    /// The topic that its articles get.
    public var topic: String
    /// The publication's name.
    public var title: String
    /// The code of its language.
    public var language: String
    /// The feed's address.
    public var url: String
  }

  /// All of them, those of a topic together.
  public static var all: [Feed] {
    String(decoding: PackageResources.feeds_tsv, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix(";") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
      .filter { $0.count == 4 }
      .map { Feed(topic: $0[0], title: $0[1], language: $0[2], url: $0[3]) }
  }
}
