import Screen
import Testing

@testable import Reader

@Suite struct CatalogueTests {
  private let upsideDown = Catalogue(
    language: "xx",
    phrases: [
      "Copied: %1": "%1 ← copied", "%1 of %2": "%2 ⊃ %1", "unread": "daernu",
      "1 article": "elcitra 1", "@date": "%3/%2/%1", Catalogue.groupID: ".",
    ])

  @Test func `a phrase has its words apart from the values, which may hold anything`() {
    let title = "100 %1 \u{1B}[31m"
    let phrase: Phrase = "Copied: \(title)"
    #expect(phrase.words == "Copied: %1")
    #expect(Catalogue.english.text(phrase) == "Copied: \(title)")
    #expect(upsideDown.text(phrase) == "\(title) ← copied")
  }

  @Test func `values stand where the language wants them, phrases in phrases too`() {
    let inner: Phrase = "unread"
    let phrase: Phrase = "\(inner) of \(grouped: 1_234_567)"
    #expect(Catalogue.english.text(phrase) == "unread of 1,234,567")
    #expect(upsideDown.text(phrase) == "1.234.567 ⊃ daernu")
    #expect(upsideDown.text(Phrase(id: "@date", "\(1) \(2) \(3)")) == "3/2/1")
    #expect(upsideDown.text("nobody translated \(inner)") == "nobody translated daernu")
  }

  @Test func `keys are those of the keymap in force`() {
    let phrase: Phrase = "\(key: .undo) undoes it"
    #expect(Catalogue.english.text(phrase) { _ in "^Z" } == "^Z undoes it")
    #expect(Catalogue.english.text(phrase) == ":undo undoes it")
  }

  @Test func `lists leave out what is empty and have any number of parts`() {
    let parts = (1...12).map { number -> Phrase in "\(number)" }
    let all = (1...12).map(String.init).joined(separator: " · ")
    #expect(Catalogue.english.text(.list(["", Phrase(verbatim: "")] + parts)) == all)
    #expect(Catalogue.english.text(.list([])).isEmpty)
  }

  @Test func `signs that are no places stay: a per cent at the end, a number that has no value`() {
    let catalogue = Catalogue(language: "xx", phrases: ["%1 sure": "%1 %9 %% 5% %"])
    #expect(catalogue.text("\(7) sure") == "7 %9 %% 5% %")
  }

  @Test func `numbers are grouped by thousands, negative ones too`() {
    let numbers = [0, 999, 1_000, 12_345, 1_000_000, -1, -999, -1_000, -123_456]
    #expect(
      numbers.map { Catalogue.english.grouped($0) } == [
        "0", "999", "1,000", "12,345", "1,000,000", "-1", "-999", "-1,000", "-123,456",
      ])
  }

  @Test func `a list is read row by row; a language that it has not is nil`() {
    let list = Array("; note\n\nen\tde\tfr\nTopics\tThemen\tSujets\nnone\nViews\t\tVues\n".utf8)
    let german = Catalogue(language: "de", in: list)
    #expect(german?.translated == ["Topics"])
    #expect(german?.text("Topics") == "Themen")
    #expect(german?.text("Views") == "Views")
    #expect(Catalogue(language: "fr", in: list)?.text("Views") == "Vues")
    #expect(Catalogue(language: "en", in: list) == nil)
    #expect(Catalogue(language: "xx", in: list) == nil)
    #expect(Catalogue(language: "de", in: []) == nil)
  }

  @Test func `the clock is that of the reader`() {
    var catalogue = Catalogue.english
    #expect(catalogue.text(.time(hour: 0, minute: 5)) == "00:05")
    catalogue.countsHalfDays = true
    let times = [(0, 5), (11, 59), (12, 0), (15, 31)]
    #expect(
      times.map { catalogue.text(.time(hour: $0.0, minute: $0.1)) } == [
        "12:05 AM", "11:59 AM", "12:00 PM", "3:31 PM",
      ])
  }

  @Test func `the whole screen speaks the language: bars, panes, panels, messages`() {
    var surroundings = Surroundings()
    surroundings.catalogue = Catalogue(
      language: "de",
      phrases: [
        "All": "Alle", "Keys": "Tasten", "Moving": "Bewegen", "No articles yet.": "Noch nichts.",
        "No refresh is running": "Es läuft kein Abruf", "help": "Hilfe",
        "%1 articles · %2 unread · %3 ★": "%1 Artikel · %2 neu · %3 ★",
      ])
    var model = Model.showing([], columns: 100, rows: 30, surroundings: surroundings)
    let words = model.frame.text
    #expect(words.contains(" Broadsheet  Alle"))
    #expect(words.contains("0 Artikel · 0 neu · 0 ★"))
    #expect(words.contains("Noch nichts."))
    #expect(words.contains("? Hilfe"))
    _ = model.type("?")
    #expect(model.frame.text.contains("─ Tasten ─"))
    #expect(model.frame.text.contains("Bewegen"))
  }
}
