/// One name for topics that are called by several: "us", "america" and "united states".
enum TopicAliases {
  /// The name under which a topic is kept, from one that is folded already.
  static func canonical(_ name: String) -> String { table[name] ?? name }

  /// Every other name with the one that stands for it; the ones that stand are no keys.
  static let table: [String: String] = {
    var table: [String: String] = [:]
    for (name, others) in names {
      for other in others.split(separator: "|") { table[String(other)] = name }
    }
    return table
  }()

  /// Names as they are after folding and bringing to the singular.
  private static let names = [
    ("united states", "us|u.s|u.s.a|usa|america|united states of america|us news"),
    ("united kingdom", "uk|u.k|britain|great britain|uk news"),
    ("european union", "eu|e.u"),
    ("united nations", "un|u.n|united nations organization"),
    ("united arab emirates", "uae|u.a.e|emirates"),
    ("world health organization", "world health organisation"),
    ("international monetary fund", "imf"),
    ("saudi arabia", "ksa"),
    ("turkey", "turkiye"),
    ("ai", "artificial intelligence|a.i|machine learning|generative ai"),
    ("technology", "tech|tech news"),
    ("science", "sciences|scientific"),
    ("sport", "sports|sports news"),
    ("business", "business news"),
    ("economy", "economics|economic"),
    ("politics", "political|politics news"),
    ("climate change", "climate|global warming|climate crisis"),
    ("world", "world news|international|international news"),
    ("covid", "covid 19|coronavirus|covid19"),
    ("gaza", "gaza strip|gaza war"),
    ("cryptocurrency", "crypto"),
    ("film", "movie|cinema"),
    ("video game", "video games|gaming"),
    ("television", "tv"),
    ("cybersecurity", "cyber security|information security|infosec"),
  ]
}
