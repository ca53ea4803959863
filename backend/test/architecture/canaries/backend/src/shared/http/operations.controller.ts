import '../infrastructure/database.js';
