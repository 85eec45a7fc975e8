import Articles
import FoundationEssentials
import Screen
import Testing

@testable import Reader

@Suite struct StepsTests {
  private func step(
    _ direction: ChangeReport.Direction, _ affected: Int = 1, title: String? = nil,
    byRule: Bool = false
  ) -> LoggedStep {
    LoggedStep(
      report: ChangeReport(
        change: .setRead(true, []), direction: direction, affected: affected),
      title: title, isByRule: byRule)
  }

  private func open(_ steps: [LoggedStep]) -> Model {
    var model = Model.showing(["Bridge", "Tram"], columns: 100, rows: 30)
    for effect in model.type("U") {
      if case .loadSteps(_, let request) = effect { _ = model.update(.stepsLoaded(steps, request)) }
    }
    return model
  }

  /// Steps back (or forward, below 0) that effects ask for.
  private func distance(_ effects: [Effect]) -> Int {
    effects.reduce(0) { sum, effect in
      switch effect {
      case .undo: sum + 1
      case .redo: sum - 1
      default: sum
      }
    }
  }

  @Test func `changes stand with their articles, the cursor on the one that u would undo`() {
    var model = open([
      step(.undone, title: "Tram"), step(.done, byRule: true), step(.done, 1_200),
      step(.done, title: "Bridge"),
    ])
    let text = model.frame.text
    #expect(text.contains("↶ 1 article marked read: Tram"))
    #expect(text.contains("1 article marked read (by a rule)"))
    #expect(text.contains("1,200 articles marked read"))
    #expect(distance(model.type("<Enter>")) == 1)
    #expect(distance(model.type("j<Enter>")) == 2)
    #expect(distance(model.type("kk<Enter>")) == 0, "what a rule did is passed over")
    #expect(distance(model.type("k<Enter>")) == -1)
    #expect(distance(model.type("u")) == 1 && distance(model.type("^R")) == -1)
    _ = model.type("q")
    #expect(model.mode == .reading)
  }

  @Test func `a log without steps says so, and nothing is undone`() {
    var model = open([])
    #expect(model.frame.text.contains("Nothing was changed yet."))
    #expect(distance(model.type("j<Enter>")) == 0)
  }
}

@Suite struct ProgramTests {
  private func reading(_ change: (inout ArticleDraft) -> Void = { _ in }) -> Model {
    var model = Model.showing(["Bridge: “closed”", "Tram"], columns: 100, rows: 30)
    for effect in model.type("<Enter>") {
      guard case .loadArticle(_, let request) = effect, let head = model.list.rows.first else {
        continue
      }
      var draft = ArticleDraft(title: head.title, source: head.source)
      draft.body = Body(paragraphs: ["The bridge is \u{1B}[31mclosed."])
      change(&draft)
      _ = model.update(.articleLoaded(Article(head: head, draft: draft), request))
    }
    return model
  }

  @Test func `a command gets the text of the article, cleaned, and nothing of it in its words`() {
    var model = reading()
    #expect(model.type("|").isEmpty)
    #expect(model.frame.text.contains(":pipe"))
    let effects = model.type("wc<Space>-l<Enter>")
    guard case .runCommand("wc -l", let input?)? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(input.contains("The bridge is") && !input.contains("\u{1B}"))
    #expect(model.type(":shell<Space>ls<Enter>").first == .runCommand("ls", input: nil))
  }

  @Test func `a file is named after the headline`() {
    var model = reading()
    _ = model.type("w")
    #expect(model.frame.text.contains(":write ~/bridge-closed.md"))
    let effects = model.type("<Enter>")
    guard case .write(_, path: "~/bridge-closed.md", _)? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(Model.fileName(of: "…/../-rf $HOME") == "rf-home")
    #expect(Model.fileName(of: "—") == "article")
    #expect(Model.fileName(of: String(repeating: "word ", count: 99)).count < 60)
  }

  @Test func `media are opened, several of them chosen from`() {
    var model = reading()
    #expect(model.type("e").isEmpty)
    #expect(model.frame.text.contains("media: the article has none"))
    let one = Enclosure(url: "https://example.org/a.mp3", type: "audio/mpeg", length: 9)
    let two = Enclosure(url: "https://example.org/b.mp4", type: "video/mp4", length: 9)
    model = reading { $0.enclosures = [one] }
    #expect(model.type("e") == [.open(one.url)])
    model = reading { $0.enclosures = [one, two] }
    #expect(model.type("2e") == [.open(two.url)])
    #expect(model.type("3e").isEmpty)
    #expect(model.type("e").isEmpty)
    #expect(model.type("j<Enter>") == [.open(two.url)])
    model = reading { $0.enclosures = [Enclosure(url: "javascript:alert(1)")] }
    #expect(model.type("e").isEmpty)
    #expect(model.frame.text.contains("is no address for a browser"))
  }

  @Test func `what stands above or below the cursor is marked read as one step`() {
    var model = Model.showing(["A", "B", "C"], columns: 100, rows: 30)
    _ = model.type("j")
    let published = model.list.rows[1].published
    let above = model.type(":read-above<Enter>")
    let newer = ArticleQuery.Condition.since(.at(published.addingTimeInterval(1)))
    guard case .perform(.markAllRead(let query), _)? = above.first else {
      Issue.record("\(above)")
      return
    }
    #expect(query == model.query.and(newer))
    #expect(model.list.rows.map(\.isUnread) == [false, true, true])
    _ = model.type(":read-below<Enter>")
    #expect(model.list.rows.map(\.isUnread) == [false, true, false])
  }
}
