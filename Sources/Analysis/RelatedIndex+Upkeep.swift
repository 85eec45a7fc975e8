extension RelatedIndex {
  /// Reckons all lengths anew, because rarities drift as articles come in.
  ///
  /// Finds also the terms that stand in most articles of a source. Walks all postings once.
  mutating func reckon() {
    reckoned = documents.count
    var squares = [Float](repeating: 0, count: documents.count)
    sources.forgetBoilerplate()
    for slot in 0..<postings.count {
      noteBoilerplate(slot)
      let rarity = rarity(slot)
      postings.forEach(slot) { posting in
        let weight = Float(posting & 0xFF) / 255
        squares[Int(posting >> 8)] += weight * weight * rarity
      }
    }
    for number in documents.indices where documents[number].scale > 0 {
      documents[number].scale = squares[number] > 0 ? 1 / squares[number].squareRoot() : 0
    }
  }

  private mutating func noteBoilerplate(_ slot: Int) {
    guard postings.frequency(slot) >= SourceShares.fewest else { return }
    let documents = documents
    sources.note(slot) { count in
      postings.forEach(slot) { count(documents[Int($0 >> 8)].source) }
    }
  }

  /// Frees the places of removed articles.
  mutating func compact() {
    var places = [UInt32](repeating: .max, count: documents.count)
    var kept: [Document] = []
    sources.clearCounts()
    for (number, document) in documents.enumerated() where numbers[document.id] == UInt32(number) {
      places[number] = UInt32(kept.count)
      kept.append(document)
      sources.count(document.source)
    }
    postings = postings.renumbered(places)
    documents = kept
    for (number, document) in kept.enumerated() { numbers[document.id] = UInt32(number) }
    removed = 0
    reckon()
  }
}
