import './http/operations.controller.js';
