extension NameFinder {
  /// Reads a phrase that holds no well-known name.
  mutating func piece(_ start: Int, _ end: Int) {
    var (first, last) = (start, end)
    while first <= last, !words[first].isCapital { first += 1 }
    while last >= first, !words[last].isCapital || isPlainOffice(last) { last -= 1 }
    guard first <= last, !isLetters(first, last) else { return }
    let classes = (first...last).map { self.classes($0) }
    let hasBody = classes.contains { $0.contains(.body) }
    if let office = classes.lastIndex(where: { $0.contains(.office) }),
      !hasBody || !classes[office...].contains(where: { $0.contains(.body) })
    {
      let name = first + office + 1
      if name <= last { person(name, last, isSure: true) }
      return
    }
    if isDateline(first, last) { return add(FoundName(.region, first, last)) }
    if !hasBody, first < last, classes[0].union(classes[last - first]).contains(.ground) {
      return ground(first, last)
    }
    if hasBody, first < last { return organisation(first, last) }
    if classes.contains(where: { $0.contains(.thing) }) { return }
    if first == last { return single(first, isSure: false) }
    person(first, last, isSure: classes[0].contains(.givenName))
  }

  /// Whether a word at the end of a phrase is an office: "House Speaker".
  private func isPlainOffice(_ index: Int) -> Bool {
    classes(index).contains(.office) && classes(index).isDisjoint(with: [.givenName, .body])
  }

  /// Whether the phrase is made of letters: "N.Y.", "R-Wyo", "D-N.C".
  private func isLetters(_ first: Int, _ last: Int) -> Bool {
    guard first < last else { return words[first].length == 1 }
    if words[last].length == 1 { return true }
    return words[first].length == 1 && last - first == 1 && words[last].gap == .joint
      && words[first].gap != .space
  }

  /// Whether the phrase is the place in capitals before a report: "PORT SELIS:".
  private func isDateline(_ first: Int, _ last: Int) -> Bool {
    guard words[first].gap == .paragraph, first >= list.titleCount, last + 1 < words.count,
      words[first].length > 2, place(at: first) == nil
    else { return false }
    switch words[last + 1].gap {
    case .mark, .bracket, .comma: break
    default: return false
    }
    return (first...last).allSatisfy { words[$0].look.contains(.allCapitals) }
  }

  /// A lake, a port or a storm.
  private mutating func ground(_ first: Int, _ last: Int) {
    guard last - first < 4, !classes(last).contains(.thing),
      !(first...last).contains(where: {
        words[$0].isCapital && isLowered($0) && !classes($0).contains(.ground)
      })
    else { return }
    let isEvent = words[first].key == Self.storm || words[first].key == Self.hurricane
    add(FoundName(isEvent ? .event : .region, first, last))
  }

  private static let storm = TermKey.of("storm".utf8)
  private static let hurricane = TermKey.of("hurricane".utf8)

  private mutating func organisation(_ first: Int, _ last: Int) {
    let ending = classes(last)
    guard last - first < 7, ending.contains(.body) || !isLowered(last) else { return }
    if ending.contains(.thing), !ending.contains(.body) { return }
    add(FoundName(.organisation, first, last))
  }

  private mutating func person(_ start: Int, _ end: Int, isSure: Bool) {
    var (first, last) = (start, end)
    while first <= last, let match = place(at: first), match <= last - first + 1 {
      if isSure, match == 1, first < last, classes(first).contains(.givenName) { break }
      first += match
    }
    if first < last, !isSure, place(at: last) == 1 { last -= 1 }
    while first <= last, !words[first].isCapital { first += 1 }
    while last > first, !words[last].isCapital { last -= 1 }
    guard first <= last else { return }
    if first == last { return single(first, isSure: isSure) }
    guard last - first < 4 else { return }
    if !isSure, let known = knownPart(first, last) { return add(known) }
    if !classes(first).contains(.givenName),
      (first...last).contains(where: { isLowered($0) && words[$0].isCapital })
    {
      return
    }
    var name = FoundName(.person, first, last)
    name.isSurePerson = isSure
    add(name)
  }

  /// The well-known last name with which a phrase of a headline begins or ends: "Trump Attacks".
  private func knownPart(_ first: Int, _ last: Int) -> FoundName? {
    guard !classes(first).contains(.givenName) else { return nil }
    for index in [first, last] {
      if let match = NameList.people.mention(in: words, at: index), match.count == 1,
        index == first || saysNothing(first)
      {
        return FoundName(.person, index, index, known: NameList.people.names[match.index])
      }
    }
    return nil
  }

  /// Words of the country, people, city or region that begins at a word.
  private func place(at index: Int) -> Int? {
    PlaceList.shared.phrases.longestMatch(in: words, at: index)?.count
      ?? NameList.regions.phrases.longestMatch(in: words, at: index)?.count
  }

  private mutating func single(_ index: Int, isSure: Bool) {
    let word = words[index]
    guard word.length > 1, place(at: index) == nil, !isLowered(index),
      classes(index).isDisjoint(with: [.office, .body, .thing, .ground, .outside]),
      !word.look.contains(.stop)
    else { return }
    // "Line 4" and "Boeing 737" are no names of their own.
    if index + 1 < words.count, words[index + 1].look.contains(.number),
      words[index + 1].gap.rawValue <= Word.Gap.joint.rawValue
    {
      return
    }
    var name = FoundName(isSure ? .person : .organisation, index, index)
    name.isSurePerson = isSure
    add(name)
  }
}
