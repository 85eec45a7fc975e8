import Testing

@testable import Ingest

struct DecodingTests {
  private func read(_ bytes: [UInt8], _ contentType: String? = nil) -> String {
    TextDecoding.string(bytes, contentType: contentType)
  }

  @Test func `byte order marks outrank every claim`() {
    #expect(read([0xEF, 0xBB, 0xBF] + Array("<a>é".utf8), "text/xml; charset=koi8-r") == "<a>é")
    #expect(read([0xFF, 0xFE, 0x3C, 0, 0x61, 0, 0xE9, 0]) == "<aé")
    #expect(read([0xFE, 0xFF, 0, 0x3C, 0xD8, 0x3D, 0xDE, 0]) == "<😀")
    #expect(read([0, 0, 0xFE, 0xFF, 0, 1, 0xF6, 0, 0, 0x11, 0, 0]) == "😀\u{FFFD}")
  }

  @Test func `wide encodings are told without a mark`() {
    #expect(read([0x3C, 0, 0x61, 0, 0xE9, 0]) == "<aé")
    #expect(read([0, 0, 0, 0x3C, 0, 0, 0, 0xE9]) == "<é")
    #expect(read([0x3C, 0, 0x61, 0, 0, 0xD8, 0x62, 0, 0x63]) == "<a\u{FFFD}b")
  }

  @Test func `the server's charset outranks the declaration, which outranks a meta`() {
    let russian: [UInt8] = [0xF0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4]
    let declared = Array("<?xml version='1.0' encoding='windows-1251'?>".utf8) + russian
    #expect(read(declared, "text/xml; charset=KOI8-R").hasSuffix(">Привет"))
    #expect(read(Array("<?xml encoding=\"koi8-r\"?>".utf8) + russian).hasSuffix(">Привет"))
    #expect(read(Array("<meta charset=koi8-r>".utf8) + russian).hasSuffix(">Привет"))
    #expect(read(Array("<a/>".utf8) + [0x82, 0xA0], "text/xml;charset=x-sjis") == "<a/>あ")
  }

  @Test func `Latin-1 is read as windows-1252, or as UTF-8 when it is that`() {
    let claim = "text/html; charset=ISO-8859-1"
    #expect(read([0x93, 0x48, 0x69, 0x94, 0x20, 0xE9], claim) == "“Hi” é")
    #expect(read(Array("“Hi” é".utf8), claim) == "“Hi” é")
  }

  @Test func `invalid bytes in UTF-8 are mended one by one`() {
    #expect(read(Array("é".utf8) + [0x92, 0x20] + Array("ü".utf8)) == "é’ ü")
    #expect(read(Array("é ".utf8) + [0xE2, 0x80]) == "é \u{FFFD}")
    #expect(read(Array("éé".utf8) + [0xED, 0xA0, 0x80, 0x62]) == "éé\u{FFFD}b")
    #expect(read([0xC0, 0x80, 0xFF, 0xFE]).unicodeScalars.count == 4)
  }

  @Test func `a claim that is unknown or contradicted is passed over`() {
    #expect(read(Array("<é>".utf8), "text/xml; charset=no-such-thing") == "<é>")
    #expect(read(Array("<é>".utf8), "text/xml; charset=utf-16") == "<é>")
    #expect(read(Array("<?xml encoding='x\u{1B}/../y'?><é>".utf8)).hasSuffix("<é>"))
  }

  @Test(arguments: ["x-sjis", "utf-7", "gb18030", "big5", "euc-kr", "iso-2022-jp", "koi8-r"])
  func `bytes that an encoding does not have end no worse than replaced`(name: String) {
    let text = String(repeating: "Tram line reopens. ", count: 20)
    for bad: [UInt8] in [[0xFF], [0xFD, 0xFF, 0xFE], [0x80], [0x1B, 0x24, 0x7F], [0xA0, 0xA0]] {
      for place in [0, 100, text.utf8.count] {
        var bytes = Array(text.utf8)
        bytes.insert(contentsOf: bad, at: place)
        #expect(read(bytes, "text/xml; charset=\(name)").contains("line reopens"))
      }
    }
    #expect(read(Array("<a b=\"~\">&</a>".utf8), "text/xml; charset=\(name)").hasSuffix(">"))
  }

  @Test func `every short byte string decodes to text`() {
    for a in stride(from: UInt8(0), through: 255, by: 5) {
      for b in stride(from: UInt8(0), through: 255, by: 3) {
        for bytes in [[a], [a, b], [a, b, a], [b, a, a, b], [0xEF, a, b], [0xF4, a, b, a]] {
          #expect(UTF8Repair.isValid(TextDecoding.utf8(bytes)))
        }
      }
    }
    #expect(TextDecoding.withoutControls(Array("a\u{0}\t\u{1B}b\n".utf8)) == Array("a\tb\n".utf8))
  }
}
