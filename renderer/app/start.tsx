import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/controls.css';
import './shell.css';
import { connect } from '../client/connect.ts';
import { watchProject } from '../state/connection.ts';
import { tellEnds } from '../state/explore/tell-ends.ts';
import { App } from './app.tsx';
import { createStudio } from './create-studio.ts';
import { createLocation, createStudioRouter } from './router.tsx';

const { location, history } = createLocation(window);
const studio = createStudio(window, connect(window), location);
watchProject(studio, studio.connection);
tellEnds(studio);
const place = document.getElementById('studio');
if (place === null) throw new Error('index.html has no element #studio');
createRoot(place).render(<App studio={studio} router={createStudioRouter(history)} />);
