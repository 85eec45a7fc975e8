/// The people, organisations and other names of an article, read from its capitalised phrases.
///
/// A phrase is a run of capitalised words; a capital at the beginning of a sentence tells nothing,
/// and a single word must stand capitalised within sentences and nowhere in lower case.
struct NameFinder {
  let list: WordList
  let words: [Word]
  /// Keys of words that stand somewhere in lower case.
  private var lowered: KeyTable
  private var places: [UInt32: Int] = [:]
  private(set) var names: [FoundName] = []

  /// Reads the names of an article.
  init(_ list: WordList) {
    self.list = list
    words = list.words
    lowered = KeyTable(capacity: min(1_024, words.count))
    for word in words where !word.isCapital { _ = lowered.number(of: word.key, orInsert: 0) }
    readPhrases(from: list.titleCount, to: words.count)
    if titleIsSentence { readPhrases(from: 0, to: list.titleCount) }
    var joining = NameJoining(names, list)
    names = joining.joined(countingTitle: !titleIsSentence)
  }

  /// Whether the headline is written like a sentence, so that its capitals mean names.
  private var titleIsSentence: Bool {
    let telling = words.prefix(list.titleCount).dropFirst().filter { $0.length > 3 && $0.isTerm }
    return telling.count { $0.isCapital } * 2 <= telling.count
  }

  /// Whether a word stands somewhere in lower case.
  func isLowered(_ index: Int) -> Bool { lowered[words[index].key] != nil }

  func classes(_ index: Int) -> WordClass { WordClass.of(words[index].key) }

  // MARK: - Phrases

  private mutating func readPhrases(from start: Int, to end: Int) {
    var next = start
    while next < end {
      guard opensPhrase(next) else {
        next += 1
        continue
      }
      let last = phraseEnd(from: next, limit: end)
      if !isCredit(last) { read(next, last) }
      next = last + 1
    }
  }

  private func opensPhrase(_ index: Int) -> Bool {
    guard words[index].isCapital else { return false }
    if words[index].length == 1 {
      // "I" is no name, but the "I" of "F.B.I." is.
      let isJoined = words[index].gap == .joint && index > 0 && words[index - 1].length == 1
      if isJoined || isLetter(index + 1) { return true }
    }
    return !classes(index).contains(.outside)
  }

  /// Whether a word is a capital letter that hangs on the letter before it.
  private func isLetter(_ index: Int) -> Bool {
    index < words.count && words[index].length == 1 && words[index].gap == .joint
      && words[index].isCapital
  }

  /// The last word of the capitalised phrase that begins at `start`.
  private func phraseEnd(from start: Int, limit: Int) -> Int {
    var last = start
    while last + 1 < limit, last - start < 11 {
      let next = last + 1
      if follows(next), opensPhrase(next) {
        last = next
      } else if let after = behindSmallWords(next, limit) {
        last = after
      } else {
        break
      }
    }
    return last
  }

  /// The capitalised word behind one or two small ones: "Bank *of* England", "House *of the* Dead".
  ///
  /// Behind a word that names no body, "of" parts: "Joe Smith of Texas".
  private func behindSmallWords(_ next: Int, _ limit: Int) -> Int? {
    guard follows(next), classes(next).contains(.joint), words[next].key != Self.the else {
      return nil
    }
    if words[next].key == Self.of || words[next].key == Self.forKey,
      Self.headWords[words[next - 1].key] == nil
    {
      return nil
    }
    var after = next + 1
    if after < limit, follows(after), classes(after).contains(.joint) { after += 1 }
    guard after < limit, follows(after), opensPhrase(after) else { return nil }
    return after
  }

  /// Words that go on with "of" or "for" in the name of a body or a place.
  private static let headWords: KeyTable = {
    let list = """
      bank university college school institute institutes department ministry house court board
      council chamber church bureau office center centre association organization organisation
      academy federation confederation fund society brotherhood commission committee corporation
      agency museum league bay gulf isle cape strait port sea province lake
      """
    var keys = KeyTable()
    for word in WordList(phrase: list).words { _ = keys.number(of: word.key, orInsert: 0) }
    return keys
  }()

  private static let the = TermKey.of("the".utf8)
  private static let of = TermKey.of("of".utf8)
  private static let forKey = TermKey.of("for".utf8)

  /// Whether a word continues the phrase of the word before it.
  private func follows(_ index: Int) -> Bool {
    let before = words[index - 1]
    if before.look.contains(.possessive) { return false }
    switch words[index].gap {
    case .space, .joint: return true
    case .stop:
      return before.length == 1
        || before.length <= 4 && WordClass.of(before.key).contains(.office)
    default: return false
    }
  }

  /// Whether the phrase that ends here names a photographer: "(Jo Smith/Reuters)".
  private func isCredit(_ last: Int) -> Bool {
    last + 1 < words.count && words[last + 1].gap == .mark && words[last + 1].isCapital
      && Self.agencies[words[last + 1].key] != nil
  }

  private static let agencies: KeyTable = {
    var keys = KeyTable()
    for word in WordList(phrase: "getty reuters afp ap epa bloomberg file shutterstock").words {
      _ = keys.number(of: word.key, orInsert: 0)
    }
    return keys
  }()

  // MARK: - Parts of a phrase

  /// Reads the names in the phrase from `first` to `last`.
  private mutating func read(_ first: Int, _ last: Int) {
    var start = first
    if saysNothing(start), isLowered(start), start == last || words[start + 1].gap != .joint {
      if start == last { return }
      start += 1
      while start < last, !words[start].isCapital { start += 1 }
    }
    // Well-known organisations and people part the phrase.
    var pieceStart = start
    var index = start
    while index <= last {
      if let known = knownName(at: index, pieceStart: pieceStart, last: last) {
        if index > pieceStart { piece(pieceStart, index - 1) }
        add(known)
        index = known.last + 1
        pieceStart = index
      } else {
        index += 1
      }
    }
    if pieceStart <= last { piece(pieceStart, last) }
  }

  /// Whether a word opens a sentence or a quotation, so that its capital says nothing.
  func saysNothing(_ index: Int) -> Bool {
    words[index].opensSentence || words[index].gap == .mark || words[index].gap == .bracket
  }

  private func knownName(at index: Int, pieceStart: Int, last: Int) -> FoundName? {
    if let match = OrganisationList.shared.mention(in: words, at: index),
      index + match.count - 1 <= last, isWhole(match.count, index, pieceStart, last)
    {
      return FoundName(
        .organisation, index, index + match.count - 1,
        known: OrganisationList.shared.names[match.organisation])
    }
    if let match = NameList.people.mention(in: words, at: index),
      index + match.count - 1 <= last, match.count > 1
    {
      return FoundName(
        .person, index, index + match.count - 1, known: NameList.people.names[match.index])
    }
    return nil
  }

  /// Whether a single word stands for the organisation, and not for a part of another name.
  private func isWhole(_ count: Int, _ index: Int, _ pieceStart: Int, _ last: Int) -> Bool {
    if count > 1 || words[index].look.contains(.allCapitals) || pieceStart == last { return true }
    return index == pieceStart && index + 1 <= last && classes(index + 1).contains(.office)
  }

  mutating func add(_ name: FoundName) {
    let key = name.known.map { TermKey.of($0.utf8) } ?? key(name)
    let place = places[key] ?? names.count
    if place == names.count {
      places[key] = place
      names.append(name)
    }
    names[place].weight += weight(name.first)
    names[place].mentions += 1
    if !saysNothing(name.first) { names[place].innerMentions += 1 }
    if name.isSurePerson { names[place].isSurePerson = true }
    if name.kind == .person, names[place].kind == .organisation { names[place].kind = .person }
  }

  private func key(_ name: FoundName) -> UInt32 {
    let parts = name.parts(in: words)
    return parts.dropFirst().reduce(words[parts[0]].key) { TermKey.joined($0, words[$1].key) }
  }

  private func weight(_ index: Int) -> Float {
    if index < list.titleCount { return 4 }
    return index < list.titleCount + 60 ? 2 : 1
  }
}
