package unroll.app.view.netview;

import java.util.ArrayList;
import java.util.List;
import unroll.engine.anatomy.Anatomy;
import unroll.engine.anatomy.Connection;
import unroll.engine.anatomy.UnitGroup;
import unroll.engine.anatomy.UnitLayer;

/**
 * The connections from one layer to another that are drawn together.
 *
 * @param from the layer that sends
 * @param to the one that receives
 * @param connection the weights
 */
record Bundle(int from, int to, Connection connection) {
    /** Those of a network; of layers with gates those of one gate. */
    static List<Bundle> of(Anatomy anatomy, String gate) {
        List<Bundle> bundles = new ArrayList<>();
        for (int row = 0; row < anatomy.layers().size(); row++) {
            UnitLayer layer = anatomy.layers().get(row);
            add(bundles, anatomy, row, anatomy.units(layer));
            for (int part : layer.within()) {
                UnitGroup within = anatomy.parts().get(part);
                if (gateOf(within).equals(gate)) {
                    add(bundles, anatomy, row, within);
                }
            }
        }
        return List.copyOf(bundles);
    }

    private static void add(List<Bundle> bundles, Anatomy anatomy, int row, UnitGroup group) {
        for (Connection connection : group.formula().connections()) {
            for (int from = 0; from < anatomy.layers().size(); from++) {
                if (anatomy.layers().get(from).units() == connection.part()) {
                    bundles.add(new Bundle(from, row, connection));
                }
            }
        }
    }

    /** The gates of which there are weights, each once. */
    static List<String> gates(Anatomy anatomy) {
        return anatomy.layers().stream()
                .flatMap(layer -> layer.within().stream())
                .map(part -> anatomy.parts().get(part))
                .filter(part -> !part.formula().connections().isEmpty())
                .map(Bundle::gateOf)
                .distinct()
                .toList();
    }

    /** "f of h2" is an f. */
    private static String gateOf(UnitGroup within) {
        return within.symbol().replaceFirst(" of .*", "");
    }

    /** Weights in all. */
    int size() {
        return connection.weights().length == 0
                ? 0
                : connection.weights().length * connection.weights()[0].length;
    }
}
