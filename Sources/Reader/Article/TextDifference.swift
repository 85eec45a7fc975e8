import Articles

/// Which words one text has that another has not.
///
/// Paragraphs are aligned first, then the words of those that changed. Texts that have next to
/// nothing in common are not compared word by word: one is removed, the other added.
struct TextDifference: Sendable, Hashable {
  /// Words that stand together and share their fate.
  enum Piece: Sendable, Hashable {
    case same(String)
    case added(String)
    case removed(String)
  }

  /// One paragraph of both texts laid over each other.
  struct Paragraph: Sendable, Hashable {
    var pieces: [Piece]

    var isUnchanged: Bool {
      if case .same? = pieces.first { pieces.count == 1 } else { pieces.isEmpty }
    }
  }

  private(set) var paragraphs: [Paragraph] = []
  /// Words that only the new text has.
  private(set) var added = 0
  /// Words that only the old text has.
  private(set) var removed = 0

  init(from old: [String], to new: [String]) {
    var (removedTexts, addedTexts): ([String], [String]) = ([], [])
    for step in EditScript.steps(from: old, to: new) {
      switch step {
      case .remove(let index): removedTexts.append(old[index])
      case .add(let index): addedTexts.append(new[index])
      case .keep(let index):
        compare(removedTexts, addedTexts)
        (removedTexts, addedTexts) = ([], [])
        paragraphs.append(Paragraph(pieces: [.same(new[index])]))
      }
    }
    compare(removedTexts, addedTexts)
  }

  /// Pairs paragraphs that stand between the same neighbours, in their order, when they are alike.
  private mutating func compare(_ old: [String], _ new: [String]) {
    var rest = old[...]
    for text in new {
      // A paragraph that was put in must not push all later ones out of step.
      let partner = rest.prefix(8).firstIndex { Self.areAlike($0, text) }
      if let partner {
        for lost in rest[..<partner] { add(Words(lost), Words("")) }
        add(Words(rest[partner]), Words(text))
        rest = rest[(partner + 1)...]
      } else {
        add(Words(""), Words(text))
      }
    }
    for lost in rest { add(Words(lost), Words("")) }
  }

  /// Whether two paragraphs share a good part of their words.
  private static func areAlike(_ a: String, _ b: String) -> Bool {
    let (first, second) = (Set(Words(a).keys), Set(Words(b).keys))
    return first.intersection(second).count * 5 >= min(first.count, second.count) * 2
  }

  private mutating func add(_ old: Words, _ new: Words) {
    var pieces: [Piece] = []
    var run: (kind: Int, text: String) = (0, "")
    func close() {
      guard !run.text.isEmpty else { return }
      // The space before the next word stands outside the marks.
      let words = run.text.last == " " ? String(run.text.dropLast()) : run.text
      let gap = run.text.last == " " ? " " : ""
      switch run.kind {
      case 0: pieces.append(.same(run.text))
      case 1: pieces.append(.added(words))
      default: pieces.append(.removed(words))
      }
      if run.kind != 0, !gap.isEmpty { pieces.append(.same(gap)) }
    }
    func take(_ kind: Int, _ text: String) {
      if kind != run.kind {
        close()
        run = (kind, "")
      }
      run.text += text
    }
    for step in EditScript.steps(from: old.keys, to: new.keys) {
      switch step {
      case .keep(let index): take(0, new.texts[index])
      case .add(let index):
        take(1, new.texts[index])
        added += 1
      case .remove(let index):
        // The last word of the new text has no space behind it, though one stood there before.
        if run.kind == 0, let last = run.text.last, last != " ", index > 0,
          old.texts[index - 1].last == " "
        {
          run.text += " "
        }
        take(2, old.texts[index])
        removed += 1
      }
    }
    close()
    paragraphs.append(Paragraph(pieces: Self.joined(pieces)))
  }

  /// Unchanged pieces that follow each other as one.
  private static func joined(_ pieces: [Piece]) -> [Piece] {
    var joined: [Piece] = []
    for piece in pieces {
      if case .same(let text) = piece, case .same(let before)? = joined.last {
        joined[joined.count - 1] = .same(before + text)
      } else {
        joined.append(piece)
      }
    }
    return joined
  }
}

/// A paragraph in words; scripts without spaces are taken character by character.
private struct Words {
  /// Each word with the space behind it.
  private(set) var texts: [String] = []
  /// The words as they are compared.
  private(set) var keys: [String] = []

  init(_ text: String) {
    var (word, key) = ("", "")
    func isDense(_ character: Character) -> Bool {
      guard let value = character.unicodeScalars.first?.value else { return false }
      return (0x2E80...0x9FFF).contains(value) || (0xF900...0xFAFF).contains(value)
        || (0x20000...0x3FFFF).contains(value) || (0xE00...0xEFF).contains(value)
    }
    func end() {
      guard !key.isEmpty else { return }
      texts.append(word)
      keys.append(key)
      (word, key) = ("", "")
    }
    for character in text {
      if character.isWhitespace {
        if !key.isEmpty { word += " " }
        end()
      } else if isDense(character) {
        end()
        (word, key) = (String(character), String(character))
        end()
      } else {
        word.append(character)
        key.append(character)
      }
    }
    end()
  }
}

/// The shortest way from one list to another, after Myers (1986), up to a number of edits.
enum EditScript {
  /// What is done with an element: of the old list, of the new one, of both (its place in the new).
  enum Step: Sendable, Hashable {
    case keep(Int)
    case add(Int)
    case remove(Int)
  }

  /// Edits beyond which everything is replaced; memory grows with the square: 4 MB here.
  private static let limit = 1_000

  /// The steps in the order of the lists.
  ///
  /// Takes time in proportion to their length times the edits.
  static func steps<Element: Hashable>(from old: [Element], to new: [Element]) -> [Step] {
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var (oldEnd, newEnd) = (old.count, new.count)
    while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
      (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1)
    }
    let middle = path(
      old[start..<oldEnd].map(\.self), new[start..<newEnd].map(\.self), offset: start)
    return (0..<start).map(Step.keep) + middle + (newEnd..<new.count).map(Step.keep)
  }

  private static func path<Element: Hashable>(
    _ old: [Element], _ new: [Element], offset: Int
  ) -> [Step] {
    let replaced =
      old.indices.map { Step.remove($0 + offset) } + new.indices.map { Step.add($0 + offset) }
    guard !old.isEmpty, !new.isEmpty else { return replaced }
    let most = min(old.count + new.count, limit)
    // The farthest place in the old list on each diagonal, for every number of edits.
    var trace: [[Int32]] = []
    var reach = [Int32](repeating: 0, count: 2 * most + 3)
    for edits in 0...most {
      trace.append(Array(reach[(most + 1 - edits)...(most + 1 + edits)]))
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        let middle = most + 1 + diagonal
        let isDown =
          diagonal == -edits || (diagonal != edits && reach[middle - 1] < reach[middle + 1])
        var x = isDown ? Int(reach[middle + 1]) : Int(reach[middle - 1]) + 1
        while x < old.count, x - diagonal < new.count, old[x] == new[x - diagonal] { x += 1 }
        reach[middle] = Int32(x)
        if x >= old.count, x - diagonal >= new.count {
          return steps(trace, old.count, new.count, offset: offset)
        }
      }
    }
    return replaced
  }

  /// Walks back from the end along the ways that were tried.
  private static func steps(
    _ trace: [[Int32]], _ oldCount: Int, _ newCount: Int, offset: Int
  ) -> [Step] {
    var steps: [Step] = []
    var (x, y) = (oldCount, newCount)
    for edits in trace.indices.reversed() {
      // The row holds the diagonals -edits...edits as they were before this number of edits.
      let row = trace[edits]
      func reach(_ diagonal: Int) -> Int {
        let index = diagonal + edits
        return row.indices.contains(index) ? Int(row[index]) : 0
      }
      let diagonal = x - y
      let isDown =
        diagonal == -edits || (diagonal != edits && reach(diagonal - 1) < reach(diagonal + 1))
      let before = isDown ? diagonal + 1 : diagonal - 1
      let startX = edits == 0 ? 0 : reach(before)
      let startY = edits == 0 ? 0 : startX - before
      while x > startX, y > startY {
        (x, y) = (x - 1, y - 1)
        steps.append(.keep(y + offset))
      }
      guard edits > 0 else { break }
      if isDown {
        steps.append(.add(startY + offset))
      } else {
        steps.append(.remove(startX + offset))
      }
      (x, y) = (startX, startY)
    }
    return steps.reversed()
  }
}
