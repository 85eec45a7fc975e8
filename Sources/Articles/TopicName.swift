/// The one form in which a topic tag is kept, compared and typed.
public enum TopicName {
  /// Characters; longer names are cut.
  public static let limit = 64

  /// The normalised form of what a page, a feed or a person calls a topic.
  ///
  /// Lower case, no accents, one space between words, no `#`, plain nouns in the singular, and of
  /// several names for one thing always the same; `nil` when nothing is left. "#Élections" and
  /// "election" are one topic, and so are "US" and "America"; other names stay as they are.
  /// Normalising twice changes nothing.
  public static func normalised(_ name: some StringProtocol) -> String? {
    let words = name.prefix(4 * limit).folded
      .split { !($0.isLetter || $0.isNumber || $0 == "+" || $0 == "&" || $0 == "." || $0 == "'") }
      .map { $0.drop { "+&.'".contains($0) } }
      .map { $0.trimmingEnd { ".'".contains($0) } }
      .filter { !$0.isEmpty }
    guard !words.isEmpty else { return nil }
    let text = words.joined(separator: " ").prefix(limit).trimmingEnd { " .'".contains($0) }
    let plain = singular(text)
    return TopicAliases.canonical(plain)
  }

  /// The last word in the singular where it is surely a plain noun: names keep theirs.
  private static func singular(_ text: Substring) -> String {
    let start = text.lastIndex(of: " ").map { text.index(after: $0) } ?? text.startIndex
    let last = text[start...]
    guard last.utf8.count > 3, last.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
      return String(text)
    }
    let single = singulars(of: last).first { PluralNouns.singulars.contains($0) }
    if let single, start == text.startIndex || !PluralNouns.surnames.contains(single) {
      return text[..<start] + single
    }
    // Beyond the list only words by themselves: "#ministries", but "House of Commons".
    guard start == text.startIndex, !PluralNouns.names.contains(String(text)) else {
      return String(text)
    }
    for (ending, single) in PluralNouns.endings where text.hasSuffix(ending) {
      return text.dropLast(ending.count) + single
    }
    return String(text)
  }

  /// What an English plural may have as its singular.
  private static func singulars(of word: Substring) -> [String] {
    guard word.hasSuffix("s") else { return [] }
    var found = [String(word.dropLast())]
    if word.hasSuffix("es") { found.append(String(word.dropLast(2))) }
    if word.hasSuffix("ies") { found.append(word.dropLast(3) + "y") }
    return found
  }
}

extension Substring {
  /// The text without the characters at its end that `condition` takes.
  fileprivate func trimmingEnd(while condition: (Character) -> Bool) -> Substring {
    var text = self
    while let last = text.last, condition(last) { text.removeLast() }
    return text
  }
}

/// English nouns that people tag in the plural, and how other plain nouns end.
private enum PluralNouns {
  /// Endings of plurals that are no names, with what the singular has instead.
  static let endings = [
    ("ments", "ment"), ("ations", "ation"), ("ctions", "ction"), ("ities", "ity"),
    ("ologies", "ology"), ("istries", "istry"), ("ntists", "ntist"), ("alists", "alist"),
    ("nesses", "ness"), ("ships", "ship"),
  ]

  /// Words with such endings that name something.
  static let names: Set<String> = ["nations"]

  /// Nouns whose plural is a last name or a part of the map: "Jeff Bridges", "Outer Banks".
  static let surnames: Set<String> = [
    "bridge", "river", "lake", "home", "house", "park", "field", "wood", "brook", "water", "bank",
    "church", "temple", "storm", "mountain", "forest", "farmer", "bird", "bond", "price", "mine",
    "parent", "miner", "robot", "gun", "fire", "island",
  ]

  static let singulars: Set<String> = Set(
    """
    accent actor airline airport album algorithm animal app athlete author award bank battery bird
    bitcoin bomb book border bridge brook browser budget bus campaign candidate car chatbot chef
    chip church city coach column committee company computer concert council country court crime
    crop cryptocurrency currency debate debt deficit diplomat disease doctor drone drought drug
    earthquake economy editorial election embassy energy engine entrepreneur event extremist
    factory family farm farmer feature festival field film fire flight flood football forest fuel
    galaxy gallery government gun hacker heatwave holiday home hospital hostage hotel house
    hurricane idea immigrant industry insect interview investor island job journalist judge lake
    language law lawyer loan market match medal migrant mine miner minister missile model mortgage
    mosque mountain movie museum newsletter newspaper novel nurse obituary ocean opinion parent
    park parliament party passport password patient pension phone photo plane planet plant player
    podcast policy poll port price prison prize protest railway recipe refugee region report
    researcher restaurant review riot river road robot rocket sanction satellite school scientist
    share ship singer soldier song startup stock storm strike student study summit supplier tariff
    tax teacher team technology telescope temple tenant terrorist theme topic tourist tournament
    train tram treaty tree truck union university vaccine video virus visa volcano vote voter wage
    war water weapon website wildfire wood worker
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
