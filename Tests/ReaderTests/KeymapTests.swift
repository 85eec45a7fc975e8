import Articles
import Screen
import Testing

@testable import Reader

@Suite struct KeymapTests {
  private func keys(_ notation: String) -> [Key] { Key.sequence(notation) ?? [] }

  private func binding(
    _ notation: String, _ actions: String..., panes: Set<Pane> = Set(Pane.allCases)
  ) throws -> Keymap.Binding {
    Keymap.Binding(
      keys: try Keymap.keys(parsing: notation),
      actions: try actions.map { line throws in try Keymap.Action(parsing: line) }, panes: panes)
  }

  /// A reader with bindings over the usual ones.
  private func reader(_ layer: [Keymap.Binding]) -> Model {
    var reader = Model.showing(ListTests.titles, columns: 100, rows: 30)
    reader.surroundings.keymap = Keymap.standard.rebound(by: layer)
    return reader
  }

  @Test func `a key of the user takes the place of the usual one in its panes only`() throws {
    let keymap = Keymap.standard.rebound(by: [
      try binding("x", "toggle-bookmark", panes: [.headlines])
    ])
    #expect(keymap.match(keys("x"), in: .headlines) == .actions([.init(.toggleBookmark)]))
    #expect(keymap.match(keys("x"), in: .article) == .actions([.init(.fullText)]))
    #expect(keymap.helpKeys(of: .toggleBookmark) == "x (headlines) s")
    #expect(keymap.helpKeys(of: .fullText) == "x (article, related)")
  }

  @Test func `what can no more be typed gives way, in both directions`() throws {
    let short = Keymap.standard.rebound(by: [try binding("g", "first")])
    #expect(short.match(keys("g"), in: .article) == .actions([.init(.first)]))
    #expect(short.notations(of: .first) == ["g", "<Home>"])
    #expect(short.notations(of: .viewBookmarks).isEmpty)
    let long = Keymap.standard.rebound(by: [try binding("sx", "quit")])
    #expect(long.match(keys("s"), in: .headlines) == .prefix)
    #expect(long.notations(of: .toggleBookmark).isEmpty)
  }

  @Test func `a key that is freed does nothing and stands nowhere in the help`() throws {
    var reader = reader([Keymap.Binding(keys: keys("s"), actions: [])])
    #expect(reader.type("s").isEmpty)
    #expect(!reader.list.rows[0].isBookmarked)
    #expect(reader.surroundings.keymap.helpKeys(of: .toggleBookmark).isEmpty)
    // Only the sequence itself is freed, not the key that it begins with.
    let keymap = Keymap.standard.rebound(by: [Keymap.Binding(keys: keys("sx"), actions: [])])
    #expect(keymap.match(keys("s"), in: .headlines) == .actions([.init(.toggleBookmark)]))
  }

  @Test func `a key does several things one after the other, each with its count`() throws {
    var reader = reader([try binding("gz", "toggle-bookmark", "down")])
    _ = reader.type("2gz")
    #expect(reader.list.rows.map(\.isBookmarked) == [true, true, false])
    #expect(reader.list.selection == 2)
  }

  @Test func `what opens a prompt is the last thing that a key does`() throws {
    var reader = reader([try binding("gz", "filter", "quit")])
    #expect(!reader.type("gz").contains(.quit))
    guard case .prompt = reader.mode else {
      Issue.record("no prompt")
      return
    }
  }

  @Test func `an action takes what may stand behind its name`() throws {
    var reader = reader([try binding("<F2>", "topic city")])
    _ = reader.type("<F2>")
    #expect(reader.scope.topics == [TopicChoice("city")])
  }

  @Test func `the help shows the keys that are bound, also for several actions`() throws {
    var reader = reader([
      try binding("gz", "toggle-read", "down"), try binding("<F2>", "theme nord"),
      try binding("W", "toggle-bookmark"),
    ])
    #expect(reader.surroundings.keymap.helpKeys(of: .toggleBookmark) == "W s")
    _ = reader.type("?G")
    #expect(reader.frame.text.contains("Keys of your own"))
    #expect(reader.frame.text.contains("gz"))
    #expect(reader.frame.text.contains("read or unread, down"))
    #expect(reader.frame.text.contains("theme nord"))
  }

  @Test func `hints and sentences name the keys that are bound`() throws {
    let reader = reader([try binding("U", "undo"), try binding("u", "page-up")])
    #expect(reader.frame.rowText(29).contains("U undo"))
    #expect(reader.keyText(.undo) == "U")
    #expect(reader.keyText(.importPaths) == ":import")
  }

  @Test func `bad bindings are refused with what is meant`() {
    func mistake(_ work: () throws(BindingError) -> Void) -> BindingError? {
      do throws(BindingError) {
        try work()
        return nil
      } catch {
        return error
      }
    }
    #expect(
      mistake { () throws(BindingError) in _ = try Keymap.Action(parsing: "togle-read") }
        == .unknownAction("togle-read", nearest: "toggle-read"))
    #expect(
      mistake { () throws(BindingError) in _ = try Keymap.Action(parsing: "undo all") }
        == .needlessArgument("undo"))
    let keys: [(String, BindingError)] = [
      ("", .unreadableKeys("")), ("<Nokey>", .unreadableKeys("<Nokey>")),
      ("3x", .fixedKey("3")), ("g<Esc>", .fixedKey("<Esc>")), ("ggggggggg", .tooManyKeys(limit: 8)),
    ]
    for (notation, error) in keys {
      #expect(
        mistake { () throws(BindingError) in _ = try Keymap.keys(parsing: notation) } == error)
    }
    #expect(mistake { () throws(BindingError) in _ = try Keymap.keys(parsing: "0x") } == nil)
  }

  @Test func `of two bindings where one hides the other the shorter is told first`() throws {
    let clash = [try binding("gx", "quit"), try binding("g", "first")]
    let found = Keymap.overlap(in: clash)
    #expect(found?.short == 1 && found?.long == 0)
    let apart = [
      try binding("gx", "quit", panes: [.article]), try binding("g", "first", panes: [.headlines]),
      Keymap.Binding(keys: keys("gxy"), actions: []),
    ]
    #expect(Keymap.overlap(in: apart) == nil)
    let twice = [try binding("^D", "quit"), try binding("<C-d>", "first")]
    #expect(Keymap.overlap(in: twice)?.long == 1)
  }
}
