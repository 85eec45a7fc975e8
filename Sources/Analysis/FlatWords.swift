/// Common words of news reports: two articles that share one need not have anything in common.
enum FlatWords {
  /// Whether a word's key is one of them.
  static func contains(_ key: UInt32) -> Bool { keys[key] != nil }

  /// Made once.
  private static let keys: KeyTable = {
    var keys = KeyTable(capacity: 1_024)
    for word in WordList(phrase: words).words { _ = keys.number(of: word.key, orInsert: 0) }
    return keys
  }()

  private static let words = """
    able accept access account act action active add address admit adult agree agreed agreement aim
    air allow allowed alone amount analysis announce announced answer appear appeared apply approach
    area argue argued arrive arrived aside ask asked attack attempt attention author authority average
    avoid aware bad bag ball bar base based bear beat become bed begin beginning begun behave belief
    believe benefit best better bid big bit black block blue board body bottom bought box boy break
    bring broke broken brought brown build building built business busy buy call came capital car card
    care carry carried case cause cent center central centre century certain chair challenge chance
    change character charge check chief child children choice choose city claim class clear clearly
    close closed coast cold colleague collect color comment common community company compare complete
    concern concerned condition consider contain content continue control copy corner correct cost
    count country county couple course cover create current customer cut daily damage danger dark data
    daughter dead deal death decade decide decided decision deep define degree demand deny department
    describe described design desire detail develop development die died difference different
    difficult director discuss discussion distance district doctor door double doubt draw drawn
    dream drive driven drop due early earn earth easily east easy effect effort eight email employee
    empty encourage end ended enemy enjoy enough ensure enter entire equal error especially estimate
    evening event eventually evidence exact example except exist expect expected experience expert
    explain explained express extra eye face fact fail failed fair fall fallen family famous far fast
    father favor favorite fear feature federal feel feet fell felt field fight figure fill final
    finally find fine finish fire firm fish fit fix floor focus follow following food foot force
    foreign form former forward found free fresh friend front full fund fundamental funding further
    future gain general generally girl glass goal good government grand great green ground group grow
    growing growth guard guess guest guide half hall hand happen happened happy hard head hear heard
    heart heavy held help high higher history hit hold home hope hot hotel house huge human hundred
    husband idea identify image imagine impact important improve increase increased independent
    indicate individual industry inform information inside instance interest international introduce
    involve involved island issue item job join joined judge keep kept key kid kill killed kind knew
    knowledge known land language large largest late lead leader leading leads learn learned leave led
    left legal less letter level lie life light limit line link list listen little live lived local
    long longer lose loss lost lot love low lower machine main maintain major majority man manage
    manager march mark market matter mean measure media medical meet meeting member memory mention
    message met method metre meter middle mile military million billion mind minister minor miss
    mission mistake model modern moment money month morning mother mountain move moved movement music
    name nation national natural nature near nearly necessary need network never night noon north note
    notice offer office officer official oil old open opened opening operate operation opinion
    opportunity oppose option order ordinary organise organisation organization original outside owner
    page paid pain paper parent park part participant particular party pass past path patient pay
    peace percent perfect perform period permit person phone pick picture piece place plan plant play
    player point police policy political poor popular population position possible post pound power
    powerful practice prepare presence present president press pressure pretty prevent previous price
    primary prime private probably problem process produce product production professional professor
    program programme project promise proof property propose proposed protect prove provide public
    publish pull purpose push quality quarter question quick quickly quiet quite race rain raise
    raised range rate reach reached read reader ready real reality reason receive recognise record
    red reduce refer reflect refuse regard region relate relation release remain remember remind
    remove repeat replace reply represent representative request require research resource respond
    response responsible rest result return reveal rich ride right ring rise risk river road rock role
    roll room rose round row rule run safe sail sat save saw scale scene school science sea season
    seat secretary section security seek sell send senior sense sent separate serious serve service
    session set settle seven shape share sheet shift shop short shot show shown shut sick side sign
    significant silent similar simple simply single sister sit site situation six size skill sleep
    slow slowly small smart smile snow social society soft sold solution son song soon sort sound
    source south space speak special specific speech speed spend spent spoke spoken spot spread spring
    square staff stage stand standard star start started state statement station stay step stood stop
    store storm story straight strange street strike strong structure struggle student study stuff
    style subject success suffer suggest suit summer sun supply support supporter sure surface surprise
    survey survive system table talk talking target task tax teach team technology television ten term
    test text thank thousand threat threaten throw time tiny today together told tone took tool top
    total touch tough tour town track trade train travel treat tree trial trip trouble true trust
    truth try turn twice type unit unite united upper usual usually value various version victim view
    village visit voice vote wait walk wall want war warm warn warned watch water weather week weekend
    weight west western white whole wide wife win wind window winner winter wish woman women wonder
    wood word work worked worker world worry worse worst worth write writer writing written wrong
    wrote yard young youth zero global even administration compiled priority advance ahead allies
    backed worldwide statewide nationwide forty american americans english south north
    """
}
