/// What a capitalised word tells about the name that it stands in.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt8
  /// An office or form of address that stands before a person's name: "minister".
  static let office = WordClass(rawValue: 1 << 0)
  /// A word that organisations have in their names: "commission".
  static let body = WordClass(rawValue: 1 << 1)
  /// A first name that is common somewhere.
  static let givenName = WordClass(rawValue: 1 << 2)
  /// A word that never belongs to a name, however it is written: "Monday", "However".
  static let outside = WordClass(rawValue: 1 << 3)
  /// A small word within names: "of", "bin".
  static let joint = WordClass(rawValue: 1 << 4)
  /// A verb of saying: what stands before or after it speaks.
  static let saying = WordClass(rawValue: 1 << 5)
  /// A thing or event that is neither a person nor an organisation: "act", "war".
  static let thing = WordClass(rawValue: 1 << 6)
  /// A word of the map or the weather that names go with: "lake", "storm".
  static let ground = WordClass(rawValue: 1 << 7)

  /// The classes of a word by its key.
  static func of(_ key: UInt32) -> WordClass {
    classes[key].map { WordClass(rawValue: UInt8(truncatingIfNeeded: $0)) } ?? []
  }

  private static let classes: KeyTable = {
    var found: [UInt32: WordClass] = [:]
    for (list, kind) in [
      (offices, WordClass.office), (bodies, .body), (givenNames, .givenName), (outsiders, .outside),
      (joints, .joint), (verbs, .saying), (things, .thing), (grounds, .ground),
    ] {
      for word in WordList(phrase: list).words { found[word.key, default: []].insert(kind) }
    }
    var table = KeyTable(capacity: found.count)
    for (key, kinds) in found { _ = table.number(of: key, orInsert: Int(kinds.rawValue)) }
    return table
  }()

  private static let offices = """
    president minister secretary senator sen rep representative governor gov mr mrs ms miss dr sir
    lord lady king queen prince princess duke pope chancellor chairman chairwoman chair chief executive
    director general colonel gen col lt sgt capt maj judge justice attorney ambassador envoy spokesman
    spokeswoman spokesperson professor prof coach manager captain mayor former ex rev reverend
    archbishop bishop cardinal ayatollah sheikh imam commissioner detective officer superintendent
    speaker leader premier congressman congresswoman lawmaker deputy vice analyst economist author
    actor actress singer director founder ceo cfo coo treasurer counsel solicitor administrator
    undersecretary inspector sheriff lieutenant sergeant major admiral marshal dean rabbi father sister
    brother saint minority majority whip candidate nominee republican democrat democratic striker
    midfielder defender goalkeeper forward winger champion star teammate skipper presenter host editor
    journalist correspondent reporter writer strategist adviser advisor aide historian scientist
    researcher doctor lawyer activist nurse keeper principal surgeon engineer pilot comet billionaire entrepreneur treasury finance foreign defence defense
    interior home prime federal state press special first tory labour commerce trade energy agriculture
    """

  private static let bodies = """
    commission committee council ministry department agency bureau board bank university college
    school institute institution association organisation organization union federation party congress
    parliament senate assembly court corporation corp inc ltd plc llc co company group holdings airline
    airways club league foundation fund trust society alliance front army navy police guard force
    authority administration service office exchange chamber network news press times post journal
    herald tribune gazette studio records entertainment motor pharmaceutical industry international
    hospital church conference coalition campaign team united city rovers athletic wanderers house
    supreme forum centre center laboratory academy bloc cabinet treasury reserve securities partners
    capital systems technologies energy oil petroleum gas airlines television radio broadcasting museum
    command brigade division brotherhood movement confederation syndicate cartel consortium task
    """

  private static let givenNames = """
    james john robert michael william david richard joseph thomas charles christopher daniel matthew
    anthony mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason
    jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel
    gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose adam nathan henry douglas
    zachary peter kyle walter ethan jeremy harold keith christian roger noah gerald carl terry sean
    austin arthur lawrence jesse dylan bryan joe jordan billy bruce albert willie gabriel logan alan juan
    wayne roy ralph randy eugene vincent russell elijah louis bobby philip johnny mary patricia jennifer
    linda elizabeth barbara susan jessica sarah karen nancy lisa betty margaret sandra ashley kimberly
    emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia
    kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra
    rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly
    lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann
    sara madison frances kathryn janice jean abigail alice julia judy sophia grace denise amber doris
    marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla alexis lori
    barack hillary bill bernie ted marco jeb mitt newt rick mike jim tim tom dan ben sam chris matt jeff
    greg steve dave bob ron don ken tony andy joe nick pete ray phil doug fred leo max simon neil ian
    colin graham gordon boris theresa jeremy nigel gareth owen rhys alastair malcolm angus duncan fiona
    vladimir dmitry sergei sergey alexei mikhail nikolai ivan igor viktor yuri oleg volodymyr petro
    angela olaf friedrich helmut gerhard hans karl klaus wolfgang jurgen emmanuel francois nicolas
    jacques pierre jean marine silvio matteo giorgia giuseppe mario luigi paolo pedro carlos luis jorge
    miguel fernando javier diego pablo enrique felipe hugo nicolas evo jair luiz dilma joao jose
    mohammed mohamed muhammad mohammad ahmed ahmad ali hassan hussein hussain omar osama ibrahim khalid
    abdullah abdul yusuf yousef mustafa mahmoud hamid karim tariq bashar saddam imran nawaz shehbaz asif
    bilawal benazir khawaja nasim mushahid tahir maleeh maryam fatima aisha ayesha zainab recep tayyip
    narendra rahul sonia amit rajiv indira manmohan arvind sanjay ravi anil sunil priyanka deepika
    xi hu li wang zhang kim moon park shinzo yoshihide fumio junichiro kiichi yasuhiro satoshi benjamin
    binyamin bibi ehud ariel yitzhak shimon avigdor naftali yair moshe muhammadu goodluck olusegun bola
    cyril jacob nelson thabo uhuru william raila yoweri paul kofi desmond kwame julius ferdinand rodrigo
    gloria corazon benigno joko susilo mahathir najib anwar lee aung min ban antonio jens ursula
    narendra serena venus roger rafael novak lionel cristiano neymar wayne zinedine usain
    """

  private static let outsiders = """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
    i he she it we they you a an the this that these those his her its our their my your in on at by for
    with without from to into and or but if when while where what who why how as after before since
    although though because however meanwhile moreover nevertheless there here not no yes so then also
    still yet even some many most more all both each every few several other another such only just
    according despite during under over about against between among until unless once whether both
    read photo image picture video getty click follow updated story continued advertisement asked among
    says said enter dlrs mln pct shr net revs qtly div vs blah est gmt pm am
    """

  private static let joints =
    "of the for de la del da di du van von der den bin ibn al el ben abu y"

  private static let verbs = """
    said says told added asked announced insisted argued warned wrote tweeted testified declared vowed
    pledged called claimed acknowledged conceded stated noted replied explained denied admitted
    """

  private static let things = """
    act bill law amendment deal treaty agreement accord war day week month year summit cup games
    olympics award prize street avenue road hall square constitution plan report project initiative movie film show
    festival championship election elections primary debate crisis revolution age century east west
    north south middle eastern western northern southern central americans christmas easter ramadan
    muslim christian islamic jewish catholic arab ai tv internet web covid god bible gmt policy programme
    program strategy black white sunni shiite shia latino hispanic asian caucasian jew hindu sikh
    catholic protestant evangelical muslims fund waiver floor majority minority republican democratic
    conservative liberal nazi communist earth
    """

  private static let grounds = """
    lake mount mountain port bay cape gulf strait island isle river sea ocean valley county district
    province bridge airport fort harbor harbour coast canyon glacier peninsula plateau canal storm
    hurricane typhoon cyclone desert
    """
}
