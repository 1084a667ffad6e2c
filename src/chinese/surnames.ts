/** The hundred and some surnames that nearly all Chinese bear, of one character. */
export const SURNAMES: ReadonlySet<string> = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫雷龙史陶黎贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文樊殷施洪翟安颜倪牛温芦季俞章鲁葛伍申毕聂焦柳邢',
)

/** Rarer ones, to be trusted only where a name is expected: behind a title, before a verb of saying. */
export const RARE_SURNAMES: ReadonlySet<string> = new Set(
  '丘丛丰乐云井仰仲伊佘佟储党关冀冉况冷冼凌凤刁励劳勾匡华卓卜卞卫危卿厉司咸奚姬娄宁宓宗官宦宫家容宿寇尚尤居屠岑岳崇左巩巫巴席干庞廉弘归惠慈戈戚房扈揣揭敖敬时晁景曲木杭柏柯柴栾梅植楼欧步段母沙涂游湛滑滕满焉燕牟狄班甘盖祁祖祝禾穆窦童简管籍米粘糜纪练经翁耿臧舒艾花苍苑苗茅茹荆蒙蒯蒲蓝蓬蔺薄虎虞衣裴褚詹计诸谌谷费路辛边连邝邬郁郎鄂钮铁银闵闻阚阮隆隋霍靳鞠饶骆鲍麦麻齐',
)

/** The surnames of two characters that are borne today. */
export const COMPOUND_SURNAMES: ReadonlySet<string> = new Set([
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '司徒',
  '皇甫',
  '令狐',
  '尉迟',
  '夏侯',
  '东方',
  '慕容',
  '公孙',
  '宇文',
  '端木',
  '澹台',
])

/** How people are called behind a surname or a name. `王` + `先生`. */
export const FORMS_OF_ADDRESS: readonly string[] = [
  '先生',
  '女士',
  '小姐',
  '太太',
  '大爷',
  '大妈',
  '奶奶',
  '爷爷',
  '阿姨',
  '叔叔',
  '医生',
  '大夫',
  '主任',
  '院长',
  '教授',
  '护士',
  '老师',
  '师傅',
  '书记',
  '局长',
  '市长',
  '校长',
  '同学',
  '某',
]
