package unroll.engine.init;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import unroll.engine.model.Layout;
import unroll.engine.model.Layout.Factors;
import unroll.engine.model.Layout.Role;
import unroll.engine.model.Layout.Slot;
import unroll.engine.model.ModelSettings;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.setting.Setting;

/** The settings of an initialisation, one record for each scheme. What several schemes have is described here, once. */
public sealed interface InitialisationSettings
        permits Sparse,
                UnitSparse,
                SpectralRadius,
                Icml2013,
                VariancePreserving,
                Orthogonal,
                IdentityRelu,
                Normal,
                GivenWeights,
                GivenValues {
    /** Fills the part of one parameter, which holds zeros; what the scheme does not mention stays 0. */
    default void fill(Slot slot, Drawing drawing) {}

    /**
     * Changes taps, which are filled, and the output bias.
     *
     * @param taps as {@link Layout#taps} has them, at least one
     */
    default void fill(List<Slot> taps, Slot outputBias, Drawing drawing) {}

    /** Changes factors, all of whose parts are filled, so that what the input blends of them is what the scheme promises. */
    default void fill(Factors factors, Drawing drawing) {}

    /**
     * Draws the flat parameter vector of a layout.
     *
     * @param data asked by a scheme alone that begins at what is known of them
     */
    default double[] draw(Layout layout, DataFigures data, Philox random) {
        Drawing drawing = new Drawing(layout.size(), data, random);
        for (Slot slot : layout.parts()) {
            fill(slot, drawing);
        }
        layout.factors().ifPresent(factors -> fill(factors, drawing));
        if (!layout.taps().isEmpty()) {
            fill(layout.taps(), output(layout), drawing);
        }
        return drawing.theta();
    }

    private static Slot output(Layout layout) {
        return layout.parts().stream()
                .filter(slot -> slot.role() == Role.OUTPUT_BIAS)
                .findFirst()
                .orElseThrow();
    }

    /** Draws the flat parameter vector of a layout for targets of noise: output units of 0 predict their mean, and nothing does better. */
    default double[] draw(Layout layout, Philox random) {
        int outputs = outputs(layout);
        DataFigures noise = new DataFigures() {
            @Override
            public double[] centre() {
                return new double[outputs];
            }

            @Override
            public double[] regression(int order) {
                return new double[(1 + order * outputs) * outputs];
            }
        };
        return draw(layout, noise, random);
    }

    /**
     * The first parameters of a model with that layout: drawn, with gates opened, and those that are never trained as the model
     * draws them; unless all come from elsewhere.
     *
     * @param data as in {@link #draw}
     * @param seed of all that is drawn
     */
    default double[] first(ModelSettings model, Layout layout, GateSettings gates, DataFigures data, long seed) {
        double[] theta = draw(layout, data, new Philox(seed, Purpose.INITIALISATION));
        gates.open(layout, theta);
        FixedParameters.draw(model, layout, seed, theta);
        return theta;
    }

    /** What was read of a person's own weights, and how it was understood, a sentence each; most schemes read none. */
    default List<String> understood(ModelSettings model, Layout layout) {
        return List.of();
    }

    private static int outputs(Layout layout) {
        return layout.slots().stream()
                .filter(slot -> slot.role() == Layout.Role.OUTPUT_BIAS)
                .mapToInt(Slot::size)
                .sum();
    }

    /** The connections of a sparse scheme. */
    @Setting(
            label = "Incoming",
            help = "How many connections lead to each unit; 15 in the thesis.",
            initial = "15",
            min = 1,
            max = 4096)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface Incoming {}

    /** The scale of input weights, where it is their own. */
    @Setting(
            label = "Input scale",
            help = "Standard deviation of the input weights that are not zero.",
            min = 0,
            max = 100)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface InputScale {
        String initial();
    }
}
