import Articles
import FoundationEssentials
import Testing

@testable import Ingest

@Suite struct BookmarkFileTests {
  private func read(_ text: String) throws -> NewsDocument {
    try NewsDocument.read(
      Array(text.utf8), in: IngestContext(now: Date(timeIntervalSince1970: 1_790_000_000)))
  }

  @Test func `a browser's file gives folders, notes, tags and times`() throws {
    let document = try read(
      """
      <!DOCTYPE NETSCAPE-Bookmark-file-1>
      <!-- do not edit -->
      <TITLE>Bookmarks</TITLE><H1>Bookmarks Menu</H1>
      <DL><p>
        <DT><A HREF="https://a.example/1" ADD_DATE="1700000000" TAGS="sea, ships">One &amp; two</A>
        <DD>first line<br>second &lt;line&gt;
        <DT><H3 ADD_DATE="1">News/World</H3>
        <DL><p>
          <DT><H3>Deep</H3><DD>about the folder
          <DL><p><DT><A HREF="https://b.example/">Inner</A></DL><p>
          <DT><A HREF="javascript:alert(1)">script</A>
          <DD>a note of a script
          <DT><A HREF="place:sort=8">Recent</A>
        </DL><p>
        <DT><A HREF="https://c.example/x">  </A>
      </DL><p>
      """)
    #expect(document.format == .bookmarks)
    let marks = document.bookmarks
    #expect(
      marks.map(\.article.link) == [
        "https://a.example/1", "https://b.example/", "https://c.example/x",
      ])
    #expect(marks.map(\.article.title) == ["One & two", "Inner", "https://c.example/x"])
    #expect(marks.map(\.details.folder) == ["", "News-World/Deep", ""])
    #expect(marks[0].details.note == "first line\nsecond <line>")
    #expect(marks[0].article.topics == ["sea", "ships"])
    #expect(marks[0].added == Date(timeIntervalSince1970: 1_700_000_000))
  }

  @Test func `lists and trees of other programs are read`() throws {
    let pinboard = try read(
      """
      [{"href":"https://a.example/","description":"A","extended":"why","tags":"x y",
        "time":"2026-01-16T00:00:00Z"}, {"href":"about:blank","description":"B"}, 7]
      """
    ).bookmarks
    #expect(pinboard.map(\.article.title) == ["A"])
    #expect(pinboard[0].details.note == "why" && pinboard[0].article.topics == ["x", "y"])
    let firefox = try read(
      """
      {"guid":"root","title":"","children":[{"title":"toolbar","children":[
        {"title":"F","uri":"https://f.example/","dateAdded":1700000000000000}]}]}
      """
    ).bookmarks
    #expect(firefox.map(\.details.folder) == ["toolbar"])
    #expect(firefox[0].added == Date(timeIntervalSince1970: 1_700_000_000))
    let chrome = try read(
      """
      {"checksum":"1","roots":{"bookmark_bar":{"name":"Bar","children":[
        {"name":"C","type":"url","url":"https://c.example/","date_added":"13344473600000000"}]}},
       "version":1}
      """
    ).bookmarks
    #expect(chrome.map(\.details.folder) == ["Bar"])
    #expect(chrome[0].added == Date(timeIntervalSince1970: 1_700_000_000))
  }

  @Test(arguments: [
    "<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><A HREF=\"javascript:1\">x</A></DL>",
    "<!DOCTYPE NETSCAPE-Bookmark-file-1>", "[1,2,{\"a\":1}]", "{\"url\":\"ftp://x\"}",
  ])
  func `files without a bookmark are refused`(text: String) {
    #expect(throws: IngestError.self) { try read(text) }
  }

  @Test func `hostile files end soon and stay within the limits`() throws {
    let deep = String(repeating: "<DL><DT><H3>f</H3>", count: 20_000)
    let nested = try read(
      "<!DOCTYPE NETSCAPE-Bookmark-file-1>\(deep)<DT><A HREF=\"https://a.example/\">a</A>")
    #expect(nested.bookmarks.count == 1)
    #expect(nested.bookmarks[0].details.folder.split(separator: "/").count <= 8)
    let tree = String(repeating: "{\"children\":[", count: 5_000)
    #expect(throws: IngestError.self) { try read(tree + "{\"url\":\"https://a.example/\"}") }
  }
}
