import Articles
import FoundationEssentials
import Screen
import Testing

@testable import Reader

@Suite struct CompletionTests {
  @Test func `Tab asks for paths after :import and takes what they have in common`() throws {
    var reader = Model.showing(["Tram line reopens"], columns: 120, rows: 30)
    let effects = reader.type(":import<Space>feeds/ar<Tab>")
    guard case .listPaths(let typed, let request)? = effects.last else {
      Issue.record("no question: \(effects)")
      return
    }
    #expect(typed == "feeds/ar")
    _ = reader.update(.pathsListed(["feeds/archive-1.xml", "feeds/archive-2.xml"], request))
    #expect(reader.frame.text.contains(":import feeds/archive-"))
    #expect(reader.frame.text.contains("archive-1.xml") == false)
    guard case .listPaths(_, let second)? = reader.type("<Tab>").last else { return }
    _ = reader.update(.pathsListed(["feeds/archive-1.xml", "feeds/archive-2.xml"], second))
    #expect(reader.frame.text.contains("archive-1.xml  archive-2.xml"))
    // An answer that comes too late changes nothing.
    _ = reader.update(.pathsListed(["feeds/other"], request))
    #expect(reader.frame.text.contains(":import feeds/archive-"))
  }

  private func reader() -> Model {
    var reader = Model.showing(
      ListTests.titles, columns: 120, rows: 30,
      surroundings: Surroundings(themes: ["midnight", "nord"]))
    reader.list.change([reader.list.rows[0].id]) { $0.topics = ["city", "port selis"] }
    reader.list.change([reader.list.rows[1].id]) { $0.topics = ["bridge"] }
    return reader
  }

  private func line(_ reader: Model) -> String {
    if case .prompt(let prompt) = reader.mode { prompt.line } else { "" }
  }

  /// Presses keys, and answers each question for names with those of a store that begin so.
  private func type(_ keys: String, _ reader: inout Model) -> [QueryName] {
    let names = [
      QueryName.topic: ["climate change", "climate", "city", "religion"],
      .source: ["Daily Wire", "Daily Post", "The Meridian"],
    ]
    var asked: [QueryName] = []
    for effect in reader.type(keys) {
      guard case .listNames(let kind, let beginning, _, let request) = effect else { continue }
      asked.append(kind)
      let fitting = (names[kind] ?? []).filter { $0.folded.hasPrefix(beginning.folded) }
      _ = reader.update(.namesListed(fitting, request))
    }
    return asked
  }

  @Test(arguments: [
    ("set<Space>de<Tab>", "set dense"), ("set<Space>nor<Tab>", "set norelated"),
    ("story<Space>m<Tab>", "story merge"), ("theme<Space>n<Tab>", "theme nord"),
    ("why<Space><Tab>", "why topic "), ("why<Space>topic<Space>p<Tab>", "why topic port selis"),
    ("untag<Space>c<Tab>", "untag city"), ("sort<Space>old<Tab>", "sort oldest"),
    ("view<Space>fol<Tab>", "view followed"),
  ]) func `arguments that are known here are completed`(keys: String, wanted: String) {
    var reader = reader()
    #expect(type(":" + keys, &reader).isEmpty)
    #expect(line(reader) == wanted)
  }

  @Test(arguments: [
    ("topic<Space>cli<Tab>", "topic climate"), ("topic<Space>-cit<Tab>", "topic -city"),
    ("topic<Space>#cit<Tab>", "topic #city"),
    ("topic<Space>climate<Space><Tab>", "topic climate change"),
    ("topic<Space>ren<Tab>", "topic rename "), ("topic<Space>re<Tab>", "topic re"),
    ("topic<Space>rename<Space>climate-<Tab>", "topic rename climate-change"),
    ("topic<Space>merge<Space>city<Space>rel<Tab>", "topic merge city religion"),
    ("tag<Space>rel<Tab>", "tag religion"),
    ("source<Space>daily<Space>w<Tab>", "source Daily Wire"),
    ("source<Space>d<Tab>", "source Daily "),
  ]) func `topics and sources are asked of the store`(keys: String, wanted: String) {
    var reader = reader()
    #expect(type(":" + keys, &reader).count == 1)
    #expect(line(reader) == wanted)
  }

  @Test func `the prompts for topics complete them, those to take away from what is selected`() {
    var reader = reader()
    #expect(type("+rel<Tab>", &reader) == [.topic])
    #expect(line(reader) == "religion")
    #expect(type("<Esc>-b<Tab>", &reader).isEmpty)
    #expect(line(reader) == "b")
    #expect(reader.status.text == "nothing begins with b")
    _ = reader.type("<Esc>")
    _ = reader.type("vv")
    #expect(type("-b<Tab>", &reader).isEmpty)
    #expect(line(reader) == "bridge")
  }

  @Test func `an answer for a line that is another one now changes nothing`() {
    var reader = reader()
    guard case .listNames(_, _, _, let request)? = reader.type(":source<Space>d<Tab>").last else {
      Issue.record("no question")
      return
    }
    _ = reader.type("<Esc>:set<Space>d")
    _ = reader.update(.namesListed(["Daily Wire"], request))
    #expect(line(reader) == "set d")
  }

  @Test func `command lines of earlier sessions come back, the newest fifty`() {
    var reader = reader()
    for number in 1...60 { _ = reader.type(":set<Space>x\(number)<Enter>") }
    let session = Session(text: reader.session.text)
    #expect(session.commands.count == 50)
    var other = Model(size: Size(columns: 100, rows: 30), restoring: session)
    _ = other.update(.started(now: Desk.now))
    _ = other.type(":<Up><Up>")
    #expect(line(other) == "set x59")
    _ = other.type("<Esc>/<Up>")
    #expect(line(other).isEmpty)
  }
}
