import '../../shared/price-text';
import './cart.queries';
