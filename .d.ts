import { decodeStage } from './src/stages/decode/stage.js'
import { decodeOptions } from './src/stages/decode/options.js'
import { judgePlausibility } from './src/chinese/plausibility.js'
import fs from 'node:fs'
import iconv from 'iconv-lite'
const run=decodeStage.prepare({options:decodeOptions.parse({}),rules:[],dictionaries:{},pipeline:{entities:[],relations:[],events:[]},services:{segmenter:null as never}})
for (const dir of ['/work/shared/pages','/work/shared/seeds','/work/main/seeds']) for (const f of fs.readdirSync(dir)) { if(!/\.(html|txt)$/.test(f)) continue
 const bytes=fs.readFileSync(dir+'/'+f); const t=performance.now(); const d=run({bytes}); const first=performance.now()-t; let t2=performance.now(); for(let i=0;i<50;i++) run({bytes}); t2=(performance.now()-t2)/50
 const out=[f,bytes.length,d.encoding,first.toFixed(2),t2.toFixed(3),judgePlausibility(d.text).share.toFixed(2)]
 for (const e of ['gb18030','big5','utf-16le','utf-16be','utf8']) { const r=d.text.replace(/<meta[^>]*charset[^>]*>/g,''); const b=iconv.encode(r,e,{addBOM:false}); let x; try { x=run({bytes:b}) } catch(err:any) { x={encoding:err.code,text:''} } out.push(e+'->'+x.encoding+(x.text===r?'':'!')+' '+['gb18030','big5','utf-8'].map(o=>judgePlausibility(new TextDecoder(o).decode(b)).share.toFixed(2)).join('/')) }
 console.log(out.join('  ')) }
