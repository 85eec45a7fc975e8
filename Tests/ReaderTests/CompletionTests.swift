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
}
