package unroll.engine;

import com.google.gson.JsonObject;
import java.util.Arrays;
import unroll.engine.loss.Collapse;
import unroll.engine.loss.Ctc;

/** A reference vector of one label string without alignment: its loss and gradient; the last class is the blank. */
final class CtcVector {
    private final JsonObject vector;

    CtcVector(JsonObject vector) {
        this.vector = vector;
    }

    void check() {
        double[] o = ReferenceVectorsTest.numbers(vector.get("preactivation"));
        double[] labels = ReferenceVectorsTest.numbers(vector.get("labels"));
        int steps = vector.getAsJsonArray("preactivation").size();
        double[] weight = new double[steps];
        Arrays.fill(weight, 1);
        Ctc ctc = new Ctc(collapse(), steps, o.length / steps, labels.length);
        int[] l = Arrays.stream(labels).mapToInt(label -> (int) label).toArray();
        double loss = ctc.value(o, weight, 1, 0, l, l.length);
        double[] gradient = new double[o.length];
        ctc.gradient(1, gradient);
        ReferenceVectorsTest.same(
                "loss", new double[] {loss}, new double[] {vector.get("loss").getAsDouble()});
        ReferenceVectorsTest.same("gradient", gradient, ReferenceVectorsTest.numbers(vector.get("gradient")));
    }

    private Collapse collapse() {
        String name = vector.get("name").getAsString();
        return switch (name.replaceFirst("^ctc_", "").replaceFirst("_\\d+$", "")) {
            case "no_collapse" -> Collapse.DROP_BLANKS;
            case "collapse", "standard", "graves" -> Collapse.MERGE_REPEATS;
            default -> throw new AssertionError("the test does not know the form of " + name);
        };
    }
}
