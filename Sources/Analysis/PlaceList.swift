import Articles

/// The countries of the world with their other names, peoples and cities, as phrases.
struct PlaceList: Sendable {
  /// How a phrase names a country.
  enum Naming: Sendable {
    case name, people, city
    /// A postal abbreviation: counts only behind a comma.
    case abbreviation
  }

  struct Mention: Sendable {
    var place: Int
    var naming: Naming
    /// Whether only the spelling in capitals is meant: "US".
    var needsCapitals: Bool
  }

  /// The tags of the countries.
  private(set) var names: [String] = []
  private(set) var phrases = PhraseTable<Mention>()

  /// Read once, on first use.
  static let shared = PlaceList(rows: TabbedList.rows(of: PackageResources.places_tsv))

  private init(rows: [[Substring]]) {
    for row in rows where row.count >= 5 {
      guard let name = TopicName.normalised(row[1]) else { continue }
      let place = names.count
      names.append(name)
      add(row[1], place, .name)
      for other in TabbedList.entries(row[2], "|") { add(other, place, .name) }
      for people in TabbedList.entries(row[3], "|") { add(people, place, .people) }
      for city in TabbedList.entries(row[4], "|") {
        add(city, place, city.utf8.count < 5 || city.hasSuffix(".") ? .abbreviation : .city)
      }
    }
  }

  private mutating func add(_ phrase: Substring, _ place: Int, _ naming: Naming) {
    let letters = phrase.unicodeScalars.filter { $0.properties.isAlphabetic }
    let needsCapitals = letters.count <= 3 && letters.allSatisfy { $0.properties.isUppercase }
    let naming = naming == .abbreviation && Self.shortCities.contains(phrase) ? .city : naming
    phrases.insert(
      phrase,
      Mention(place: place, naming: naming, needsCapitals: needsCapitals && !phrase.contains(".")))
  }

  /// Names of four letters or fewer that are cities or regions, not abbreviations.
  private static let shortCities: Set<Substring> = [
    "Oran", "Baku", "Cali", "Brno", "Suva", "Bali", "Java", "Aceh", "Qom", "Rome", "Lyon", "Bonn",
    "Kano", "Oslo", "Cusco", "Lima", "Cebu", "Doha", "Neom", "Juba", "Bern", "Homs", "Hama", "Lviv",
    "Kyiv", "Kiev", "Kent", "Aden", "Giza", "Graz", "Gaza", "Goma", "Swat", "Dili", "Lome", "Gao",
    "Riga", "Iowa", "Ohio", "Utah",
  ]
}
