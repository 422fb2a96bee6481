import 'reflect-metadata';
import { createHttpApp } from './http-app.js';
import { configFromEnvironment } from './platform/config/config.js';
import { endWithParent, keepHeapLean } from './platform/process.js';

keepHeapLean();
endWithParent();
const config = configFromEnvironment();
const app = await createHttpApp(config);
await app.listen(config.port, config.host);
