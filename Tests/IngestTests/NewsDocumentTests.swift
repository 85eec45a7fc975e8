import Articles
import FoundationEssentials
import Ingest
import Testing

struct NewsDocumentTests {
  private let context = IngestContext(now: Date(timeIntervalSince1970: 0))

  private func error(_ bytes: [UInt8]) -> IngestError? {
    do throws(IngestError) {
      _ = try NewsDocument.read(bytes, in: context)
      return nil
    } catch {
      return error
    }
  }

  @Test func `nothing at all and blanks alone are refused as empty`() {
    #expect(error([]) == .empty)
    #expect(error(Array(" \n\t\r\n\u{A0} \n".utf8)) == .empty)
    #expect(error([0xEF, 0xBB, 0xBF]) == .empty)
  }

  @Test func `files that are no text are refused by name or as binary`() {
    #expect(error([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]) == .notNews(.file("PNG")))
    #expect(error(Array("%PDF-1.7\n".utf8)) == .notNews(.file("PDF")))
    #expect(
      error((0..<600).map { UInt8(truncatingIfNeeded: $0 &* 7919 &+ 3) }) == .notNews(.binary))
  }

  @Test func `a document beyond the limit is refused with both sizes`() {
    let bytes = [UInt8](repeating: 0x61, count: (16 << 20) + 1)
    #expect(error(bytes) == .tooLarge(bytes: (16 << 20) + 1, limit: 16 << 20))
  }

  @Test func `a saved page may stand in any usual encoding`() throws {
    let page = "Café opens again\n\nUpdated 16 January 2026\n\nROME: “It” opened."
    let wide = page.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let documents = try [Array(page.utf8), [0xFF, 0xFE] + wide].map {
      try NewsDocument.read($0, in: context)
    }
    #expect(documents[0] == documents[1])
    #expect(documents[0].articles.map(\.title) == ["Café opens again"])
  }
}

/// Every kind of document is told from its content alone.
struct DocumentKindTests {
  @Test(arguments: [
    ("<?xml version='1.0'?><rss version='2.0'><channel/></rss>", DocumentFormat.rss2),
    ("<opml version='2.0'><body><outline xmlUrl='https://a.example/f'/></body></opml>", .opml),
    ("# mine\nhttps://a.example/feed news \"~The A\"\n", .urls),
    ("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"A\",\"items\":[]}", .json),
    ("<!doctype html><h1>Council meets</h1><p>It met on Friday.", .page),
    ("Council meets\n\nIt met on Friday.", .page),
  ])
  func `a document is what its content says`(_ text: String, _ format: DocumentFormat) throws {
    let context = IngestContext(now: Date(timeIntervalSince1970: 0))
    #expect(try NewsDocument.read(Array(text.utf8), in: context).format == format)
  }
}
