extension RelatedIndex {
  /// Reckons all lengths anew, because rarities drift as articles come in.
  ///
  /// Finds also the terms that stand in most articles of a source. Walks all postings once.
  mutating func reckon() {
    reckoned = documents.count
    var squares = [Float](repeating: 0, count: documents.count)
    sources.forgetBoilerplate()
    var tally = sources.emptyTally
    let judges = sources.canJudge
    for slot in 0..<postings.count {
      if judges, postings.frequency(slot) >= SourceShares.fewest {
        tally.clear()
        postings.forEach(slot) { tally.add(documents[Int($0 >> 8)].source) }
        sources.judge(slot, tally)
      }
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
    newest.removeAll(keepingCapacity: true)
    for (number, document) in kept.enumerated() {
      numbers[document.id] = UInt32(number)
      documents[number].before = chain(UInt32(number), document.fingerprint)
    }
    removed = 0
    reckon()
  }
}
