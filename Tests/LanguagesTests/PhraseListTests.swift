import Articles
import Foundation
import Languages
import Testing

@testable import Reader

/// The list against the sources of the reader, which stand beside it.
@Suite struct PhraseListTests {
  private static let rows = String(decoding: PhraseList.table, as: UTF8.self)
    .split(separator: "\n").filter { !$0.hasPrefix(";") }
    .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  private static let languages = rows[0].dropFirst()
  private static let phrases = Set(rows.dropFirst().map { $0[0] })

  @Test func `every row has a cell for each language, and no phrase stands twice`() {
    for row in Self.rows {
      #expect(row.count == Self.languages.count + 1 && row.allSatisfy { !$0.isEmpty }, "\(row)")
    }
    #expect(Self.phrases.count == Self.rows.count - 1)
  }

  @Test func `a translation has the places of its phrase, and the commands that it names`() {
    func places(_ text: String) -> [String] {
      text.matches(of: #/%[1-9]|:[a-z]{3,}(?: [a-z]+)?(?= [A-Z])/#).map { String($0.output) }
        .sorted()
    }
    for row in Self.rows.dropFirst() where !row[0].hasPrefix("@") {
      for translation in row.dropFirst() {
        #expect(places(translation) == places(row[0]), "\(row)")
      }
    }
  }

  @Test func `what the program says is translated, and what is translated is said`() throws {
    let said = try SourcePhrases()
    let missing = said.surely.subtracting(Self.phrases).sorted()
    #expect(missing.isEmpty, "add these to phrases.tsv: \(missing)")
    let orders =
      ArticleQuery.Sort.allCases.map(\.rawValue) + SourcesView.Order.allCases.map(\.rawValue)
    let known = Self.phrases.filter { !$0.hasPrefix("@short ") }.subtracting(orders)
    let stale = known.subtracting(said.perhaps).sorted()
    #expect(stale.isEmpty, "nothing says these any more: \(stale)")
  }

  @Test func `commands, chapters and views are translated`() throws {
    let languages = Self.languages.map { Catalogue(language: $0, in: PhraseList.table) }
    for catalogue in languages {
      let translated = try #require(catalogue).translated
      for entry in Command.table {
        #expect(translated.contains(entry.title.id), "\(entry.title.id)")
        #expect(translated.contains(entry.help.id), "\(entry.help.id)")
        #expect(entry.title.words == entry.title.id)
      }
      for chapter in CommandEntry.Chapter.allCases {
        #expect(translated.contains(chapter.rawValue))
      }
      for panel in Panel.allCases {
        #expect(translated.contains(panel.title.id), "\(panel.title.id)")
        for entry in panel.entries {
          #expect(translated.contains(entry.title.id), "\(entry.title.id)")
        }
      }
      for view in NewsView.allCases { #expect(translated.contains(view.title.id)) }
    }
  }
}

/// The literals of the reader's sources, with `%1` to `%9` for what is interpolated.
private struct SourcePhrases {
  /// Those that are said beyond doubt: in the place of a phrase that is shown.
  private(set) var surely: Set<String> = []
  private(set) var perhaps: Set<String> = []

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Reader").standardizedFileURL
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      read(Array(try String(contentsOf: file, encoding: .utf8)))
    }
  }

  private static let openings = ["say(", "complain(", "text(", "title: ", "hint: "]

  private mutating func read(_ text: [Character]) {
    var place = 0
    while place < text.count {
      if text[place...].starts(with: "//") {
        while place < text.count, text[place] != "\n" { place += 1 }
      } else if text[place] == "\"" {
        let before = String(text[max(0, place - 160)..<place])
        let words = literal(text, &place)
        let isShown = Self.openings.contains {
          before.hasSuffix($0) || before.trimmingSuffix(while: \.isWhitespace).hasSuffix($0)
        }
        if isShown, words.contains(where: \.isLetter) { surely.insert(words) }
      } else {
        place += 1
      }
    }
  }

  /// Reads the literal at a place, and those in its interpolations.
  private mutating func literal(_ text: [Character], _ place: inout Int) -> String {
    let mark = text[place...].starts(with: "\"\"\"") ? "\"\"\"" : "\""
    place += mark.count
    var (words, values) = ("", 0)
    while place < text.count, !text[place...].starts(with: mark) {
      if text[place] != "\\" {
        words.append(text[place])
        place += 1
      } else if text[place + 1] == "(" {
        values += 1
        words += "%\(values)"
        place += 2
        var depth = 1
        while depth > 0, place < text.count {
          if text[place] == "\"" {
            _ = literal(text, &place)
            continue
          }
          depth += text[place] == "(" ? 1 : text[place] == ")" ? -1 : 0
          place += 1
        }
      } else {
        if text[place + 1] != "\n" { words.append(text[place + 1]) }
        place += 2
        if text[place - 1] == "\n" { while text[place] == " " { place += 1 } }
      }
    }
    place += mark.count
    if mark.count == 3 {
      words = words.split(separator: "\n").map { $0.drop { $0 == " " } }
        .filter { !$0.isEmpty }.joined(separator: "\n")
    }
    perhaps.insert(words)
    return words
  }
}

extension StringProtocol {
  fileprivate func trimmingSuffix(while isDropped: (Character) -> Bool) -> String {
    var text = String(self)
    while let last = text.last, isDropped(last) { text.removeLast() }
    return text
  }
}
