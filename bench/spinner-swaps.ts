/** What the bench's spinner swaps: some swaps that `dictionaries/spinning.yaml` knows, and as many it does not. */
export const SWAPS: readonly (readonly [string, string])[] = (
  '资源→资本 中心→中央 覆盖→盖住 提升→提拔 完成→完工 开展→睁开 项目→名目 服务→办事 建设→扶植 探索→试探 ' +
  '医疗→治病 积极→踊跃 全面→周全 及时→适时 基层→下层 重点→要点 传统→保守 学科→学问 合作→互助 机制→轨制 ' +
  '技术→手艺 培训→培植 供水→送水 道路→途径 教学→讲授 急诊→急救 推进→推动 优化→优选 改造→改革 引进→引入 ' +
  '整合→结合 落实→落到实处 共享→同享 修缮→补葺 评估→评价 监测→检测 保障→保证 规范→标准 区域→地区 智慧→聪明 ' +
  '社区→小区 农村→屯子 城市→都会 青年→年轻人 群众→大众 方便→便利 明显→显明 患者→病人 运行→运转 经验→履历 ' +
  '市民→市平易近 进度→进展 受益→获益 表示→暗示 介绍→先容 认为→以为 负责人→担当人 近日→克日 持续→连续 统筹→兼顾'
)
  .split(' ')
  .map((swap) => [swap.slice(0, swap.indexOf('→')), swap.slice(swap.indexOf('→') + 1)] as const)
