package unroll.app.view.netview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import unroll.engine.anatomy.Anatomy;
import unroll.engine.anatomy.Bias;
import unroll.engine.anatomy.Connection;
import unroll.engine.anatomy.Formula;
import unroll.engine.anatomy.Product;
import unroll.engine.anatomy.Reading;
import unroll.engine.anatomy.UnitGroup;
import unroll.engine.anatomy.UnitLayer;

/** What a unit sums at a time step, as people write it: {@code h2 = σ(20·1 + 20·0 − 30) = σ(−10) = 0.000}. */
final class Arithmetic {
    /** More terms than this are no longer read; the largest are written. */
    static final int TERMS = 12;

    /** The value and its sum in single precision agree to this share. */
    private static final double SINGLE = 1e-4;

    private final Anatomy anatomy;
    private final int unit;
    private final int step;

    /** One summand: its size decides whether it is written. */
    private record Summand(String words, double value) {}

    private Arithmetic(Anatomy anatomy, int unit, int step) {
        this.anatomy = anatomy;
        this.unit = unit;
        this.step = step;
    }

    /**
     * The lines of a unit: its gates first, itself last.
     *
     * @param layer by its number, from the inputs up
     * @param unit from 0
     * @param step from 0
     */
    static List<String> of(Anatomy anatomy, int layer, int unit, int step) {
        Arithmetic arithmetic = new Arithmetic(anatomy, unit, step);
        UnitLayer of = anatomy.layers().get(layer);
        List<String> lines = new ArrayList<>();
        of.within().forEach(part -> lines.add(arithmetic.line(anatomy.parts().get(part))));
        lines.add(arithmetic.line(anatomy.units(of)));
        return lines;
    }

    private String line(UnitGroup group) {
        String name = name(group);
        if (!group.exists(step)) {
            return name + " is not there before step " + (group.begin() + 1);
        }
        double value = group.values()[step][unit];
        Formula formula = group.formula();
        if (formula.given()) {
            return name + " = " + Figures.of(value) + ", given";
        }
        List<Summand> summands = summands(formula);
        double sum = formula.sum(unit, step);
        StringBuilder line = new StringBuilder(name);
        if (formula.connections().isEmpty()) {
            line.append(" = ").append(wrapped(formula, letters(formula)));
        }
        line.append(" = ").append(wrapped(formula, written(summands) + (formula.whole() ? "" : " + \u2026")));
        if (!formula.function().isEmpty() && formula.whole()) {
            line.append(" = ").append(wrapped(formula, Figures.of(sum)));
        }
        OptionalDouble result = formula.whole() ? formula.result(sum) : OptionalDouble.empty();
        if (result.isPresent() && differ(result.getAsDouble(), value)) {
            return line + " = " + Figures.value(result.getAsDouble()) + ", but held at " + Figures.value(value);
        }
        return line + " = " + Figures.value(value);
    }

    private static boolean differ(double left, double right) {
        return Math.abs(left - right) > SINGLE * (1 + Math.abs(right));
    }

    private String name(UnitGroup group) {
        return group.name(unit);
    }

    private static String wrapped(Formula formula, String inside) {
        return formula.function().isEmpty() ? inside : formula.function() + "(" + inside + ")";
    }

    private List<Summand> summands(Formula formula) {
        List<Summand> summands = new ArrayList<>();
        for (Connection each : formula.connections()) {
            if (each.acts(step)) {
                add(summands, each);
            }
        }
        for (Bias each : formula.biases()) {
            if (each.acts(step)) {
                summands.add(new Summand(Figures.of(each.values()[unit]), each.values()[unit]));
            }
        }
        for (Product each : formula.products()) {
            String words = each.factor() == 1 ? "" : Figures.of(each.factor()) + "\u00b7";
            double a = each.a().values()[step][unit];
            words += words.isEmpty() ? Figures.of(a) : Figures.factor(a);
            words += each.b()
                    .map(b -> "\u00b7" + Figures.factor(b.values()[step][unit]))
                    .orElse("");
            summands.add(new Summand(words, each.value(unit, step)));
        }
        return summands;
    }

    private void add(List<Summand> summands, Connection each) {
        double[] received = each.received()[step];
        for (int i = 0; i < received.length; i++) {
            double weight = each.weights()[unit][i];
            summands.add(
                    new Summand(Figures.of(weight) + "\u00b7" + Figures.factor(received[i]), weight * received[i]));
        }
        if (each.rest().length > 0) {
            double rest = each.rest()[step][unit];
            summands.add(new Summand(
                    Figures.of(rest) + " (" + anatomy.parts().get(each.part()).symbol() + " beyond " + received.length
                            + ")",
                    rest));
        }
    }

    /** As a sum; where there are many the largest in their order, and the others together. */
    private static String written(List<Summand> all) {
        int[] kept = IntStream.range(0, all.size()).toArray();
        if (all.size() > TERMS) {
            kept = IntStream.range(0, all.size())
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -Math.abs(all.get(i).value())))
                    .limit(TERMS - 1)
                    .mapToInt(Integer::intValue)
                    .sorted()
                    .toArray();
        }
        StringBuilder sum = new StringBuilder();
        double others = all.stream().mapToDouble(Summand::value).sum();
        for (int i : kept) {
            append(sum, all.get(i).words());
            others -= all.get(i).value();
        }
        if (kept.length < all.size()) {
            append(sum, Figures.of(others) + " (" + (all.size() - kept.length) + " others)");
        }
        return sum.isEmpty() ? "0" : sum.toString();
    }

    private static void append(StringBuilder sum, String words) {
        boolean negative = words.startsWith("\u2212");
        if (sum.isEmpty()) {
            sum.append(words);
        } else {
            sum.append(negative ? " \u2212 " : " + ").append(negative ? words.substring(1) : words);
        }
    }

    /** The products by the names of their factors: {@code f1·c1@1 + i1·g1}. */
    private String letters(Formula formula) {
        StringBuilder sum = new StringBuilder();
        for (Product each : formula.products()) {
            String factor =
                    each.factor() == 1 ? "" : each.factor() == -1 ? "\u2212" : Figures.of(each.factor()) + "\u00b7";
            append(
                    sum,
                    factor
                            + name(each.a())
                            + each.b().map(b -> "\u00b7" + name(b)).orElse(""));
        }
        return sum.toString();
    }

    private String name(Reading reading) {
        UnitGroup group = anatomy.parts().get(reading.part());
        return name(group) + (reading.lag() == 0 ? "" : "@" + reading.lag());
    }
}
