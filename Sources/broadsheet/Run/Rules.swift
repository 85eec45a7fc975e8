import Articles
import FoundationEssentials
import Storage

/// Lets the rules of the settings, and what is muted from the list, see what is new, once it was
/// analysed.
enum Rules {
  static func apply(in store: ArticleStore, _ places: Places) async throws -> RuleOutcome {
    let mutings = try await store.mutings().compactMap { muting in
      (try? ArticleQuery(parsing: muting.query)).map {
        ArticleRule(name: muting.name, query: $0, actions: [.mute])
      }
    }
    return try await store.apply(ConfigFile.read(places).rules + mutings, now: Date())
  }
}
