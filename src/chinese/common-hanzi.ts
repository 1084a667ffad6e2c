/**
 * The Hanzi of everyday Chinese: about 500 of the most frequent of modern running text, then those
 * that newspapers use most besides, each list in order of frequency (after Jun Da, Modern Chinese
 * Character Frequency List, 2004). They are seven of ten Hanzi in any news text, simplified or
 * traditional, and one of ten in text decoded with a wrong table: that gap tells the two apart.
 */
const SIMPLIFIED =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里' +
  '用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实' +
  '日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政' +
  '美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员' +
  '解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件' +
  '计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象' +
  '完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔风快千' +
  '城期百步型拿济近远况群台算花往形住府布断速亲技术企业投资银行医疗病患专健康服务支委省县州京江河湖广' +
  '深沪津渝苏浙闽赣鲁豫鄂湘粤桂川黔滇陕甘青宁藏疆港澳华联促改革创推积极加强集团项目工程研究所发展消息' +
  '今昨日六七八九零亿元例约余超增长率网版站链接首页责编辑作者来源摄影图片查看更请登录注册移户端闻播视频' +
  '党组织书议委卫育员财政策划农村民族警察法律案件首席执董局厅办室副主任团负际评论'

/** The traditional forms of those that have another one. */
const TRADITIONAL =
  '這個們來為國說時會對後過發裡裏種經麼學現當沒動還進樣開從實軍無與長機關點業將兩間問並應戰頭體見產話' +
  '內給門兒東聲員論處義幾認條係氣題爾別變總電數報結務場計資許統區隊決馬書聽達強難權萬設記類據邊張該規' +
  '覺術領確傳師觀讓識帶導爭運筆風濟遠況臺親銀醫療專縣廣滬蘇閩贛魯陝寧華聯創極項團億約餘網鏈頁責輯來攝' +
  '圖錄冊戶聞視頻黨組織議衛財劃農執廳辦負際評於著線單稱獲鐵龍漢層樓雙練續舉應該愛夠準優勢際檢驗'

/** Everyday Hanzi of both scripts. */
export const COMMON_HANZI: ReadonlySet<string> = new Set(SIMPLIFIED + TRADITIONAL)
