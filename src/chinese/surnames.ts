/** The hundred and some surnames that nearly all Chinese bear, of one character. */
export const SURNAMES: ReadonlySet<string> = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫雷龙史陶黎贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文樊殷施洪翟安颜倪牛温芦季俞章鲁葛伍申毕聂焦柳邢',
)

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
