/// For each term, the articles that hold it with its weight there: an inverted index in memory.
///
/// All lists lie in one pool of chunks that grow with their list, so that half a million short
/// lists cost no allocation each. A posting is the article's number (24 bits) and the weight (8).
struct PostingLists {
  private var slots: KeyTable
  private var lists: [List] = []
  private var pool: [UInt32] = []

  /// One term's list; the first posting is kept here, because half of the terms have no other.
  private struct List {
    var count: UInt32
    var single: UInt32
    var head: UInt32
    var tail: UInt32
    var used: UInt32
    var room: UInt32
  }

  /// Postings of the largest chunk; chunks have 1, 3, 7 … of them.
  private static let largestChunk: UInt32 = 255

  init(capacity: Int = 64) { slots = KeyTable(capacity: capacity) }

  /// Number of terms; their slots are 0 ..< `count`.
  var count: Int { lists.count }
  /// Bytes held.
  var bytes: Int { slots.bytes + lists.capacity * 24 + pool.capacity * 4 }

  /// The slot of a term that some article holds.
  func slot(of key: UInt32) -> Int? { slots[key] }
  /// Number of postings of a slot.
  func frequency(_ slot: Int) -> Int { Int(lists[slot].count) }

  /// Adds a posting to a term's list.
  mutating func append(_ posting: UInt32, to key: UInt32) {
    let slot = slots.number(of: key, orInsert: lists.count)
    guard slot < lists.count else {
      lists.append(List(count: 1, single: posting, head: 0, tail: 0, used: 0, room: 0))
      return
    }
    if lists[slot].used == lists[slot].room { addChunk(to: slot) }
    let list = lists[slot]
    pool[Int(list.tail + 1 + list.used)] = posting
    lists[slot].used += 1
    lists[slot].count += 1
  }

  @inline(__always)
  private static func room(after room: UInt32) -> UInt32 { min(largestChunk, room * 2 + 1) }

  /// A chunk is one word with the place of the next chunk, then room for postings.
  private mutating func addChunk(to slot: Int) {
    let place = UInt32(truncatingIfNeeded: pool.count)
    let room = Self.room(after: lists[slot].room)
    for _ in 0...room { pool.append(0) }
    if lists[slot].room == 0 {
      lists[slot].head = place
    } else {
      pool[Int(lists[slot].tail)] = place
    }
    lists[slot].tail = place
    lists[slot].room = room
    lists[slot].used = 0
  }

  /// Calls `visit` with every posting of a slot, oldest first.
  @inline(__always)
  func forEach(_ slot: Int, _ visit: (UInt32) -> Void) {
    let list = lists[slot]
    visit(list.single)
    var left = list.count - 1
    var place = list.head
    var room = Self.room(after: 0)
    pool.withUnsafeBufferPointer { pool in
      while left > 0 {
        let here = min(room, left)
        for index in place + 1..<place + 1 + here { visit(pool[Int(index)]) }
        left -= here
        place = pool[Int(place)]
        room = Self.room(after: room)
      }
    }
  }

  /// The same lists with other numbers for the articles; those without one are left out.
  func renumbered(_ places: [UInt32]) -> PostingLists {
    var result = PostingLists(capacity: count)
    for (slot, key) in slots.keysByNumber.enumerated() {
      forEach(slot) { posting in
        let place = places[Int(posting >> 8)]
        if place != .max { result.append(place << 8 | posting & 0xFF, to: key) }
      }
    }
    return result
  }
}
