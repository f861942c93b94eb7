package unroll.app.view.fields;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import unroll.app.chart.Matrix;
import unroll.app.view.LiveAnswer;
import unroll.engine.model.Layout.Slot;

/**
 * The weights between a picture and the units of a network, and those between these units.
 *
 * @param update whose network it is
 * @param offered what the network has
 * @param part which of it is shown; none where it has nothing
 * @param width pixels across
 * @param height pixels down
 * @param pictures a unit down, the pixels of its weights across, row by row
 * @param between units that receive down, units that send across; empty where none are known
 */
public record Fields(
        long update,
        List<FieldPart> offered,
        Optional<FieldPart> part,
        int width,
        int height,
        Matrix pictures,
        Matrix between)
        implements LiveAnswer {
    /** Of no network. */
    public static final Fields NONE = new Fields(0, List.of(), Optional.empty(), 1, 1, Matrix.EMPTY, Matrix.EMPTY);

    public Fields {
        offered = List.copyOf(offered);
    }

    /** One of the weights that a network has, the first where it has none of that name. */
    static Fields of(
            long update,
            List<FieldPart> offered,
            String name,
            int width,
            int height,
            Function<Slot, double[]> numbers) {
        if (offered.isEmpty()) {
            return NONE;
        }
        FieldPart shown = offered.stream()
                .filter(one -> one.weights().name().equals(name))
                .findFirst()
                .orElse(offered.getFirst());
        Matrix all = matrix(shown.weights(), numbers);
        return new Fields(
                update,
                offered,
                Optional.of(shown),
                width,
                height,
                shown.sent() ? all.transposed() : all,
                shown.between().map(slot -> matrix(slot, numbers)).orElse(Matrix.EMPTY));
    }

    private static Matrix matrix(Slot slot, Function<Slot, double[]> numbers) {
        return Matrix.of(slot.rows(), slot.columns(), numbers.apply(slot));
    }

    int units() {
        return pictures.rows();
    }

    /** The root of the sum of the squares of a unit's weights. */
    double norm(int unit) {
        double sum = 0;
        for (int pixel = 0; pixel < pictures.columns(); pixel++) {
            sum += square(unit, pixel);
        }
        return Math.sqrt(sum);
    }

    /** Where the weights of a unit lie: the mean place of its pixels, each as important as its weight squared. */
    Centre centre(int unit) {
        double x = 0;
        double y = 0;
        double sum = 0;
        for (int pixel = 0; pixel < pictures.columns(); pixel++) {
            double square = square(unit, pixel);
            x += square * (pixel % width);
            y += square * Math.floorDiv(pixel, width);
            sum += square;
        }
        return new Centre(x / sum, y / sum);
    }

    /** A place in a picture, in pixels from the first; NaN where there is none. */
    record Centre(double x, double y) {}

    private double square(int unit, int pixel) {
        double weight = pictures.at(unit, pixel);
        return weight * weight;
    }

    /** The pixel of a unit's largest weight, whatever its sign. */
    int strongest(int unit) {
        int strongest = 0;
        for (int pixel = 1; pixel < pictures.columns(); pixel++) {
            if (square(unit, pixel) > square(unit, strongest)) {
                strongest = pixel;
            }
        }
        return strongest;
    }

    /** A unit in words. */
    String words(int unit) {
        int pixel = strongest(unit);
        String words = String.format(
                Locale.ROOT,
                "unit %d \u00b7 norm %.3g \u00b7 %+.3g at pixel %d, %d",
                unit + 1,
                norm(unit),
                pictures.at(unit, pixel),
                pixel % width + 1,
                pixel / width + 1);
        String itself = between.values().length == 0
                ? ""
                : String.format(Locale.ROOT, " \u00b7 %+.3g to itself", between.at(unit, unit));
        return (words + itself).replace('-', '\u2212');
    }
}
