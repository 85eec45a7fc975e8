import Articles
import Screen
import Testing

@testable import Reader

@Suite struct PanelTests {
  private func reader() -> Model { Model.showing(ListTests.titles, columns: 100, rows: 30) }

  private func opened(_ reader: inout Model) {
    for case .loadTopics(_, _, let request) in reader.type("t") {
      let topics = [
        TopicCount(topic: "pakistan", articles: 9, unread: 4),
        TopicCount(topic: "ai", articles: 5, unread: 5),
        TopicCount(topic: "sport", articles: 2, unread: 0),
      ]
      _ = reader.update(.topicsLoaded(topics, request))
    }
  }

  @Test func `several topics are asked for and kept out at once`() {
    var reader = reader()
    opened(&reader)
    #expect(reader.frame.text.contains("#pakistan"))
    _ = reader.type("<Space>j<Space>j<Space><Space>")
    let effects = reader.type("<Enter>")
    #expect(
      reader.scope.topics == [
        TopicChoice("pakistan"), TopicChoice("ai"), TopicChoice("sport", isWanted: false),
      ])
    let wanted = ArticleQuery(.all([.topic("pakistan"), .topic("ai"), .not(.topic("sport"))]))
    let asked = effects.compactMap { effect in
      if case .loadHeadlines(let query, .start, _, _) = effect { query } else { nil }
    }
    #expect(asked == [wanted])
    #expect(reader.frame.rowText(0).contains("#pakistan #ai −#sport"))
    _ = reader.type("T")
    #expect(reader.scope.topics.isEmpty)
  }

  @Test func `typing narrows the topics, and Enter takes the selected one`() {
    var reader = reader()
    opened(&reader)
    _ = reader.type("spo<Enter>")
    #expect(reader.scope.topics == [TopicChoice("sport")])
  }

  @Test func `Esc leaves the filter as it was`() {
    var reader = reader()
    opened(&reader)
    #expect(
      reader.type("<Space><Esc>").allSatisfy { if case .loadHeadlines = $0 { false } else { true } }
    )
    #expect(reader.scope.topics.isEmpty)
  }

  @Test func `the help names every command that has a key`() {
    let lines = HelpPanel(.standard).lines
    for entry in Command.table where !entry.keys.isEmpty {
      let isNamed = lines.contains { line in
        if case .entry(_, let title, _) = line { title == entry.title } else { false }
      }
      #expect(isNamed, "\(entry.name)")
    }
    var reader = reader()
    _ = reader.type("?")
    #expect(reader.frame.text.contains("Moving"))
    _ = reader.type("q")
    #expect(reader.mode == .reading)
  }

  @Test func `moving in the themes tries them, Esc returns to the first`() {
    var reader = Model(
      size: Size(columns: 80, rows: 24),
      surroundings: Surroundings(themes: ["midnight", "nord"], theme: "midnight"))
    _ = reader.update(.started(now: Desk.now))
    #expect(reader.type("gTj").last == .useTheme("nord"))
    #expect(reader.type("<Esc>") == [.useTheme("midnight")])
    _ = reader.type("gTj")
    _ = reader.type("<Enter>")
    #expect(reader.theme == "nord")
    #expect(reader.session.theme == "nord")
  }

  @Test func `a prompt edits its line, remembers it and completes commands`() {
    var reader = reader()
    _ = reader.type(":them<Tab>")
    #expect(reader.frame.rowText(29).hasPrefix(":theme"))
    _ = reader.type("^Ufoo<Enter>")
    #expect(reader.status.isError)
    #expect(reader.status.text.contains("there is no such command"))
    _ = reader.type(":<Up>")
    #expect(reader.frame.rowText(29).hasPrefix(":foo"))
    _ = reader.type("<Esc>")
    #expect(reader.mode == .reading)
  }

  @Test func `a query that cannot be read is refused with its column`() {
    var reader = reader()
    #expect(reader.type("/(a<Enter>").isEmpty)
    #expect(reader.status.text.contains("column 1"))
    _ = reader.type("/bridge<Space><Enter>")
    #expect(reader.query.condition == .word("bridge", isPrefix: false))
    _ = reader.type("<Esc>")
    #expect(reader.scope.search.isEmpty)
  }

  @Test func `pasted text goes into a prompt in one line and without controls`() {
    var reader = reader()
    _ = reader.type("/")
    _ = reader.update(.input(.paste("a\nb\u{1B}[31m"), now: Desk.now))
    guard case .prompt(let prompt) = reader.mode else {
      Issue.record("no prompt")
      return
    }
    #expect(prompt.line == "a b[31m")
  }

  @Test func `a pending key shows how it goes on after the wake-up`() {
    var reader = reader()
    let effects = reader.type("g")
    #expect(effects == [.wake(after: 300, Request(kind: .keys, number: 1))])
    _ = reader.update(.woke(Request(kind: .keys, number: 1)))
    #expect(reader.frame.text.contains("bookmarks"))
    _ = reader.type("b")
    #expect(reader.scope.view == .bookmarks)
    #expect(!reader.showsContinuations)
  }

  @Test func `a session reads back from its text`() {
    var reader = reader()
    _ = reader.type("gb")
    _ = reader.type(":topic<Space>-sport<Enter>")
    _ = reader.type("=>>")
    #expect(reader.session.topics == [TopicChoice("sport", isWanted: false)])
    #expect(Session(text: reader.session.text) == reader.session)
    #expect(Session(text: "view nowhere\nlist-growth 99999999999999999999\n\u{1B}") == Session())
  }
}
