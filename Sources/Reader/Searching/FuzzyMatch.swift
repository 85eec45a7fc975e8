import Articles

/// How well typed letters fit a text in which they stand in their order, perhaps far apart.
struct FuzzyMatch: Sendable, Hashable {
  /// Greater is better; 0 for nothing typed.
  var score = 0
  /// The characters of the text that were meant.
  var places: [Int] = []

  /// Characters of a text that are looked at.
  static let reach = 200

  /// A text as letters that can be compared, without regard to case and accents.
  static func letters(of text: String) -> [Character] {
    text.prefix(reach).map {
      $0.isASCII ? Character($0.lowercased()) : String($0).folded.first ?? $0
    }
  }

  /// `nil` when the letters that were typed do not stand in the text in their order.
  ///
  /// Letters at the beginnings of words and letters that follow each other count more, those that
  /// are passed over less. Takes time in proportion to the text times the places of the first letter.
  /// - Parameters:
  ///   - wanted: The letters typed, without spaces.
  ///   - letters: Those of the text.
  init?(_ wanted: [Character], in letters: [Character]) {
    guard let first = wanted.first else { return }
    var best: FuzzyMatch?
    for start in letters.indices where letters[start] == first {
      guard let match = Self.match(wanted, in: letters, from: start) else { break }
      if match.score > best?.score ?? .min { best = match }
    }
    guard let best else { return nil }
    self = best
  }

  private static func match(
    _ wanted: [Character], in letters: [Character], from start: Int
  ) -> FuzzyMatch? {
    var match = FuzzyMatch(score: 0, places: [])
    var place = start
    for letter in wanted {
      let from = place
      while place < letters.count, letters[place] != letter { place += 1 }
      guard place < letters.count else { return nil }
      let isBeginning = place == 0 || !letters[place - 1].isLetter && !letters[place - 1].isNumber
      let isNext = match.places.last == place - 1
      match.score += 16 + (isBeginning ? 12 : 0) + (isNext ? 10 : 0) - min(8, place - from)
      match.places.append(place)
      place += 1
    }
    // A short text that is meant as a whole stands before a long one.
    match.score -= min(12, start) + min(10, (letters.count - wanted.count) / 8)
    return match
  }

  private init(score: Int, places: [Int]) {
    self.score = score
    self.places = places
  }
}
