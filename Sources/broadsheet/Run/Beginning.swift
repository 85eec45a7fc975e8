import Articles
import Reader
import Storage

/// What the reader shows first when the command line asks for it, in place of where it was left.
enum Beginning: Sendable {
  /// A view by its name: one of the built-in ones, or the user's own.
  case view(String)
  /// What a query finds.
  case query(String)
  /// An article, opened to be read.
  case article(String)

  /// Changes a session so that the reader begins there.
  /// - Returns: The article to open; `nil` for none.
  /// - Throws: `Complaint` when there is no such view or article, or the query cannot be read.
  func apply(to session: inout Session, in store: ArticleStore) throws -> ArticleID? {
    session.view = .all
    session.saved = nil
    session.topics = []
    session.feed = nil
    session.search = ""
    session.sort = .newest
    session.cursor = nil
    switch self {
    case .view(let name):
      try show(name, in: &session, store)
      return nil
    case .query(let text):
      session.sort = try Self.query(text, "--query").sort
      session.search = text
      return nil
    case .article(let text):
      let id = try Stores.id(text)
      guard try Waiting.result({ try await !store.headlines([id]).isEmpty }) else {
        throw Stores.unknown(text)
      }
      session.cursor = id
      return id
    }
  }

  private func show(_ name: String, in session: inout Session, _ store: ArticleStore) throws {
    if let view = NewsView(rawValue: name) {
      session.view = view
      return
    }
    let views = try Waiting.result { try await store.views() }
    guard let saved = views.first(where: { $0.name == name }) else {
      let names = NewsView.allCases.map(\.rawValue) + views.map(\.name)
      let nearest = NearestName.of(name, among: names).map { "did you mean \($0)? " } ?? ""
      throw Complaint(
        "view \(name)", "there is none of this name",
        advice: "\(nearest)there are \(names.joined(separator: ", "))", status: 64)
    }
    session.sort = try Self.query(saved.query, "view \(name)").sort
    session.saved = saved
  }

  private static func query(_ text: String, _ subject: String) throws(Complaint) -> ArticleQuery {
    do throws(QueryError) {
      return try ArticleQuery(parsing: text, zone: SystemZone.current())
    } catch {
      throw Complaint(subject, "\(error)", advice: "see broadsheet list --help", status: 64)
    }
  }
}
