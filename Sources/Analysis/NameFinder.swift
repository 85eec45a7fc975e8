/// The people and organisations of an article, read from its capitalised phrases.
struct NameFinder {
  /// A name with its evidence.
  struct Name {
    var isPerson: Bool
    /// Number in `OrganisationList` of a well-known organisation.
    var known: Int?
    /// Words from `first` to `last` show the name.
    var first: Int
    var last: Int
    var weight: Float
    var mentions: Int

    var wordCount: Int { last - first + 1 }
  }

  private let list: WordList
  private let words: [Word]
  /// Keys of words that stand somewhere in lower case.
  private var lowered: KeyTable
  private var places: [UInt32: Int] = [:]
  private(set) var names: [Name] = []

  init(_ list: WordList) {
    self.list = list
    words = list.words
    lowered = KeyTable(capacity: min(1_024, words.count))
    for word in words where !word.isCapital { _ = lowered.number(of: word.key, orInsert: 0) }
    readPhrases(from: list.titleCount, to: words.count)
    if titleIsSentence {
      readPhrases(from: 0, to: list.titleCount)
    }
    joinShortNames()
    if !titleIsSentence { weighByTitle() }
  }

  /// Whether the headline is written like a sentence, so that its capitals mean names.
  private var titleIsSentence: Bool {
    let telling = words.prefix(list.titleCount).dropFirst().filter { $0.length > 3 && $0.isTerm }
    return telling.count { $0.isCapital } * 2 <= telling.count
  }

  // MARK: - Phrases

  private mutating func readPhrases(from start: Int, to end: Int) {
    var next = start
    while next < end {
      guard opensPhrase(next) else {
        next += 1
        continue
      }
      let last = phraseEnd(from: next, limit: end)
      read(next, last)
      next = last + 1
    }
  }

  private func opensPhrase(_ index: Int) -> Bool {
    words[index].isCapital && !WordClass.of(words[index].key).contains(.outside)
  }

  /// The last word of the capitalised phrase that begins at `start`.
  private func phraseEnd(from start: Int, limit: Int) -> Int {
    var last = start
    while last + 1 < limit, last - start < 11 {
      let next = last + 1
      if follows(next), opensPhrase(next) {
        last = next
      } else if follows(next), WordClass.of(words[next].key).contains(.joint) {
        var after = next + 1
        if after < limit, follows(after), WordClass.of(words[after].key).contains(.joint) {
          after += 1
        }
        guard after < limit, follows(after), opensPhrase(after) else { break }
        last = after
      } else {
        break
      }
    }
    return last
  }

  /// Whether a word continues the phrase of the word before it.
  private func follows(_ index: Int) -> Bool {
    let before = words[index - 1]
    if before.look.contains(.possessive) { return false }
    switch words[index].gap {
    case .space, .joint: return true
    case .stop:
      return before.length == 1 || before.length <= 4 && WordClass.of(before.key).contains(.office)
    default: return false
    }
  }

  /// Reads the names in the phrase from `first` to `last`.
  private mutating func read(_ first: Int, _ last: Int) {
    var start = first
    let opening = words[start]
    if opening.opensSentence, lowered[opening.key] != nil, start < last || opening.length > 0 {
      if start == last { return }
      start += 1
      while start < last, !words[start].isCapital { start += 1 }
    }
    // Well-known organisations and countries part the phrase.
    var pieceStart = start
    var index = start
    while index <= last {
      if let match = knownBody(at: index, pieceStart: pieceStart, last: last) {
        if index > pieceStart { piece(pieceStart, index - 1) }
        addKnown(match.organisation, index, index + match.count - 1)
        index += match.count
        pieceStart = index
      } else {
        index += 1
      }
    }
    if pieceStart <= last { piece(pieceStart, last) }
  }

  private func knownBody(at index: Int, pieceStart: Int, last: Int) -> (
    organisation: Int, count: Int
  )? {
    guard let match = OrganisationList.shared.mention(in: words, at: index),
      index + match.count - 1 <= last
    else { return nil }
    if match.count > 1 || words[index].look.contains(.allCapitals) { return match }
    if pieceStart == last { return match }
    let next = index + 1
    if index == pieceStart, next <= last, WordClass.of(words[next].key).contains(.office) {
      return match
    }
    return nil
  }

  private mutating func addKnown(_ organisation: Int, _ first: Int, _ last: Int) {
    add(
      key: 0x8000_0000 | UInt32(organisation), weight: weight(first),
      Name(isPerson: false, known: organisation, first: first, last: last, weight: 0, mentions: 0))
  }

  /// Reads a phrase that holds no well-known organisation.
  private mutating func piece(_ first: Int, _ last: Int) {
    var (first, last) = (first, last)
    while first <= last, !words[first].isCapital { first += 1 }
    while last >= first, !words[last].isCapital { last -= 1 }
    guard first <= last else { return }
    let classes = (first...last).map { WordClass.of(words[$0].key) }
    if let office = classes.lastIndex(where: { $0.contains(.office) }),
      !classes.contains(where: { $0.contains(.body) }) || office < classes.count - 1
    {
      let name = first + office + 1
      if name <= last { person(name, last, isSure: true) }
      return
    }
    if classes.contains(where: { $0.contains(.body) }), first < last {
      return organisation(first, last)
    }
    if classes.contains(where: { $0.contains(.thing) }) { return }
    if first == last { return single(first) }
    person(first, last, isSure: classes[0].contains(.givenName))
  }

  private mutating func organisation(_ first: Int, _ last: Int) {
    add(
      key: key(first, last), weight: weight(first),
      Name(isPerson: false, known: nil, first: first, last: last, weight: 0, mentions: 0))
  }

  private mutating func person(_ start: Int, _ last: Int, isSure: Bool) {
    var (first, last) = (start, last)
    while first <= last, let match = place(at: first), match <= last - first + 1 {
      if isSure, match == 1, first < last, WordClass.of(words[first].key).contains(.givenName) {
        break
      }
      first += match
    }
    if first < last, !isSure, place(at: last) == 1 { last -= 1 }
    while first <= last, !words[first].isCapital { first += 1 }
    while last > first, !words[last].isCapital { last -= 1 }
    guard first <= last else { return }
    if first == last { return single(first) }
    let hasSmallWord = (first...last).contains {
      WordClass.of(words[$0].key).contains(.joint) && words[$0].length == 2 && !words[$0].isCapital
        && isOf($0)
    }
    if hasSmallWord || last - first > 3 {
      return organisation(first, last)
    }
    add(
      key: key(first, last), weight: weight(first),
      Name(isPerson: true, known: nil, first: first, last: last, weight: 0, mentions: 0))
  }

  private func isOf(_ index: Int) -> Bool { words[index].key == Self.ofKey }
  private static let ofKey = TermKey.of("of".utf8)

  /// Words of the country, people or city that begins at a word.
  private func place(at index: Int) -> Int? {
    PlaceList.shared.phrases.longestMatch(in: words, at: index)?.count
  }

  private mutating func single(_ index: Int) {
    let word = words[index]
    let kinds = WordClass.of(word.key)
    guard word.length > 1, place(at: index) == nil, lowered[word.key] == nil,
      kinds.isDisjoint(with: [.office, .body, .thing]), !word.look.contains(.stop)
    else { return }
    add(
      key: word.key, weight: weight(index) * (word.opensSentence ? 0.8 : 1),
      Name(
        isPerson: false, known: nil, first: index, last: index, weight: 0, mentions: 0))
  }

  // MARK: - Evidence

  private func key(_ first: Int, _ last: Int) -> UInt32 {
    words[first...last].dropFirst().reduce(words[first].key) { TermKey.joined($0, $1.key) }
  }

  private func weight(_ index: Int) -> Float {
    if index < list.titleCount { return 4 }
    return index < list.titleCount + 60 ? 2 : 1
  }

  private mutating func add(key: UInt32, weight: Float, _ name: Name) {
    let place: Int
    if let known = places[key] {
      place = known
    } else {
      place = names.count
      places[key] = place
      names.append(name)
    }
    names[place].weight += weight
    names[place].mentions += 1
    if name.isPerson { names[place].isPerson = true }
  }

  /// Gives the weight of "Clinton" to "Hillary Clinton".
  private mutating func joinShortNames() {
    for short in names.indices where names[short].wordCount == 1 && names[short].known == nil {
      let key = words[names[short].first].key
      let longer = names.indices.filter { index in
        index != short && names[index].isPerson && names[index].wordCount > 1
          && words[names[index].last].key == key
      }
      guard let best = longer.max(by: { names[$0].weight < names[$1].weight }) else { continue }
      names[best].weight += names[short].weight
      names[best].mentions += names[short].mentions
      names[short].weight = 0
    }
  }

  /// In a headline in Title Case only names that the body has are looked for.
  private mutating func weighByTitle() {
    for index in names.indices where names[index].weight > 0 {
      let name = names[index]
      let sought = words[name.isPerson ? name.last : name.first].key
      if words.prefix(list.titleCount).contains(where: { $0.key == sought }) {
        names[index].weight += 4
      }
    }
  }
}
