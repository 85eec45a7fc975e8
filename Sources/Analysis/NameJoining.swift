/// Brings together the names of an article that mean the same.
struct NameJoining {
  private var names: [FoundName]
  private let list: WordList
  private var words: [Word] { list.words }

  init(_ names: [FoundName], _ list: WordList) {
    self.names = names
    self.list = list
  }

  /// The names that are sure enough, each once.
  /// - Parameter countingTitle: Whether the headline is in Title Case, so that only names of the
  ///   body are looked for in it.
  /// - Returns: The names in the order in which they were found.
  mutating func joined(countingTitle: Bool) -> [FoundName] {
    joinLongNames()
    joinShortNames()
    joinAcronyms()
    if countingTitle { weighByTitle() }
    nameWellKnown()
    // In a short report one mention behind the lead is enough for a name that is beyond doubt.
    let isShort = words.count < Self.shortReport
    return names.filter { name in
      let isPlain = name.known == nil && !name.isSurePerson
      return name.weight >= (isShort && !isPlain ? 1 : 2) && isSure(name)
    }
  }

  /// Words of a report in which every name counts.
  private static let shortReport = 450

  private mutating func merge(_ one: Int, into other: Int) {
    guard one != other, names[one].weight > 0, names[other].weight > 0 else { return }
    names[other].weight += names[one].weight
    names[other].mentions += names[one].mentions
    names[other].innerMentions += names[one].innerMentions
    names[one].weight = 0
  }

  private func keys(_ index: Int) -> [UInt32] {
    names[index].parts(in: words).map { words[$0].key }
  }

  /// Gives "Blake Farenthold Resigns" and "Hillary Rodham Clinton" to the name of two words.
  private mutating func joinLongNames() {
    let pairs = names.indices.filter { names[$0].kind == .person && keys($0).count == 2 }
    for long in names.indices where names[long].wordCount > 2 && names[long].known == nil {
      let own = keys(long)
      guard own.count > 2, names[long].kind != .region else { continue }
      let same = pairs.first { pair in
        let two = keys(pair)
        return own[0] == two[0] && (own[1] == two[1] || own[own.count - 1] == two[1])
      }
      if let same { merge(long, into: same) }
    }
    joinVerbs()
    joinBodies()
  }

  /// Gives "Northam Apologizes" to "Ralph Northam".
  private mutating func joinVerbs() {
    for long in names.indices where names[long].wordCount == 2 && names[long].kind == .person {
      guard !names[long].isSurePerson, names[long].known == nil else { continue }
      let key = words[names[long].first].key
      let person = names.indices.first {
        names[$0].kind == .person && names[$0].weight > names[long].weight && $0 != long
          && words[names[$0].last].key == key
      }
      if let person { merge(long, into: person) }
    }
  }

  /// Gives "US Capitol Police" to "Capitol Police".
  private mutating func joinBodies() {
    let bodies = names.indices.filter {
      names[$0].kind == .organisation && names[$0].wordCount > 1 && names[$0].known == nil
    }
    for long in bodies where names[long].wordCount > 2 {
      let own = keys(long)
      let short = bodies.first { body in
        let other = keys(body)
        return other.count < own.count && Array(own.suffix(other.count)) == other
      }
      if let short { merge(long, into: short) }
    }
  }

  /// Gives the weight of "Clinton" and of "Hillary" to "Hillary Clinton".
  private mutating func joinShortNames() {
    for short in names.indices where names[short].wordCount == 1 && names[short].weight > 0 {
      let key = words[names[short].first].key
      let longer = names.indices.filter { index in
        index != short && names[index].wordCount > 1 && names[index].weight > 0
          && (names[index].kind == .person
            ? words[names[index].last].key == key
            : names[short].known == nil && words[names[index].first].key == key)
      }
      let given = names.indices.filter { index in
        names[index].kind == .person && names[index].wordCount > 1 && names[index].weight > 0
          && words[names[index].first].key == key
      }
      guard let best = (longer.isEmpty ? given : longer).max(by: isLighter) else { continue }
      merge(short, into: best)
    }
  }

  private func isLighter(_ one: Int, _ other: Int) -> Bool {
    (names[one].kind == .person ? 1 : 0, names[one].weight)
      < (names[other].kind == .person ? 1 : 0, names[other].weight)
  }

  /// Gives "HEC" to "Higher Education Commission".
  private mutating func joinAcronyms() {
    for short in names.indices
    where names[short].wordCount == 1 && words[names[short].first].look.contains(.allCapitals) {
      let letters = list.string(from: names[short].first, through: names[short].first)
      let long = names.indices.first { index in
        names[index].wordCount > 1 && names[index].weight > 0 && initials(index) == letters
      }
      if let long { merge(short, into: long) }
    }
  }

  private func initials(_ index: Int) -> String {
    let name = names[index]
    let letters = (name.first...name.last).filter { words[$0].isCapital }
      .map { list.bytes[Int(words[$0].start)] }
    return String(decoding: letters, as: UTF8.self)
  }

  /// In a headline in Title Case only names that the body has are looked for.
  private mutating func weighByTitle() {
    for index in names.indices where names[index].weight > 0 {
      let name = names[index]
      let sought = words[name.kind == .person ? name.last : name.first].key
      if words.prefix(list.titleCount).contains(where: { $0.key == sought }) {
        names[index].weight += 4
      }
    }
  }

  /// Gives last names that mean one person their full form.
  private mutating func nameWellKnown() {
    for index in names.indices where names[index].known == nil && names[index].weight > 0 {
      let name = names[index]
      guard let match = NameList.people.mention(in: words, at: name.first),
        match.count == name.wordCount
      else { continue }
      let tag = NameList.people.names[match.index]
      names[index].known = tag
      names[index].kind = .person
      if let same = names.indices.first(where: { $0 != index && names[$0].known == tag }) {
        merge(index, into: same)
      }
    }
  }

  /// Whether the capitals of a name are enough evidence for it.
  private func isSure(_ name: FoundName) -> Bool {
    if name.known != nil || name.isSurePerson { return true }
    if name.wordCount > 1 { return name.kind != .person || name.mentions > 1 || name.weight >= 2 }
    let isAcronym = words[name.first].look.contains(.allCapitals)
    return name.innerMentions >= 2 || name.innerMentions == 1 && (isAcronym || name.mentions > 1)
  }
}
