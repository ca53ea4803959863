import '../catalogue/catalogue-page';
