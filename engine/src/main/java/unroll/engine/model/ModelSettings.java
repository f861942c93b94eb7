package unroll.engine.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Optional;
import unroll.engine.loss.Loss;
import unroll.engine.model.Layout.Role;
import unroll.engine.random.Philox;
import unroll.engine.setting.Setting;

/** The settings of a model, one record for each architecture. What several architectures have is described here, once. */
public sealed interface ModelSettings
        permits StandardRnn,
                StandardLstm,
                ThesisLstm,
                Gru,
                MultiplicativeRnn,
                TensorRnn,
                DeepRnn,
                SkipRnn,
                EncoderDecoder,
                FeedForward,
                Autoencoder,
                TimeDelayNet,
                Narx,
                LinearAutoregressive,
                EchoState,
                Designed,
                BoltzmannSettings {
    /** The architecture for so many numbers in and out at each time step. */
    Model model(int inputs, int outputs);

    /** The same network as a plan of layers and connections, if it can be drawn as one. */
    default Optional<Plan> plan() {
        return Optional.empty();
    }

    /**
     * The matrix through which alone a small difference between hidden states passes from each step to the next, while the units are
     * where their non-linearity has slope 1; empty where there is none: the way leads through gates, factors or several matrices, or the
     * slope is another.
     */
    default Optional<String> transition() {
        return Optional.empty();
    }

    /** Whether it has forget gates, so that their first bias is a choice. */
    default boolean forgets() {
        return plan().stream()
                .flatMap(plan -> plan.layers().stream())
                .flatMap(layer -> layer.cell().biases().stream())
                .anyMatch(gate -> gate.role() == Role.FORGET_BIAS);
    }

    /** Fills the fixed slots of a flat parameter vector, those that are never trained; nothing where there are none. */
    default void drawFixed(Layout layout, Philox random, double[] theta) {}

    /** The time step, from 0, before which such a network only reads: its first prediction, however many follow. */
    default int firstPrediction() {
        return 0;
    }

    /** The loss of the only tasks whose targets it models, where it brings what judges it; empty where any will do. */
    default Optional<Loss> only() {
        return Optional.empty();
    }

    /** Multiplications for each step of a sequence that an update makes beside those of a gradient, to sample; most make none. */
    default double sampled(Layout layout) {
        return 0;
    }

    /** Why there can be no such network; empty where there can. */
    default List<Plan.Fault> faults() {
        return List.of();
    }

    /** The size of a hidden layer. */
    @Setting(
            label = "Hidden units",
            help = "How many numbers the network carries from one time step to the next.",
            unit = "units",
            min = 1,
            max = 4096,
            from = 2,
            to = 1000)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface HiddenUnits {
        String help() default "";

        String initial() default "100";
    }

    /** What the units of hidden layers compute. */
    @Setting(
            label = "Non-linearity",
            help = "What a hidden unit makes of its input; tanh, the thesis' choice, keeps the units centred on 0.")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface NonLinearity {
        String help() default "";

        String initial() default "tanh";
    }

    /** The window of the latest inputs that a network without its own memory receives. */
    @Setting(
            label = "Taps",
            help = "How many inputs the network receives at once, the latest and those before it.",
            unit = "steps",
            min = 1,
            max = 100)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface InputTaps {
        String initial();
    }

    /** The visible units of a Boltzmann machine. */
    @Setting(label = "Visible units", help = "Binary for pixels and notes, Gaussian for numbers.", initial = "binary")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface Visible {}

    /** How far the Gaussian visible units of a Boltzmann machine are from their means. */
    @Setting(
            label = "Visible noise",
            help = "Standard deviation of Gaussian visible units around their means; about what a linear prediction"
                    + " leaves over is good. With 1, numbers of unit variance are noise alone to the machine. Binary"
                    + " units have none.",
            initial = "1",
            min = 0.001,
            max = 1000,
            from = 0.01,
            to = 2)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface VisibleNoise {}

    /** Earlier frames that lead straight to the visible units of a Boltzmann machine. */
    @Setting(
            label = "Visible taps",
            help = "How many frames before lead straight to the visible units, as in linear autoregression.",
            unit = "frames",
            initial = "0",
            min = 0,
            max = 50)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface VisibleTaps {}

    /** Whether the first input is modelled. */
    @Setting(
            label = "First frame",
            help = "Learn the first input, too, so that films can be dreamed from nothing. Turn it off where"
                    + " sequences begin with an empty input, as music does.",
            initial = "true")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface OpeningFrame {}

    /** Updates without memory at the beginning. */
    @Setting(
            label = "Static updates",
            help = "For so many updates the memory does not count, and a plain restricted Boltzmann machine of single"
                    + " frames is trained: it then has a good start.",
            unit = "updates",
            initial = "0",
            min = 0,
            max = 1_000_000_000)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface Still {}

    /** A machine of the hidden units of another. */
    @Setting(
            label = "Second layer",
            help = "Hidden units of a second machine with the same connections, which models the hidden units of the"
                    + " first; predictions come down from it. 0 for one layer alone.",
            unit = "units",
            initial = "0",
            min = 0,
            max = 4096)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface SecondLayer {}

    /** Updates before the second layer learns. */
    @Setting(
            label = "Updates of the first layer",
            help = "How many updates the first layer learns; from then on it stays as it is, and the second one"
                    + " learns. Tests show both from the beginning, so that their error falls only then.",
            unit = "updates",
            initial = "2000",
            min = 0,
            max = 1_000_000_000)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface Alone {}

    /** How a Boltzmann machine is trained. */
    @Setting(label = "Contrastive divergence", help = "How the gradient is estimated.")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface Divergence {}

    /** How a Boltzmann machine predicts. */
    @Setting(label = "Prediction", help = "How the model's mean is found.", initial = "mean-field")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface Predicting {}
}
