package unroll.engine.init;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.function.Supplier;
import unroll.engine.model.Layout;
import unroll.engine.model.Layout.Factors;
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
                GivenWeights {
    /** Fills the part of one parameter, which holds zeros; what the scheme does not mention stays 0. */
    default void fill(Slot slot, Drawing drawing) {}

    /** Changes factors, all of whose parts are filled, so that what the input blends of them is what the scheme promises. */
    default void fill(Factors factors, Drawing drawing) {}

    /**
     * Draws the flat parameter vector of a layout.
     *
     * @param centre pre-activations of the output units {@code [O]} that predict the mean target, computed only for a
     *     scheme that starts there
     */
    default double[] draw(Layout layout, Supplier<double[]> centre, Philox random) {
        Drawing drawing = new Drawing(layout.size(), centre, random);
        for (Slot slot : layout.parts()) {
            fill(slot, drawing);
        }
        layout.factors().ifPresent(factors -> fill(factors, drawing));
        return drawing.theta();
    }

    /** Draws the flat parameter vector of a layout for targets that are centred: output units of 0 predict their mean. */
    default double[] draw(Layout layout, Philox random) {
        return draw(layout, () -> new double[outputs(layout)], random);
    }

    /**
     * The first parameters of a model with that layout: drawn, with gates opened, and those that are never trained as the model
     * draws them; unless all come from elsewhere.
     *
     * @param centre as in {@link #draw}
     * @param seed of all that is drawn
     */
    default double[] first(
            ModelSettings model, Layout layout, GateSettings gates, Supplier<double[]> centre, long seed) {
        double[] theta = draw(layout, centre, new Philox(seed, Purpose.INITIALISATION));
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
