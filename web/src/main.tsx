import { render } from 'preact'
import { App } from './app.js'
import { restoreTheme } from './parts/theme.js'
import './styles/base.css'
import './styles/marks.css'
import './styles/facts.css'
import './styles/article.css'
import './styles/fact.css'
import './styles/runs.css'
import './styles/pictures.css'

restoreTheme()
const root = document.getElementById('app')
if (root !== null) render(<App />, root)
