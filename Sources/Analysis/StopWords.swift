/// Words that tie no articles: function words, and words that every news report has.
enum StopWords {
  /// The keys of all of them; made once.
  static let keys: KeyTable = {
    var keys = KeyTable(capacity: 1_024)
    for list in [english, news, otherLanguages] {
      for word in WordReader.words(of: Array(list.utf8), stops: KeyTable()) {
        _ = keys.number(of: word.key, orInsert: 0)
      }
    }
    return keys
  }()

  private static let english = """
    a about above across after afterwards again against all almost alone along already also although
    always am among amongst an and another any anyone anything anywhere are around as at away back be
    became because become becomes been before behind being below beside besides between beyond both
    but by can cannot could de did do does doing done down during each either else ever every everyone
    everything everywhere few for from further had has have having he hence her here hers herself him
    himself his how however i if in indeed instead into is isn it its itself just keep least less let
    like made make makes making many may maybe me might more most mostly much must my myself neither
    never nevertheless no nobody none nor not nothing now of off often on once one only onto or other
    others our ours ourselves out over own per perhaps quite rather re really same see seem seemed
    seems several she should since so some somehow someone something sometimes somewhere still such
    than that the their them themselves then there therefore these they this those though through
    throughout thus to together too toward towards two under unless until up upon us use used using
    very via was we well were what whatever when where whether which while who whole whom whose why
    will with within without would yet you your yours yourself aren couldn didn doesn don hadn hasn
    haven ll shouldn ve wasn weren won wouldn ain
    """

  private static let news = """
    said says saying say told tell tells telling according added adding asked asking mr mrs ms dr
    monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
    year month week day hour minute today yesterday tomorrow morning afternoon evening night ago last
    next new news time first second third people person man woman thing way photo image picture caption
    video file read follow share click subscribe newsletter sign copyright reserved comment advertisement
    updated update published post posted story report reported reporter reporting article statement
    spokesman spokeswoman spokesperson interview come came coming go going gone went get got getting
    give given gave take taken took taking put know known want wanted wants look looking think thought
    believe called call calls including include includes included later early earlier recent recently
    around also number three four five six seven eight nine ten ap afp reuters getty
    """

  /// Function words of other languages that mean nothing else in English.
  private static let otherLanguages = """
    der das dem den des ein eine einen einem einer und oder aber auch auf aus bei bis dass durch fur
    hat haben ich im ist mit nach nicht noch nur sich sie sind uber um unter vom von vor wie wird
    werden zu zum zur le la les un une du et ou mais dans pour par sur avec sans ne pas plus que qui
    quoi est sont etait ete au aux ce cette ces il elle ils elles nous vous leur leurs el los las uno
    una unos unas y pero con sin sobre por para como es fue ser esta este esto estos se su sus lo al
    del mas muy ya o os um uma na nas nao mas com em do da das dos pelo pela foi sao tem il lo gli
    che di ed per non sono era nel nella dei degli delle alla het een van zijn wordt niet maar ook
    voor met bij door naar op te och att som det pa av ar inte og til er af ikke
    и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне
    было вот от меня еще нет о из ему теперь когда даже ну вдруг ли если уже или ни быть был него до
    вас нибудь опять уж вам ведь там потом себя ничего ей может они тут где есть надо ней для мы тебя
    их чем была сам чтоб без будто чего раз тоже под это этот эта эти этого при также который которые
    в من إلى على عن في مع هذا هذه ذلك التي الذي أن إن كان قد لا ما هو هي و ب
    """
}
