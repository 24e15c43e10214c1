extension Lexicon {
  /// Everyday words one letter away from a word of the lexicon; they are meant as they stand.
  static let commonWords = Set(
    commonWordList.split(whereSeparator: \.isWhitespace).map(String.init))

  private static let commonWordList = """
    abode abound aground aided aiding ailed aired alike aline alone alter among amply angel
    angler ankle appeal appealing appeals appeasing apple apter aptly armed attacked audit
    baked baled bared baring barns baser bases bashed basked basted bayed beach bellow biased
    birds bland blank bleed blent blind block blocks blond blood blown blurted blurting boast
    boots boring brawn brine brink briny broom brows burnt burps burred burring burrs bused
    cabled calked caller calmed cancer canoed cantered carted caution cautions chance chanted
    charge cheery child children chips choral chrome claps clash clearly clipt clods closed
    closes closet cloudy clouts clove clover codes coding cokes coking colon colons comas
    combing combs comet comets concert cones consent contend contest context contract cooing
    cooker cooper copes coping copped cores coring cornea corneas corned cornet cornets
    cornier coroner coroners corral counted covert coves cowing crank crave craze creak creamy
    crease cremate crows crumbing crumbly crumple crumpling crush culled dally danker daring
    decease decking decree decrees deplete displaced ditch docking doily doling dolls doming
    donut doping dosing doting doubly dozing drafty drift drove duckling duding dully dunking
    duping dying easel eater eating editing edits embed embeds emits entice eraser exciting
    exhort exiling exist existing exists expend expending expert explore explores extent
    extort extremer facet facets facts failing faking farces faring fasten fating fatter
    fazing fellow fester filler filth finale fined fired fitter fixes flame flames flashy
    flask flawing flesh flout flouting flush fogey follower foray formal foster foxed freezer
    frieze frond frost froth froze fueling gentile gentler gentry girls glider gloving goading
    goring grace gracing grader granny grant grape grass grate grating grave graving graze
    grazing greed groin growing guide heady healing heaping hearing heating heave heaving
    heeding herding hither horse house impart imparting incense inert inflame inflaming
    innards insect insider intenser invert kindle lacked lager lashing leading leads leafing
    leafs leaky leaning leans leaping leaps leases leasing leaved leeks lengthy levee lever
    libeled libelled licked liner linger listing lists littering litters littler loader loaves
    locker locket locks lodger logger loomed looming looms loons loosed loosing looted looting
    loots loped loping lopped lopping loser lover lucked lusting lusts macing malting malts
    mares marts masking masks mated mating meats meddle median meeting meets meted meting
    mighty miking mills minuet minuets minuses minutest moles molting molts moped mopes moping
    mouse movers mowed mowing muddle mused musty muter newer night noisy noose outdo overhear
    overheard overheat overlain overland overlap overly paddling paint palace payed paying
    peace peals pease pedals pepping photons plaice plane planed planing plate plated plating
    player pleas plopping plying podding prayed praying precious print processional producer
    product propel property propping prosper pudding pupping purpler quack qualify quartet
    quicken quiet quieted quirk quits quitter quote rabid radio raiding railing rally ransom
    rasher ration reader ready readying realty reaming reams reaping reaps rearing rears
    rebels rebind recorder redder reefs reeks regain reining remain remind remote rending
    rends repeal repels repent retail retry revels revered reveres reverie revery revolution
    rivers roads rouge sample sand saturate saturates sawing scatter scent scents scratchy
    scuff seedy seized sever shady shaken sharks shaven shaver shawl sheave shell shift
    shingle shirt shirts shock shoeing shooing shoon shoot shore shores shoring shout shove
    shoving shower shuts shutter shying sight sills silvery simile simpler simplex singe
    singly sired sited sizer skill skills slake slave slays slewed slice slices slime slitting
    sliver sloped slots smart smarting smarts smell smock smoker smoky smote snake snide
    snitch snoring snort snorts snowball snuff soften sowed spanks spares spars spatter spays
    spend spewed spied spill spills spilt spitting splat splint splinting spoke sport sports
    spots spreed spying squarer squire stabs stack staff staging stags stake staking stale
    staling stalls stare stares stark starring startling starving states statue statues stave
    staving steamy stick stiff stitch stocky stoke stole stony store stores storey storm
    stormy stowed stows strap straying strays string stripe stript strung stuck stuffy suave
    subtler sunsets superb supper surer sways swill swills tacks talker tames tanking tanks
    taped taping tasking teaming teasing teats teeth teller tempi tempt tests thirsty thong
    thongs thorough though threw thrive tides tiled timer timers tings tires tonal toned tongs
    tonnes torch totes touchy tough tower trace traces tracing tract tracts trees tricking
    tricks trifle tripe triplet trough truce trunk tunes tuning turfing twine unload unloaded
    untie vague valve violent visibly wades wafer wager wages waives wakes wanes wards warier
    watery waved wavers waxes weaves whiten whose wives woman woods wordy world worlds worms
    wound wrier writhe writs wrote
    """
}
