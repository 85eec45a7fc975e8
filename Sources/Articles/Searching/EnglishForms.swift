/// The other forms in which an English word stands in texts: "reopens" for "reopened".
///
/// Inflections only, by the rules of spelling and without a dictionary: what comes out may be no
/// word, which costs a look into the index and finds nothing. "Universe" never finds "university".
enum EnglishForms {
  /// Words that look inflected and are not, or whose forms mean something else.
  private static let fixed: Set<String> = [
    "news", "series", "species", "lens", "always", "perhaps", "means", "during", "anything",
    "something", "nothing", "everything", "thing", "things", "being", "does", "goods", "customs",
    "that", "this", "these", "those", "with", "from", "have", "been", "were", "will", "would",
    "could", "should", "which", "their", "there", "where", "when", "what", "about", "after",
    "before", "into", "over", "than", "then", "they", "them", "some", "also", "only", "evening",
    "morning", "evenings", "mornings", "speed", "indeed", "hundred", "sacred",
  ]

  /// Other forms of a folded word, without itself; none for what is no English word.
  ///
  /// At most `limit`, the likeliest first.
  static func others(of word: String) -> [String] {
    let letters = Array(word.utf8)
    guard (3...24).contains(letters.count), letters.allSatisfy({ (0x61...0x7A).contains($0) }),
      !fixed.contains(word)
    else { return [] }
    var forms: [String] = []
    var seen: Set<String> = [word]
    for base in bases(of: letters) {
      for form in inflections(of: base) where forms.count < limit {
        let text = String(decoding: form, as: UTF8.self)
        if seen.insert(text).inserted { forms.append(text) }
      }
    }
    return forms
  }

  /// Forms of one word; each costs a look into the index.
  private static let limit = 14

  private typealias Letters = [UInt8]

  private static func ends(_ word: Letters, _ ending: StaticString) -> Bool {
    let count = ending.utf8CodeUnitCount
    guard word.count > count else { return false }
    return word.suffix(count).elementsEqual(
      UnsafeBufferPointer(start: ending.utf8Start, count: count))
  }

  private static func isVowel(_ letter: UInt8) -> Bool { Array("aeiou".utf8).contains(letter) }

  private static func isSibilant(_ word: Letters) -> Bool {
    ends(word, "s") || ends(word, "x") || ends(word, "z") || ends(word, "ch") || ends(word, "sh")
  }

  /// Whether a base is long enough, and can be spoken.
  private static func isPlausible(_ word: Letters) -> Bool {
    word.count >= 3 && word.contains { isVowel($0) || $0 == UInt8(ascii: "y") }
  }

  /// What a word may be a form of, itself first.
  private static func bases(of word: Letters) -> [Letters] {
    var bases: [Letters] = []
    let y = UInt8(ascii: "y")
    if ends(word, "ies") || ends(word, "ied") {
      bases.append(word.dropLast(3) + [y])
    } else if ends(word, "es"), isSibilant(Array(word.dropLast(2))) {
      bases.append(Array(word.dropLast(2)))
      bases.append(Array(word.dropLast()))
    } else if ends(word, "s"), !ends(word, "ss"), !ends(word, "us"), !ends(word, "is"),
      word.count >= 4
    {
      bases.append(Array(word.dropLast()))
    } else if ends(word, "ed"), word.count >= 5 {
      bases += stems(Array(word.dropLast(2)))
    } else if ends(word, "ing"), word.count >= 6 {
      bases += stems(Array(word.dropLast(3)))
    } else {
      bases.append(word)
    }
    return bases.filter(isPlausible)
  }

  /// What stands before "-ed" and "-ing": "reopen", "clos(e)", "plan(n)".
  private static func stems(_ stem: Letters) -> [Letters] {
    guard let last = stem.last else { return [] }
    let isDoubled = stem.count > 3 && stem[stem.count - 2] == last && !isVowel(last)
    let whole = [stem, stem + [UInt8(ascii: "e")]]
    return isDoubled ? [Array(stem.dropLast())] + whole : whole
  }

  private static func inflections(of base: Letters) -> [Letters] {
    guard let last = base.last, base.count >= 3 else { return [base] }
    let y = UInt8(ascii: "y")
    let beforeLast = base[base.count - 2]
    let (ed, ing) = (Array("ed".utf8), Array("ing".utf8))
    if last == y, !isVowel(beforeLast) {
      let stem = Array(base.dropLast())
      return [base, stem + Array("ies".utf8), stem + Array("ied".utf8), base + ing]
    }
    if last == UInt8(ascii: "e") {
      let stem = Array(base.dropLast())
      return [base, base + [UInt8(ascii: "s")], base + [UInt8(ascii: "d")], stem + ing]
    }
    let plural = isSibilant(base) ? base + Array("es".utf8) : base + [UInt8(ascii: "s")]
    var forms = [base, plural, base + ed, base + ing]
    let isShut = !isVowel(last) && isVowel(beforeLast) && !isVowel(base[base.count - 3])
    if isShut, !Array("wxy".utf8).contains(last) {
      forms += [base + [last] + ed, base + [last] + ing]
    }
    return forms
  }
}
