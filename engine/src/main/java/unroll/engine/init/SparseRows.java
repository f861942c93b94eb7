package unroll.engine.init;

import unroll.engine.model.Layout.Slot;
import unroll.engine.random.Philox;

/** Rows with few entries that are not zero: each unit hears so many others (Martens 2010). */
final class SparseRows {
    private SparseRows() {}

    /** Gives each row of the slot {@code incoming} places chosen at random a normal number of that deviation. */
    static void fill(Slot slot, int incoming, double deviation, Philox random, double[] theta) {
        int[] places = new int[slot.columns()];
        for (int row = 0; row < slot.rows(); row++) {
            for (int j = 0; j < places.length; j++) {
                places[j] = j;
            }
            for (int k = 0; k < Math.min(incoming, places.length); k++) {
                int other = random.integer(k, places.length - 1);
                int place = places[other];
                places[other] = places[k];
                theta[slot.offset() + row * slot.columns() + place] = deviation * random.gaussian();
            }
        }
    }

    /** Gives every number of the slot a normal number of that deviation. */
    static void dense(Slot slot, double deviation, Philox random, double[] theta) {
        for (int i = 0; i < slot.size(); i++) {
            theta[slot.offset() + i] = deviation * random.gaussian();
        }
    }
}
