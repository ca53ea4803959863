import '../features/catalogue/catalogue-page';
