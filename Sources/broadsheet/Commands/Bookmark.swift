import ArgumentParser
import Articles
import FoundationEssentials
import Storage

/// `broadsheet bookmark`: the library from the command line.
struct Bookmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Add, remove and list bookmarks.",
    discussion: """
      Examples:
        broadsheet bookmark add 1kq3w8x9d2a
        broadsheet bookmark list --json
      """,
    subcommands: [Add.self, Remove.self, Listing.self])

  /// `broadsheet bookmark add`.
  struct Add: BackgroundCommand {
    static let configuration = CommandConfiguration(
      abstract: "Bookmark articles.",
      discussion: "Example: broadsheet bookmark add 1kq3w8x9d2a")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "Ids from broadsheet list.") var ids: [String]

    func carryOut() async throws { try await Bookmark.set(true, ids, global) }
  }

  /// `broadsheet bookmark remove`.
  struct Remove: BackgroundCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take bookmarks away.",
      discussion: "Example: broadsheet bookmark remove 1kq3w8x9d2a")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "Ids from broadsheet list.") var ids: [String]

    func carryOut() async throws { try await Bookmark.set(false, ids, global) }
  }

  /// `broadsheet bookmark list`.
  struct Listing: BackgroundCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the bookmarked articles, newest first.",
      discussion: "Example: broadsheet bookmark list --json")

    @OptionGroup var global: GlobalOptions
    @Flag(help: "Print JSON Lines.") var json = false

    func carryOut() async throws {
      var list = List()
      list.global = global
      list.query = ["is:bookmarked"]
      list.limit = nil
      list.json = json
      try await list.carryOut()
    }
  }

  /// Sets or clears the bookmark of each article that the store knows, and names the others.
  private static func set(_ isOn: Bool, _ typed: [String], _ global: GlobalOptions) async throws {
    let store = try Stores.open(global)
    var known: [ArticleID] = []
    for text in typed {
      do throws(Complaint) {
        let id = try Stores.id(text)
        guard try await isKnown(id, in: store) else { throw Stores.unknown(text) }
        known.append(id)
      } catch {
        Printer.complain(error)
      }
    }
    if !known.isEmpty { _ = try await store.perform(.setBookmark(isOn, known), now: Date()) }
    if known.count < typed.count { throw ExitCode(known.isEmpty ? 2 : 1) }
  }

  private static func isKnown(
    _ id: ArticleID, in store: ArticleStore
  ) async throws(Complaint) -> Bool {
    do throws(StoreError) {
      return try await store.article(id) != nil
    } catch {
      throw Complaint(error)
    }
  }
}
