import FoundationEssentials
import Storage

/// Lets the rules of the settings see what is new, once it was analysed.
enum Rules {
  static func apply(in store: ArticleStore, _ places: Places) async throws -> RuleOutcome {
    try await store.apply(try ConfigFile.read(places).rules, now: Date())
  }
}
