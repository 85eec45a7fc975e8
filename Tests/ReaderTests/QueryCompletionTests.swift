import Articles
import Screen
import Testing

@testable import Reader

/// Tab in lines that are queries, and the history of searches.
@Suite struct QueryCompletionTests {
  private func reader() -> Model { Model.showing(ListTests.titles, columns: 100, rows: 30) }

  private func line(_ reader: Model) -> String {
    if case .prompt(let prompt) = reader.mode { prompt.line } else { "" }
  }

  /// Presses keys, and answers each question for names with these.
  private func type(_ keys: String, _ reader: inout Model, names: [String]) -> [QueryName] {
    var asked: [QueryName] = []
    for effect in reader.type(keys) {
      guard case .listNames(let kind, _, _, let request) = effect else { continue }
      asked.append(kind)
      _ = reader.update(.namesListed(names, request))
    }
    return asked
  }

  @Test(arguments: [
    ("so<Tab>", "so"), ("sou<Tab>", "source:"), ("tram<Space>-le<Tab>", "tram -le"),
    ("(min<Tab>", "(minutes:"), ("is:bo<Tab>", "is:bookmarked "), ("-has:im<Tab>", "-has:image "),
    ("since:y<Tab>", "since:yesterday "), ("sort:old<Tab>", "sort:oldest "),
  ]) func `fields and their words are completed`(keys: String, wanted: String) {
    var reader = reader()
    _ = reader.type("/" + keys)
    #expect(line(reader) == wanted)
  }

  @Test func `what fits is named where it goes on in several ways`() {
    var reader = reader()
    _ = reader.type("/so<Tab>")
    #expect(reader.frame.rowText(29).contains("source:  sort:"))
    _ = reader.type("/x:<Tab>")
    #expect(line(reader) == "so/x:")
  }

  @Test func `topics, sources and authors are asked of the store`() {
    var reader = reader()
    #expect(type("/-#pol<Tab>", &reader, names: ["politic", "police"]) == [.topic])
    #expect(line(reader) == "-#poli")
    #expect(type("c<Tab>", &reader, names: ["police"]) == [.topic])
    #expect(line(reader) == "-#police ")
    #expect(type("#cli<Tab>", &reader, names: ["climate change"]) == [.topic])
    #expect(line(reader) == "-#police topic:\"climate change\" ")
    #expect(type("source:DAI<Tab>", &reader, names: ["Daily Wire", "Daily Post"]) == [.source])
    #expect(line(reader).hasSuffix("source:\"Daily "))
    #expect(type("w<Tab>", &reader, names: ["Daily Wire"]) == [.source])
    #expect(line(reader).hasSuffix("source:\"Daily Wire\" "))
    #expect(type("author:in<Tab>", &reader, names: ["Inês Prado"]) == [.author])
    #expect(line(reader).hasSuffix("author:\"Inês Prado\" "))
    #expect(type("folder:x<Tab>", &reader, names: []) == [.folder])
    #expect(reader.status.text.contains("nothing begins with x"))
  }

  @Test func `the filter and commands that take a query complete it, too`() {
    var reader = reader()
    #expect(type("f#tr<Tab>", &reader, names: ["tram"]) == [.topic])
    #expect(line(reader) == "#tram ")
    _ = reader.type("<Esc>")
    #expect(type(":rule<Space>test<Space>source:w<Tab>", &reader, names: ["Wire"]) == [.source])
    #expect(line(reader) == "rule test source:Wire ")
    _ = reader.type("<Esc>:sea<Tab>")
    #expect(line(reader) == "search ")
  }

  @Test func `searches of earlier sessions come back by what they begin with`() {
    var reader = reader()
    for search in ["tram", "bridge", "tram line"] {
      for character in "/" + search {
        _ = reader.update(.input(.key(.character(character)), now: Desk.now))
      }
      _ = reader.type("<Enter>")
    }
    let session = Session(text: reader.session.text)
    #expect(session.searches == ["tram", "bridge", "tram line"])
    var other = Model(size: Size(columns: 100, rows: 30), restoring: session)
    _ = other.update(.started(now: Desk.now))
    _ = other.type("/<Up><Up>")
    #expect(line(other) == "bridge")
    _ = other.type("<C-u>tr<Up>")
    #expect(line(other) == "tram line")
    _ = other.type("<Up>")
    #expect(line(other) == "tram")
    _ = other.type("<Up><Down><Down>")
    #expect(line(other) == "tr")
  }
}
