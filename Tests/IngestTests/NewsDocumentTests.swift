import FoundationEssentials
import Ingest
import Testing

struct NewsDocumentTests {
  @Test func `nothing at all is refused as empty`() {
    #expect(throws: IngestError.empty) {
      try NewsDocument.read([], in: IngestContext(now: Date(timeIntervalSince1970: 0)))
    }
  }
}
