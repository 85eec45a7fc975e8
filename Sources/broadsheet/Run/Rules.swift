import FoundationEssentials
import Storage

/// Lets the rules of the settings see what is new, once it was analysed.
enum Rules {
  /// - Returns: How often something was done with an article.
  static func apply(in store: ArticleStore, _ places: Places) async throws -> Int {
    try await store.apply(try ConfigFile.read(places).rules, now: Date())
  }
}
