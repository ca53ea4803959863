import '../../app/router';
