import { render } from 'preact';
import { start_router } from './router.js';
import { start_theme } from './theme.jsx';
import { Room } from './room.jsx';
import './style/tokens.css';
import './style/room.css';
import './style/views.css';
import './style/narrow.css';
import './style/print.css';

start_theme();
start_router();
render(<Room />, document.getElementById('room'));
